"""Two rounds of collecting dues: one in an RT three days ago, its money handed over; one at a gathering, going on."""

from datetime import date, datetime, timedelta

from lumbung import clock
from lumbung.demo.writer import Writer
from lumbung.demo.writing import EVENING
from lumbung.dues import actions, reports, rules
from lumbung.dues.models import Collection
from lumbung.members import reports as register
from lumbung.members.models import Member

AT_THE_DOOR, AT_THE_GATHERING = 9, 4


def collect_some(writer: Writer, today: date) -> None:
    """Whoever owes this month pays it; nobody twice, because the second round reads what the first has brought."""
    door = today - timedelta(days=3)
    with clock.frozen(datetime.combine(door, EVENING)):
        round_ = _round(writer, "Keliling kampung", door, AT_THE_DOOR)
        listed = reports.tally_of(reports.taken(round_)).amount
        actions.close_collection(
            collection=round_, counted=listed, handed_to="Brankas kantor", by=writer.by, at=clock.now()
        )  # fmt: skip
    with clock.frozen(datetime.combine(today, EVENING)):
        _round(writer, "Arisan PKK", today, AT_THE_GATHERING)


def _round(writer: Writer, name: str, day: date, people: int) -> Collection:
    one = actions.open_collection(
        cooperative_id=writer.id, name=name, day=day, today=day, by=writer.by, at=clock.now(),
        request_id=writer.request(),
    )  # fmt: skip
    for member, amount in _waiting(writer, day)[:people]:
        actions.collect(
            collection=one, member=member, amount=amount, by=writer.by,
            request_id=actions.request_of(one, member.id, 0),
        )  # fmt: skip
    return one


def _waiting(writer: Writer, day: date) -> list[tuple[Member, int]]:
    """Who owes something up to this month, and how much; those who owe least first, as they are soonest at the door."""
    members = list(register.everyone(writer.id, status="here"))
    known, now = reports.cards(writer.id, members), rules.period_of(day)
    owing = [(member, sum(part.amount for part in known[member.id].unpaid(now))) for member in members]
    joined = [(member, amount) for member, amount in owing if amount and member.joined_on and member.joined_on <= day]
    return sorted(joined, key=lambda each: (each[1], each[0].number))
