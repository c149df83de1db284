"""Somebody looked at a thing: where it is and how; a photo of it; and the paper by which it changes hands."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from lumbung import clock
from lumbung.assets.actions.keeping import here, next_code
from lumbung.assets.models import HandedItem, Handover, Photo, Sighting
from lumbung.assets.reports.inventory import inventory
from lumbung.cooperatives.actions import take_turn
from lumbung.ledger import actions as ledger
from lumbung.sql import writes
from lumbung.vault import papers
from lumbung.web.photos import Slip
from lumbung.web.words import Refused

MOST_PHOTOS = 4


@writes
def look(
    *, cooperative_id: int, item_id: int, on: date, by: int, condition: str, location="", keeper="", note=""
) -> Sighting:
    """Write down where a thing is and how it is.

    Raises  Refused: a day to come, or it has left the book
    """
    ledger.refuse_future(on)
    here(cooperative_id, item_id, on)
    return Sighting.objects.create(
        cooperative_id=cooperative_id, item_id=item_id, seen_on=on, condition=condition, location=location.strip(),
        keeper=keeper.strip(), note=note.strip(), by=by,
    )  # fmt: skip


@writes
def add_photo(*, cooperative_id: int, item_id: int, slip: Slip, by: int) -> Photo:
    """Keep a photo of a thing; the same picture a second time is the first one.

    Raises  Refused: it has four already, or is not in the book
    """
    here(cooperative_id, item_id, clock.today())
    kept = list(Photo.objects.filter(cooperative_id=cooperative_id, item_id=item_id))
    for earlier in kept:
        if earlier.sha256 == slip.sha256:
            return earlier
    if len(kept) >= MOST_PHOTOS:
        raise Refused(_("Sudah ada %(most)s foto barang ini."), most=MOST_PHOTOS)
    with papers.kept(cooperative_id, "items", slip.jpeg, ".jpg") as name:
        return Photo.objects.create(
            cooperative_id=cooperative_id, item_id=item_id, file=name, sha256=slip.sha256, added_by=by,
            added_at=clock.now(),
        )  # fmt: skip


@writes
def hand_over(*, cooperative_id: int, items: list[int], on: date, by: int, request_id: UUID, **people) -> Handover:
    """Draw up the paper by which things change hands; their newest condition is written on it.

    people  giver, giver_post, giver_party, taker, taker_post, taker_party, purpose, basis
    Raises  Refused: nothing chosen, something that is not in the book, a day to come
    """
    take_turn(cooperative_id)
    if earlier := Handover.objects.filter(cooperative_id=cooperative_id, request_id=request_id).first():
        return earlier
    ledger.refuse_future(on)
    lines = inventory(cooperative_id, on, ids=items)
    if not lines or len(lines) != len(set(items)):
        raise Refused(_("Pilih barang yang diserahkan. Hanya yang ada di buku pada tanggal itu."))
    rows = Handover.objects.filter(cooperative_id=cooperative_id)
    made = Handover.objects.create(
        cooperative_id=cooperative_id, code=next_code(rows, f"BAST-{on.year}-"), handed_on=on, by=by,
        request_id=request_id, **people,
    )  # fmt: skip
    HandedItem.objects.bulk_create(
        HandedItem(cooperative_id=cooperative_id, handover_id=made.id, item_id=line.item.id,
                   condition=line.seen.condition if line.seen else "good")
        for line in lines
    )  # fmt: skip
    return made
