"""Recompute everything from the rows: every leaf, number, document, balance, control account and closing.

Shares the leaf's definition with posting and nothing else: no balance, root or series is believed.
"""

from collections import defaultdict
from datetime import date
from functools import cached_property, lru_cache
from typing import NamedTuple

from django.db import DatabaseError
from django.utils.translation import gettext as _

from lumbung.cooperatives.models import Cooperative
from lumbung.cooperatives.tenant import must_act_for
from lumbung.ledger import rules, store
from lumbung.ledger.chart import ACCOUNTS
from lumbung.ledger.layout import LINE_OF
from lumbung.ledger.reports.names import unknown_holders
from lumbung.ledger.rows import Row, leaf_of, rows, select
from lumbung.ledger.rules import Draft
from lumbung.sql.values import as_date
from lumbung.tlog import tree
from lumbung.tlog.growth import Growth
from lumbung.web.words import Count

TORN = (DatabaseError, ValueError, TypeError, AttributeError)  # what reading a damaged file can raise


class Problem(NamedTuple):
    """Something that is not as it was posted; `number` names the entry, 0 when no single one is to blame."""

    number: int
    document: str
    message: str


class Tally:
    """What the entries say, gathered in one pass."""

    def __init__(self):
        self.problems: list[Problem] = []
        self.leaves: list[bytes] = []
        self.debits: dict[tuple, int] = defaultdict(int)
        self.credits: dict[tuple, int] = defaultdict(int)
        self.series: dict[tuple[str, int], list[int]] = defaultdict(list)
        self.reversals: list[Row] = []
        self.closed_through: date | None = None
        self.day_ends: list[int] = []

    @cached_property
    def grown(self) -> Growth:
        """The tree of the leaves, when all are counted."""
        return Growth(self.leaves)

    def blame(self, row: Row, message: str) -> None:
        self.problems.append(Problem(row.number, row.document, message))

    def blame_book(self, message: str) -> None:
        self.problems.append(Problem(0, "", message))


def problems(cooperative_id: int) -> list[Problem]:
    """Everything in a book that is not as it was posted; empty when the book is whole."""
    return examine(cooperative_id).problems


def examine(cooperative_id: int) -> Tally:
    """The whole book recomputed: what was found wrong, and its leaves for whoever knows what was signed."""
    must_act_for(cooperative_id)
    tally = Tally()
    for check in (_check_rows, _check_reversals, _check_book, _check_series, _check_balances, _check_accounts):
        try:
            check(cooperative_id, tally)
        except TORN as torn:
            tally.blame_book(unreadable(len(tally.leaves), torn))
    return tally


def unreadable(number: int, why: Exception) -> str:
    """A torn page, bytes that are no text, a day that is none: said in words, after the last entry that was read."""
    words = _("Buku tidak dapat dibaca seluruhnya (sampai catatan nomor %(number)s): %(why)s")
    return words % {"number": number, "why": why}


def _check_rows(cooperative_id: int, tally: Tally) -> None:
    for row in rows(cooperative_id):
        _check_entry(row, tally)
        if row.posted_at:  # money without an entry has no leaf
            _count(row, tally)


def erased(cooperative_id: int) -> list[tuple[int, str]]:
    """Number and document of every entry whose personal part was erased: its leaf stands, its owner is unknown."""
    must_act_for(cooperative_id)
    sql = (
        "SELECT e.number, e.document FROM ledger_erasure x JOIN ledger_entry e ON e.cooperative_id = x.cooperative_id"
        " AND e.number = x.number WHERE x.cooperative_id = %s AND length(e.salt) = 0 ORDER BY e.number"
    )
    return list(select(sql, cooperative_id))


