"""Who did what and when in a cooperative, the latest first: its own events, and those of its people at the door."""

from datetime import date, datetime, time
from typing import NamedTuple

from django.db.models import Q

from lumbung import clock
from lumbung.recovery.words import searched, sentence
from lumbung.security.models import Appointment, Event, Person, Role
from lumbung.security.reports import names

AT_ONCE = 500  # people asked for in one statement


class Line(NamedTuple):
    """An event as it is read: when, who, what in words, about whom."""

    at: datetime
    who: str
    what: str
    about: str


def events(cooperative_id: int, *, words: str = "", since: date | None = None, until: date | None = None):
    """The events of a cooperative and of its officers outside of any, the latest first."""
    people = officers_ever(cooperative_id)
    outside = Q(cooperative_id=None) & (Q(person_id__in=people) | Q(subject__in=[str(one) for one in people]))
    rows = Event.objects.filter(Q(cooperative_id=cooperative_id) | outside).order_by("-id")
    if since:
        rows = rows.filter(at__gte=_morning(since))
    if until:
        rows = rows.filter(at__lt=_morning(date.fromordinal(until.toordinal() + 1)))
    return rows.filter(_found(words)) if words.strip() else rows


def _morning(day: date) -> datetime:
    return datetime.combine(day, time(), clock.ZONE)


def officers_ever(cooperative_id: int) -> list[int]:
    """Everybody who has or had an office here."""
    held = Appointment.objects.filter(cooperative_id=cooperative_id).exclude(role="anggota")
    return sorted(set(held.values_list("person_id", flat=True)))


def _found(words: str) -> Q:
    """What somebody who searches means: a person by her name, or a deed by its words."""
    people = list(Person.objects.filter(full_name__icontains=words.strip()).values_list("id", flat=True)[:AT_ONCE])
    about = [str(one) for one in people]
    return Q(person_id__in=people) | Q(subject__in=about) | Q(deed__in=searched(words))


def trail(rows: list[Event]) -> list[Line]:
    """The events in words; names are looked up, so that no line holds more than an id."""
    known = names({row.person_id for row in rows if row.person_id} | {_subject(row)[0] for row in rows})
    return [_line(row, known) for row in rows]


def _subject(row: Event) -> tuple[int, str]:
    """The id in an event's subject (0: none), and the office after it: `7 kasir`."""
    number, _space, office = row.subject.partition(" ")
    return (int(number), office if office in Role.values else "") if number.isdecimal() else (0, "")


def _line(row: Event, known: dict[int, str]) -> Line:
    number, office = _subject(row)
    about = known.get(number, "")
    about = f"{about} ({Role(office).label.lower()})" if about and office else about
    return Line(row.at, known.get(row.person_id, ""), sentence(row.deed), about)
