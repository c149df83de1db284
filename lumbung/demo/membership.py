"""Who joins when, and how each of them pays: on time, many months at once, with gaps, ahead, or no more."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import NamedTuple

from lumbung.demo.deeds import BANK, KAS, Deed, day_in, last_day, months_back, months_from
from lumbung.demo.people import Person, villagers
from lumbung.demo.pilot import Profile
from lumbung.money import rp

HABITS = {"on_time": 50, "in_bunches": 22, "with_gaps": 15, "ahead": 6, "stops": 7}
CHAIR = "Susy Kurnia"  # a public fact of the programme; nothing else of her is known here
OFFICERS = 6  # the first members hold the offices, and pay as officers should
WITHOUT_NIK = (9, 23, 41)  # members of the first cooperative whose card nobody has seen yet


class Joiner(NamedTuple):
    """One line of the register to be; `paid_until` is the last month that an older book says is paid."""

    person: Person
    joined_on: date
    habit: str
    instalments: int  # of the simpanan pokok; 0: nothing yet, an applicant
    paid_until: date | None = None

    @property
    def is_old(self) -> bool:
        return self.paid_until is not None


def joiners(random: Random, profile: Profile, start: date, today: date) -> list[Joiner]:
    """Everybody, in the order of their numbers."""
    people = villagers(random, profile.members, youngest_on=start)
    days = sorted(_joining_day(random, profile, start, today) for _ in people)
    found = [_joiner(random, person, day, start, today) for person, day in zip(people, days, strict=True)]
    found[:OFFICERS] = [joiner._replace(habit="on_time", instalments=1) for joiner in found[:OFFICERS]]
    if profile.slug == "karbes":
        found[0] = Joiner(Person(CHAIR, "P", None, {"gender": "P"}), start + timedelta(days=4), "on_time", 1)
        for index in WITHOUT_NIK:
            person = found[index].person
            found[index] = found[index]._replace(person=person._replace(facts={**person.facts, "nik": ""}))
    return found


def _joining_day(random: Random, profile: Profile, start: date, today: date) -> date:
    """A new cooperative is founded by many and grows; an old one had most of its members before."""
    days = (today - start).days
    if profile.is_new:
        return start + timedelta(days=4 + int(days * random.random() ** 3))
    if random.random() < 0.82:
        return start - timedelta(days=random.randint(40, 3000))
    return start + timedelta(days=random.randint(3, days))


def _joiner(random: Random, person: Person, day: date, start: date, today: date) -> Joiner:
    habit = random.choices(list(HABITS), HABITS.values())[0]
    if day < start:
        behind = 0 if habit in ("on_time", "ahead") else random.choice((0, 0, 1, 2, 3))
        return Joiner(person, day, habit, 1, months_back(start, behind + 1))
    if (today - day).days < 70:
        return Joiner(person, day, habit, random.choice((0, 0, 1, 1, 2, 2)))
    return Joiner(person, day, habit, 2 if random.random() < 0.15 else 1)


# --- paying ---------------------------------------------------------------------------------------------------------


def payments(random: Random, profile: Profile, everyone: list[Joiner], start: date, today: date) -> Iterator[Deed]:
    """Simpanan pokok and wajib of everybody, as each of them is."""
    for index, joiner in enumerate(everyone):
        active_on = joiner.joined_on
        if not joiner.is_old:
            principal = list(_principal(random, profile, index, joiner))
            yield from principal
            if len(principal) < max(joiner.instalments, 1):
                continue
            active_on = principal[-1].on
        yield from _dues(random, profile, index, joiner, max(active_on, start), today)


def _principal(random: Random, profile: Profile, index: int, joiner: Joiner) -> Iterator[Deed]:
    """At once, or in two parts a month or so apart; whoever has paid nothing yet stays an applicant."""
    if joiner.instalments == 0:
        return
    part = rp(profile.pokok) // joiner.instalments
    for count in range(joiner.instalments):
        yield Deed(joiner.joined_on + timedelta(days=33 * count), "principal", part, who=index)


def rate(profile: Profile, month: date, today: date) -> int:
    """What a month costs, sen: the members' meeting may have raised it from January of this year."""
    return rp(profile.wajib[1] if month.year >= today.year else profile.wajib[0])


def _dues(random: Random, profile: Profile, index: int, joiner: Joiner, since: date, today: date) -> Iterator[Deed]:
    """Walk through the months; `owed` are those not yet paid, oldest first."""
    first = joiner.paid_until and last_day(joiner.paid_until) + timedelta(days=1) or since.replace(day=1)
    owed = months_from(first, since - timedelta(days=since.day)) if first < since else []
    paid_ahead, stops_after = 0, random.randint(2, 9)
    for order, month in enumerate(months_from(since, today)):
        if paid_ahead:
            paid_ahead -= 1
            continue
        owed.append(month)
        count, ahead = _habit(random, joiner.habit, order, len(owed), stops_after)
        if not count:
            continue
        day = max(day_in(month, _pay_day(random)), since)
        coming = [day_in(month, 1)] if ahead else []
        while len(coming) < ahead:
            coming.append(last_day(coming[-1]) + timedelta(days=1))
        months = [*owed[:count], *[last_day(m) + timedelta(days=1) for m in coming]]
        del owed[:count]
        paid_ahead = ahead
        amount = sum(rate(profile, m, today) for m in months)
        yield Deed(day, "dues", amount, _place(random, profile), who=index)


def _habit(random: Random, habit: str, order: int, owed: int, stops_after: int) -> tuple[int, int]:
    """How many owed months are paid this time, and how many to come."""
    if habit == "ahead":
        return owed, random.choice((2, 5, 11))
    if habit == "stops" and order > stops_after:
        return 0, 0
    if habit == "in_bunches":
        return (owed, 0) if owed >= random.randint(2, 4) else (0, 0)
    if habit == "with_gaps":
        return (1, 0) if random.random() < 0.6 else (0, 0)
    return (owed, 0) if random.random() < 0.96 else (0, 0)


def _pay_day(random: Random) -> int:
    """Most pay in the first ten days, when wages come."""
    return random.randint(1, 10) if random.random() < 0.7 else random.randint(11, 28)


def _place(random: Random, profile: Profile) -> str:
    return BANK if "bank" in profile.deeds and random.random() < 0.12 else KAS
