"""A person is forgotten: the tree stays as it was signed, and nobody can tell any more whose leaf it is."""

from datetime import date, timedelta

from django.utils.translation import gettext as _

from lumbung import clock
from lumbung.cooperatives.reports import bylaws
from lumbung.cooperatives.tenant import must_act_for
from lumbung.ledger import rules, store
from lumbung.ledger.models import Entry, Erasure
from lumbung.ledger.reports.holders import holder_accounts
from lumbung.ledger.rows import rows
from lumbung.security.actions import record
from lumbung.sql import writes
from lumbung.web.dates import long_date
from lumbung.web.words import Refused


@writes
def erase_holder(*, cooperative_id: int, holder: int, today: date, by: int | None, reason: str) -> list[int]:
    """Erase the salt and the words of every entry of a holder. Cannot be undone; a second call finds nothing to do.

    Shape   the numbers of the entries that were erased
    Raises  Refused: something is still owed, the papers must still be kept, or no reason
    Source  docs/decisions/0027-what-the-log-signs.md
    """
    must_act_for(cooperative_id)
    store.lock_book(cooperative_id)
    if not reason.strip():
        raise Refused(_("Tulis alasan penghapusan, misalnya “permintaan anggota, 3 Maret 2036”."))
    numbers = store.numbers_of_holder(cooperative_id, holder)
    _refuse_owed(cooperative_id, holder)
    _refuse_young(cooperative_id, numbers, today)
    for number in numbers:
        _erase(cooperative_id, number, by, reason.strip()[:200])
    record(cooperative_id=cooperative_id, person_id=by, deed="ledger.erased", subject=str(holder))
    return numbers


def _refuse_owed(cooperative_id: int, holder: int) -> None:
    if holder_accounts(cooperative_id, holder):
        raise Refused(_("Simpanan atau tanggungannya belum nihil. Selesaikan dulu, baru data pribadinya dihapus."))


def _refuse_young(cooperative_id: int, numbers: list[int], today: date) -> None:
    """The law keeps papers of money for years after the last of them."""
    years = bylaws(cooperative_id, today).retention_years
    mine = Entry.objects.filter(cooperative_id=cooperative_id, number__in=numbers[-1:])
    for last in mine.values_list("booked_on", flat=True):
        until = (last.replace(year=last.year + years, day=1) + timedelta(days=31)).replace(day=1)
        if today < until:
            words = _("Bukti uang harus disimpan %(years)s tahun. Data pribadinya dapat dihapus mulai %(day)s.")
            raise Refused(words, years=years, day=long_date(until))


def _erase(cooperative_id: int, number: int, by: int | None, reason: str) -> None:
    (row,) = rows(cooperative_id, number - 1, number)
    Erasure.objects.create(
        cooperative_id=cooperative_id, number=number, erased_at=clock.now(), by=by, reason=reason,
        commitment=rules.commitment(row.draft, row.digest, row.salt),
    )  # fmt: skip
    store.erase(cooperative_id, number)
