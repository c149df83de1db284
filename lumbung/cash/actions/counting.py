"""Counting a till and handing it on. A count is what somebody saw; booking what is missing is another decision."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from lumbung import clock, ids, money
from lumbung.cash import reports
from lumbung.cash.actions.money import cash_difference
from lumbung.cash.actions.refusals import refuse_impossible
from lumbung.cash.models import CashPlace, Count, Handover, HandoverAnswer
from lumbung.cash.rules import counting
from lumbung.cooperatives.actions import take_turn
from lumbung.sql import writes
from lumbung.web.words import Refused


@writes
def count_cash(
    *, place: CashPlace, pieces: dict[str, int], seen: int, on: date, by: int, request_id: UUID, witness="",
    reason="", book_it=False,
) -> Count:  # fmt: skip
    """Keep what was counted in a place, and book the difference when the person says so (J42).

    seen     what the book said when the person was asked, sen
    book_it  make the book say what was counted; needs a reason
    Raises   Refused: a bank account, a closed place, the book has moved since, no reason
    """
    cooperative_id = place.cooperative_id
    take_turn(cooperative_id)  # papers are numbered without a gap
    if earlier := Count.objects.filter(cooperative_id=cooperative_id, request_id=request_id).first():
        return earlier
    counted, book = counting.worth(pieces), reports.balance(place)
    _refuse_uncountable(place, on, book, seen)
    difference, reason = counted - book, " ".join(reason.split())
    number = _booked(place, difference, on, by, request_id, reason) if book_it and difference else None
    return Count.objects.create(
        cooperative_id=cooperative_id, year=on.year, no=_next_no(cooperative_id, on.year), place_id=_kept(place).id,
        counted_on=on, counted_at=clock.now(), by=by, witness=" ".join(witness.split()), pieces=counting.some(pieces),
        counted=counted, book=book, difference=difference, reason=reason, number=number, request_id=request_id,
    )  # fmt: skip


def _refuse_uncountable(place: CashPlace, on: date, book: int, seen: int) -> None:
    if place.kind == CashPlace.Kind.BANK:
        raise Refused(_("%(place)s rekening bank: cocokkan dengan rekening korannya."), place=place)
    refuse_impossible(1, on, place)
    if book != seen:
        words = _("Sejak Anda mulai, buku %(place)s berubah dari %(seen)s menjadi %(book)s. Periksa selisihnya lagi.")
        raise Refused(words, place=place, seen=money.show(seen), book=money.show(book))


def _booked(place, difference: int, on: date, by: int, request_id: UUID, reason: str) -> int:
    """The number of the entry that makes the book say what was counted."""
    if not reason:
        raise Refused(_("Tulis sebab selisihnya, misalnya “salah memberi kembalian”."))
    posted = cash_difference(
        place=place, difference=difference, on=on, by=by, request_id=ids.from_fact(f"count:{request_id}"),
        memo=f"Hitung {place.name}: {reason}",
    )  # fmt: skip
    return posted.number


def _next_no(cooperative_id: int, year: int) -> int:
    papers = Count.objects.filter(cooperative_id=cooperative_id, year=year).order_by("-no")
    return (papers.values_list("no", flat=True).first() or 0) + 1


def _kept(place: CashPlace) -> CashPlace:
    """The treasurer's cash has no row until something points at it."""
    if place.id == 0 and not CashPlace.objects.filter(cooperative_id=place.cooperative_id, id=0).exists():
        place.save(force_insert=True)
    return place


@writes
def offer_till(*, taker: int, place: CashPlace, by: int, on: date, **count) -> Count:
    """Count a till and offer it to somebody else; it is hers once she has counted it too and says so.

    taker   the person who is to have it
    count   the other facts of `count_cash`
    Raises  Refused: to oneself; the till is already on its way; as `count_cash`
    """
    if taker == by:
        raise Refused(_("Pilih orang lain: serah terima perlu dua orang."))
    counted = count_cash(place=place, by=by, on=on, **count)
    if Handover.objects.filter(cooperative_id=place.cooperative_id, count_id=counted.id).exists():
        return counted
    if waiting := reports.offered(place.cooperative_id, place.id):
        words = _("%(place)s masih menunggu jawaban %(name)s (%(document)s). Selesaikan yang itu dulu.")
        raise Refused(words, place=place, name=waiting.taker_name, document=waiting.count.document)
    Handover.objects.create(cooperative_id=place.cooperative_id, count_id=counted.id, giver=by, taker=taker)
    return counted


@writes
def answer_offer(*, cooperative_id: int, count_id: int, by: int, accepted: bool, reason="") -> HandoverAnswer:
    """The taker says that the till is hers as counted, or that it is not, and why. Once.

    Raises  Refused: not offered to her, answered otherwise before, refused without a reason
    """
    take_turn(cooperative_id)
    offer = Handover.objects.filter(cooperative_id=cooperative_id, count_id=count_id, taker=by).first()
    if offer is None:
        raise Refused(_("Serah terima ini bukan untuk Anda. Mintalah yang menerima membukanya dengan namanya sendiri."))
    reason = " ".join(reason.split())
    if not accepted and not reason:
        raise Refused(_("Tulis mengapa tidak diterima, misalnya “kurang Rp5.000 waktu saya hitung”."))
    answer, is_new = HandoverAnswer.objects.get_or_create(
        cooperative_id=cooperative_id, count_id=count_id,
        defaults={"by": by, "accepted": accepted, "reason": reason, "answered_at": clock.now()},
    )  # fmt: skip
    if not is_new and answer.accepted != accepted:
        raise Refused(_("Serah terima ini sudah Anda jawab. Hitung lagi lacinya bila ada yang berubah."))
    return answer
