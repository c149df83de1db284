"""What later records keep a batch from being undone, in words."""

from django.utils.translation import gettext as _

from lumbung.cash.models import UnidentifiedReceipt
from lumbung.dues.models import Payment
from lumbung.intake.models import Batch, BatchEntry, BatchRow
from lumbung.intake.reports.batches import POSTED, entries_of, rows_of
from lumbung.intake.rules.plan import CLEAR
from lumbung.ledger.reports import entry, holder_balances
from lumbung.ledger.reports.book import book_facts
from lumbung.ledger.reports.entries import reversed_numbers
from lumbung.members.reports import names
from lumbung.sql import bulk
from lumbung.web.dates import long_date

HELD = ("310000", "320000", "211100")


def against_undoing(batch: Batch) -> str:
    """Why this batch cannot be undone now, and what to do first; empty when nothing is in the way."""
    numbers = [number for each in entries_of(batch).values() for number in each]
    if not numbers:
        return ""
    return _closed(batch, numbers) or _leaning(batch) or _paid_since(batch, numbers) or _named_since(batch, numbers)


def against_undoing_alone(cooperative_id: int, number: int) -> str:
    """Why one entry of a batch cannot be undone from the journal: the opening balances of a workbook go together."""
    made = BatchEntry.objects.filter(cooperative_id=cooperative_id, number=number).select_related("batch").first()
    if made is None or made.batch.status != POSTED or not entry(cooperative_id, number).kind.startswith("opening."):
        return ""
    words = _("Saldo awal ini masuk lewat impor %(file)s. Batalkan impor itu dari halaman Impor Excel.")
    return words % {"file": made.batch.file_name}


def with_entries(cooperative_id: int) -> set[int]:
    """Members who hold anything in the books."""
    return {who for account in HELD for who, amount in holder_balances(cooperative_id, account).items() if amount}


def _closed(batch: Batch, numbers: list[int]) -> str:
    closed = book_facts(batch.cooperative_id).closed_through
    if closed and any(entry(batch.cooperative_id, number).booked_on <= closed for number in numbers):
        words = _("Buku sudah ditutup sampai %(day)s, jadi impor ini tidak dapat dibatalkan. Buka dulu bulannya.")
        return words % {"day": long_date(closed)}
    return ""


def _paid_since(batch: Batch, numbers: list[int]) -> str:
    """Members who paid after their opening: their months were counted from it."""
    if batch.kind != "dues":
        return ""
    people = set(rows_of(batch).exclude(member_id=None).values_list("member_id", flat=True))
    gone = reversed_numbers(batch.cooperative_id)
    later = Payment.objects.filter(cooperative_id=batch.cooperative_id, number__gt=max(numbers)).order_by("number")
    for payment in later:
        if payment.member_id in people and payment.number not in gone:
            name = names(batch.cooperative_id, [payment.member_id])[payment.member_id]
            words = _("Sesudah impor ini %(name)s sudah membayar lagi (%(document)s). Batalkan dulu pembayaran itu.")
            return words % {"name": name, "document": payment.document}
    return ""


def _leaning(batch: Batch) -> str:
    """A cash book whose dues lines were settled against these openings."""
    if batch.kind != "dues":
        return ""
    people = set(rows_of(batch).exclude(member_id=None).values_list("member_id", flat=True))
    later = Batch.objects.filter(cooperative_id=batch.cooperative_id, status=POSTED, id__gt=batch.id)
    leaning = BatchRow.objects.filter(
        cooperative_id=batch.cooperative_id, batch_id__in=list(later.values_list("id", flat=True)), deed=CLEAR
    )
    for row in leaning:
        if row.member_id in people:
            other = later.get(id=row.batch_id)
            words = _("Impor %(file)s memakai saldo awal ini. Batalkan impor itu lebih dulu.")
            return words % {"file": other.file_name}
    return ""


def _named_since(batch: Batch, numbers: list[int]) -> str:
    """Money of unknown origin that somebody has named meanwhile."""
    condition, values = bulk.one_of("number", numbers)
    rows = UnidentifiedReceipt.objects.filter(cooperative_id=batch.cooperative_id).exclude(identified_number=None)
    gone = reversed_numbers(batch.cooperative_id)
    for row in rows.extra(where=[condition], params=values):  # noqa: S610 - our own columns
        if row.identified_number not in gone:
            named = entry(batch.cooperative_id, row.identified_number)
            words = _("“%(text)s” sudah dijelaskan dengan %(document)s. Batalkan dulu catatan itu.")
            return words % {"text": row.text, "document": named.document}
    return ""
