"""What was counted last, and in whose hands a till is."""

from datetime import date
from typing import NamedTuple

from django.db.models import Max

from lumbung.cash.models import CashPlace, Count, Handover, HandoverAnswer
from lumbung.cash.reports.places import Held, held
from lumbung.cash.rules.counting import last_words
from lumbung.ledger.reports.cash import place_touches, undone
from lumbung.security.reports import names

FEW = 60


class Offer(NamedTuple):
    """A hand-over with its people; `answer` is None while it waits."""

    count: Count
    handover: Handover
    answer: HandoverAnswer | None
    giver_name: str
    taker_name: str


class Counted(NamedTuple):
    """A place with money in it, when it was last counted, and whose till it is since; None, "" when never."""

    held: Held
    last: Count | None
    keeper: str

    def words(self, today: date) -> str:
        """`Terakhir dihitung kemarin, cocok.`"""
        return last_words(self.last and self.last.counted_on, self.last.difference if self.last else 0, today)


def count(cooperative_id: int, count_id: int) -> Count | None:
    """One count; None outside this cooperative."""
    rows = Count.objects.filter(cooperative_id=cooperative_id, id=count_id)
    return rows.select_related("place").first()


def counts(cooperative_id: int, place_id: int | None = None, limit: int = FEW) -> list[Count]:
    """The newest counts, of one place or of all."""
    rows = Count.objects.filter(cooperative_id=cooperative_id).select_related("place").order_by("-id")
    return list((rows if place_id is None else rows.filter(place_id=place_id))[:limit])


def last_counts(cooperative_id: int, until: date | None = None) -> dict[int, Count]:
    """Place → its newest count, up to a day when one is given."""
    rows = Count.objects.filter(cooperative_id=cooperative_id)
    rows = rows if until is None else rows.filter(counted_on__lte=until)
    newest = rows.order_by().values("place_id").annotate(last=Max("id")).values_list("last", flat=True)
    return {row.place_id: row for row in Count.objects.filter(cooperative_id=cooperative_id, id__in=list(newest))}


def countable(cooperative_id: int) -> list[Counted]:
    """Every place with notes and coins in it, with its last count and its keeper."""
    last, keepers = last_counts(cooperative_id), _keepers(cooperative_id)
    called = names(keepers.values())
    return [
        Counted(each, last.get(each.place.id), called.get(keepers.get(each.place.id), ""))
        for each in held(cooperative_id)
        if each.place.kind != CashPlace.Kind.BANK and not each.place.closed_on
    ]


def _keepers(cooperative_id: int) -> dict[int, int]:
    """Place → who took it over last."""
    taken = HandoverAnswer.objects.filter(cooperative_id=cooperative_id, accepted=True)
    newest = taken.values("handover__count__place_id").annotate(last=Max("count_id")).order_by()
    places = {row["last"]: row["handover__count__place_id"] for row in newest}
    rows = Handover.objects.filter(cooperative_id=cooperative_id, count_id__in=list(places))
    return {places[row.count_id]: row.taker for row in rows}


def tills_in_use(cooperative_id: int, on: date) -> list[CashPlace]:
    """The places with notes and coins that hold something at the end of a day, or moved something in its month."""
    return [
        each.place
        for each in held(cooperative_id, on)
        if each.place.kind != CashPlace.Kind.BANK and each.place.opened_on <= on
        and not (each.place.closed_on and each.place.closed_on <= on)
        and (each.amount or place_touches(cooperative_id, each.place.spot, on.replace(day=1), on))
    ]  # fmt: skip


def offer(cooperative_id: int, count_id: int) -> Offer | None:
    """The hand-over that a count was made for; None when it was only a count."""
    rows = Handover.objects.filter(cooperative_id=cooperative_id, count_id=count_id)
    return next(iter(_offers(cooperative_id, rows)), None)


def offered(cooperative_id: int, place_id: int) -> Offer | None:
    """The hand-over of a place that still waits for its answer."""
    return next((each for each in waiting_offers(cooperative_id) if each.count.place_id == place_id), None)


def waiting_offers(cooperative_id: int, taker: int | None = None) -> list[Offer]:
    """Hand-overs without an answer, of all or of one person."""
    answered = HandoverAnswer.objects.filter(cooperative_id=cooperative_id).values("count_id")
    rows = Handover.objects.filter(cooperative_id=cooperative_id).exclude(count_id__in=answered)
    return _offers(cooperative_id, rows if taker is None else rows.filter(taker=taker))


def _offers(cooperative_id: int, rows) -> list[Offer]:
    rows = list(rows.select_related("count__place").order_by("count_id"))
    called = names(who for row in rows for who in (row.giver, row.taker))
    given = HandoverAnswer.objects.filter(cooperative_id=cooperative_id, count_id__in=[row.count_id for row in rows])
    answers = {row.count_id: row for row in given}
    return [
        Offer(row.count, row, answers.get(row.count_id), called.get(row.giver, ""), called.get(row.taker, ""))
        for row in rows
    ]


def still_missing(cooperative_id: int) -> list[Count]:
    """The newest count of each place whose difference nobody has booked, or whose booking was undone."""
    newest = [row for row in last_counts(cooperative_id).values() if row.difference]
    gone = undone(cooperative_id, [row.number for row in newest])
    return [row for row in newest if row.number is None or row.number in gone]