def _check_entry(row: Row, tally: Tally) -> None:
    if row.posted_at is None:
        tally.blame(row, _("Ada gerakan uang tanpa catatan."))
        return
    if row.number != len(tally.leaves) + 1:
        tally.blame(row, _("Nomor catatan meloncat: ada catatan yang hilang sebelum ini."))
    if row.erased and row.salt:
        tally.blame(row, _("Catatan ini disebut sudah dihapus kunci pribadinya, tetapi kuncinya masih ada."))
    elif not row.erased and rules.digest(row.draft) != row.digest:
        tally.blame(row, _("Isi catatan tidak sama dengan yang diminta saat dibukukan."))
    elif tree.leaf_hash(leaf_of(row)) != row.leaf_hash:
        tally.blame(row, _("Isi catatan berubah sesudah dibukukan."))
    elif rules.wrong_with(row.draft) or row.draft.approved_by == row.draft.made_by:
        tally.blame(row, _("Catatan ini tidak pernah boleh dibukukan."))


def _count(row: Row, tally: Tally) -> None:
    if row.draft.kind == rules.DAY_CLOSED:
        _check_day(row, tally)
    tally.leaves.append(row.leaf_hash)
    _add_up(row.draft, tally)
    series, year, last = _document(row.document)
    tally.series[series, year].append(last)
    if row.draft.reverses:
        tally.reversals.append(row)
    if row.draft.kind == "period.closed":
        tally.closed_through = row.draft.booked_on
    elif row.draft.kind == "period.reopened":
        tally.closed_through = date.fromisoformat(row.draft.memo[:10])


def _add_up(draft: Draft, tally: Tally) -> None:
    """Control accounts and holders, as the balances should have them; written apart from what posting adds."""
    debits, credits, month = tally.debits, tally.credits, draft.booked_on.isoformat()[:7]
    for debit, credit, amount, debit_holder, credit_holder, unit, _counterparty in draft.moves:
        debits[0, debit, unit, month] += amount
        credits[0, credit, unit, month] += amount
        if debit_holder:
            debits[debit_holder, debit, unit, month] += amount
        if credit_holder:
            credits[credit_holder, credit, unit, month] += amount


def _check_day(row: Row, tally: Tally) -> None:
    """What a day's end said of the book is what the entries before it add up to."""
    sums: dict[str, list[int]] = {}
    for side, amounts in enumerate((tally.debits, tally.credits)):
        for (holder, account, _unit, _month), amount in amounts.items():
            if not holder:
                sums.setdefault(account, [0, 0])[side] += amount
    new = len(tally.leaves) - (tally.day_ends[-1] if tally.day_ends else 0)
    if row.draft.memo != rules.day_memo(row.draft.booked_on, new=new, size=len(tally.leaves), sums=sums):
        tally.blame(row, _("Angka tutup hari ini tidak sama dengan catatan-catatan sebelumnya."))
    tally.day_ends.append(row.number)


def _document(document: str) -> tuple[str, int, int]:
    """`BKM-2025-000123` in its three parts; a torn one counts as number 0, which no series has."""
    series, _dash, last = document.rpartition("-")
    kind, year = _series(series)
    return (kind, year, int(last)) if year and last.isdigit() else (document, 0, 0)


@lru_cache(maxsize=1024)
def _series(text: str) -> tuple[str, int]:
    """`BKM-2025` in its two parts; year 0 when it is torn."""
    kind, _dash, year = text.partition("-")
    return (kind, int(year)) if year.isdigit() else (text, 0)


def _check_reversals(cooperative_id: int, tally: Tally) -> None:
    for row in tally.reversals:
        undone = store.entry_with_moves(cooperative_id, row.draft.reverses)
        if undone is None or rules.reversed_moves(undone.moves) != row.draft.moves:
            tally.blame(row, _("Pembatalan ini tidak sama dengan catatan yang dibatalkan."))


