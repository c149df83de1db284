"""Collecting dues from many members in one go: open, take from each, close and hand the money over."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from lumbung import ids, money
from lumbung.cooperatives.actions import take_turn
from lumbung.dues import reports
from lumbung.dues.actions.paying import Receipt, pay_dues
from lumbung.dues.models import Collection, Gathered, Payment
from lumbung.ledger.journal import CASH, Place
from lumbung.members.models import Member
from lumbung.sql import writes
from lumbung.web.dates import long_date
from lumbung.web.words import Refused


def request_of(collection: Collection, member_id: int, before: int) -> UUID:
    """The request id of a member's next payment at a collection, from the fact itself.

    before  how many payments of hers are in it already. Two phones that show the same row make the same id, so the
            second tap, from whichever of them, is known.
    """
    return ids.from_fact(f"collection:{collection.id}:{member_id}:{before}")


@writes
def open_collection(
    *, cooperative_id: int, name: str, day: date, today: date, by: int, at: datetime, request_id: UUID, cash=CASH
) -> Collection:
    """Begin to collect; the same form a second time answers with what it began.

    cash    where all of the money goes
    Raises  Refused: a day to come
    """
    take_turn(cooperative_id)
    earlier = Collection.objects.filter(cooperative_id=cooperative_id, request_id=request_id).first()
    if earlier:
        return earlier
    if day > today:
        raise Refused(_("Tanggal %(day)s belum terjadi. Pilih hari ini atau sebelumnya."), day=long_date(day))
    return Collection.objects.create(
        cooperative_id=cooperative_id, name=name.strip(), day=day, cash_code=cash.account, cash_holder=cash.holder,
        opened_by=by, opened_at=at, request_id=request_id,
    )  # fmt: skip


@writes
def collect(*, collection: Collection, member: Member, amount: int, by: int, request_id: UUID) -> Receipt:
    """Take a member's dues into a collection.

    Raises  Refused: the collection is closed; as `pay_dues`
    """
    with transaction.atomic():
        held = _held(collection)
        if not held.is_open and not _known(held, request_id):
            raise Refused(_("%(name)s sudah selesai. Mulai pengumpulan baru untuk uang ini."), name=held.name)
        cash = Place(held.cash_code, held.cash_holder)
        receipt = pay_dues(
            member=member, amount=amount, paid_on=held.day, by=by, request_id=request_id, cash=cash
        )  # fmt: skip
        if receipt.is_new:
            _gather(held, request_id, by)
    return receipt


def _held(collection: Collection) -> Collection:
    """The row as it stands, held so that nobody closes it meanwhile."""
    rows = Collection.objects.select_for_update(no_key=True)
    return rows.get(cooperative_id=collection.cooperative_id, id=collection.id)


def _known(collection: Collection, request_id: UUID) -> bool:
    return Payment.objects.filter(cooperative_id=collection.cooperative_id, request_id=request_id).exists()


def _gather(collection: Collection, request_id: UUID, by: int) -> None:
    rows = Payment.objects.filter(cooperative_id=collection.cooperative_id, request_id=request_id)
    Gathered.objects.bulk_create(
        Gathered(cooperative_id=collection.cooperative_id, number=number, collection_id=collection.id, by=by)
        for number in rows.values_list("number", flat=True)
    )


@writes
def close_collection(
    *, collection: Collection, counted: int, handed_to: str, by: int, at: datetime, note: str = ""
) -> Collection:
    """Count the money, say who takes it, and close; a second tap with the same figures changes nothing.

    counted  sen in hand
    Raises   Refused: closed already with other figures; the count differs from the list and nobody says why
    """
    with transaction.atomic():
        held = _held(collection)
        facts = {"counted": counted, "handed_to": handed_to.strip(), "note": note.strip()}
        if not held.is_open:
            if any(getattr(held, name) != value for name, value in facts.items()):
                raise Refused(_("%(name)s sudah ditutup. Muat ulang untuk melihat hasilnya."), name=held.name)
            return held
        _refuse_unexplained(reports.tally_of(reports.taken(held)).amount, counted, note)
        rows = Collection.objects.filter(cooperative_id=held.cooperative_id, id=held.id)
        rows.update(closed_by=by, closed_at=at, **facts)
    return reports.collection(held.cooperative_id, held.id)


def _refuse_unexplained(listed: int, counted: int, note: str) -> None:
    if counted == listed or note.strip():
        return
    words = _("Menurut daftar %(listed)s, yang dihitung %(counted)s. Hitung lagi; bila tetap berbeda, tulis sebabnya.")
    raise Refused(words, listed=money.show(listed), counted=money.show(counted))