def _check_book(cooperative_id: int, tally: Tally) -> None:
    row = next(
        select(
            "SELECT last_number, leaf_count, frontier, root, closed_through FROM ledger_book WHERE cooperative_id = %s",
            cooperative_id,
        ),
        None,
    )
    if row is None:
        tally.blame_book(_("Koperasi ini tidak punya buku."))
        return
    last, leaves, frontier, root, closed = row
    size = len(tally.leaves)
    if (last, leaves) != (size, size):
        tally.blame_book(
            _("Buku menyebut %(last)s catatan, yang ada %(size)s.") % {"last": Count(last), "size": Count(size)}
        )
    expected = tally.grown.frontier(size)
    if bytes(frontier) != expected or bytes(root) != tree.root(expected, size):
        tally.blame_book(_("Sidik buku tidak sama dengan catatan-catatannya."))
    if as_date(closed) != tally.closed_through:
        tally.blame_book(_("Tanggal tutup buku tidak sama dengan catatan tutup bulan."))


def _check_series(cooperative_id: int, tally: Tally) -> None:
    stored = {}
    for kind, year, last in select(
        "SELECT kind, year, last FROM ledger_series WHERE cooperative_id = %s", cooperative_id
    ):
        stored[kind, year] = last
    for (kind, year), numbers in tally.series.items():
        if sorted(numbers) != list(range(1, len(numbers) + 1)):
            tally.blame_book(_("Nomor bukti %(kind)s %(year)s tidak berurutan.") % {"kind": kind, "year": year})
    counted = {key: len(numbers) for key, numbers in tally.series.items()}
    for kind, year in sorted(stored.keys() | counted.keys()):
        if stored.get((kind, year)) != counted.get((kind, year)):
            tally.blame_book(_("Seri bukti %(kind)s %(year)s tidak cocok.") % {"kind": kind, "year": year})


def _check_balances(cooperative_id: int, tally: Tally) -> None:
    """Balances are the transfers added up, and each control account is its holders and what nobody holds."""
    sql = "SELECT holder, account_code, unit, month, debit, credit FROM ledger_balance WHERE cooperative_id = %s"
    for *key, debit, credit in select(sql, cooperative_id):
        key = tuple(key)
        if (tally.debits.pop(key, 0), tally.credits.pop(key, 0)) != (debit, credit):
            _blame_balance(key, tally)
    for key in tally.debits.keys() | tally.credits.keys():
        _blame_balance(key, tally)


def _blame_balance(key, tally: Tally) -> None:
    holder, account, _unit, month = key
    tally.blame_book(
        _("Saldo akun %(account)s (pemegang %(holder)s) bulan %(month)s tidak sama dengan catatannya.")
        % {"account": account, "holder": holder, "month": month}
    )


def _check_accounts(cooperative_id: int, tally: Tally) -> None:
    """The chart is the same for all, from the first day of the books on."""
    since = Cooperative.objects.get(id=cooperative_id).books_from
    sql = (
        "SELECT code, name, kind, normal_side, statement_line, holder_kind, valid_from FROM ledger_account"
        " WHERE cooperative_id = %s AND valid_to IS NULL"
    )
    stored = {code: (*rest, as_date(day)) for code, *rest, day in select(sql, cooperative_id)}
    for line in ACCOUNTS.values():
        wanted = (line.name, line.kind, line.normal_side, LINE_OF.get(line.code, ""), line.holder_kind, since)
        if stored.pop(line.code, None) != wanted:
            tally.blame_book(_("Akun %(code)s berbeda dari daftar akun.") % {"code": line.code})
    for code in stored:
        tally.blame_book(_("Akun %(code)s tidak ada dalam daftar akun.") % {"code": code})


def strangers(cooperative_id: int) -> list[Problem]:
    """Holders that nobody in this cooperative is: the ledger keeps numbers only, so the registers are asked."""
    must_act_for(cooperative_id)
    sql = "SELECT DISTINCT account_code, holder FROM ledger_balance WHERE cooperative_id = %s AND holder <> 0"
    words = _("Akun %(account)s punya pemegang %(holder)s, yang tidak dikenal di koperasi ini.")
    return [
        Problem(0, "", words % {"account": account, "holder": holder})
        for account, holder in unknown_holders(cooperative_id, list(select(sql, cooperative_id)))
    ]
