"""Recompute everything from the rows: every leaf, number, document, balance, control account and closing.

Shares the leaf's definition with posting and nothing else: no balance, root or series is believed.
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from django.db import connection
from django.utils.translation import gettext as _

from lumbung.cooperatives.models import Cooperative
from lumbung.cooperatives.tenant import must_act_for
from lumbung.ledger import rules, store
from lumbung.ledger.chart import ACCOUNTS
from lumbung.ledger.layout import LINE_OF
from lumbung.ledger.reports.names import unknown_holders
from lumbung.ledger.rules import Draft, Move
from lumbung.sql.values import as_date, moment_of, uuid_of
from lumbung.tlog import tree
from lumbung.web.words import Count


class Problem(NamedTuple):
    """Something that is not as it was posted; `number` names the entry, 0 when no single one is to blame."""

    number: int
    document: str
    message: str


class Row(NamedTuple):
    number: int
    document: str
    draft: Draft
    digest: bytes
    posted_at: object
    salt: bytes
    leaf_hash: bytes


class Tally:
    """What the entries say, gathered in one pass."""

    def __init__(self):
        self.problems: list[Problem] = []
        self.leaves: list[bytes] = []
        self.balances: dict[tuple, list[int]] = {}
        self.series: dict[tuple[str, int], list[int]] = {}
        self.reversals: list[Row] = []
        self.closed_through: date | None = None

    def blame(self, row: Row, message: str) -> None:
        self.problems.append(Problem(row.number, row.document, message))

    def blame_book(self, message: str) -> None:
        self.problems.append(Problem(0, "", message))


def problems(cooperative_id: int) -> list[Problem]:
    """Everything in a book that is not as it was posted; empty when the book is whole."""
    must_act_for(cooperative_id)
    tally = Tally()
    for row in _rows(cooperative_id):
        _check_entry(row, tally)
        _count(row, tally)
    _check_reversals(cooperative_id, tally)
    _check_book(cooperative_id, tally)
    _check_series(cooperative_id, tally)
    _check_balances(cooperative_id, tally)
    _check_accounts(cooperative_id, tally)
    return tally.problems


def _rows(cooperative_id: int) -> Iterator[Row]:
    """The entries with their transfers, in order, a few thousand at a time."""
    transfers = _transfers(cooperative_id)
    pending = next(transfers, None)
    for head in _select(
        "SELECT number, document, kind, booked_on, memo, request_id, request_digest, made_by, approved_by, reverses,"
        " posted_at, salt, leaf_hash FROM ledger_entry WHERE cooperative_id = %s ORDER BY number",
        cooperative_id,
    ):
        moves = []
        while pending and pending[0] <= head[0]:
            moves.append(pending[1:])
            pending = next(transfers, None)
        yield _row(head, moves)
    while pending:
        yield _row((pending[0], "?", "?", date.min, "", "0" * 32, b"", 0, None, None, None, b"", b""), [pending[1:]])
        pending = next(transfers, None)


def _transfers(cooperative_id: int):
    return _select(
        "SELECT number, position, debit_code, credit_code, amount, debit_holder, credit_holder, unit, counterparty"
        " FROM ledger_transfer WHERE cooperative_id = %s ORDER BY number, position",
        cooperative_id,
    )


def _select(sql: str, *values) -> Iterator[tuple]:
    with connection.chunked_cursor() as cursor:
        cursor.execute(sql, values)
        while rows := cursor.fetchmany(2000):
            yield from rows


def _row(head, moves) -> Row:
    number, document, kind, day, memo, request, digest, by, approved, reverses, posted, salt, leaf = head
    wrong_order = [position for position, *_ in moves] != list(range(1, len(moves) + 1))
    made = tuple(Move(*move) for _position, *move in moves)
    draft = Draft(kind, as_date(day), document[:-12], memo, uuid_of(request), by, made, approved, reverses)
    digest = b"" if wrong_order else bytes(digest)
    return Row(number, document, draft, digest, posted and moment_of(posted), bytes(salt), bytes(leaf))


def _check_entry(row: Row, tally: Tally) -> None:
    if row.posted_at is None:
        tally.blame(row, _("Ada gerakan uang tanpa catatan."))
        return
    if row.number != len(tally.leaves) + 1:
        tally.blame(row, _("Nomor catatan meloncat: ada catatan yang hilang sebelum ini."))
    if rules.digest(row.draft) != row.digest:
        tally.blame(row, _("Isi catatan tidak sama dengan yang diminta saat dibukukan."))
    elif leaf_of(row) != row.leaf_hash:
        tally.blame(row, _("Isi catatan berubah sesudah dibukukan."))
    elif rules.wrong_with(row.draft) or row.draft.approved_by == row.draft.made_by:
        tally.blame(row, _("Catatan ini tidak pernah boleh dibukukan."))


def leaf_of(row: Row) -> bytes:
    """The leaf hash that an entry should have."""
    facts = {"number": row.number, "document": row.document, "posted_at": row.posted_at}
    return tree.leaf_hash(rules.leaf(row.draft, request_digest=row.digest, salt=row.salt, **facts))


def _count(row: Row, tally: Tally) -> None:
    tally.leaves.append(row.leaf_hash)
    for _coop, *key, debit, credit in rules.deltas(0, [row.draft]):
        sums = tally.balances.setdefault(tuple(key), [0, 0])
        sums[0] += debit
        sums[1] += credit
    series, year, last = _document(row.document)
    tally.series.setdefault((series, year), []).append(last)
    if row.draft.reverses:
        tally.reversals.append(row)
    if row.draft.kind == "period.closed":
        tally.closed_through = row.draft.booked_on
    elif row.draft.kind == "period.reopened":
        tally.closed_through = date.fromisoformat(row.draft.memo[:10])


def _document(document: str) -> tuple[str, int, int]:
    """`BKM-2025-000123` in its three parts; a torn one counts as number 0, which no series has."""
    parts = document.split("-")
    if len(parts) == 3 and parts[1].isdigit() and parts[2].isdigit():
        return parts[0], int(parts[1]), int(parts[2])
    return document, 0, 0


def _check_reversals(cooperative_id: int, tally: Tally) -> None:
    for row in tally.reversals:
        undone = store.entry_with_moves(cooperative_id, row.draft.reverses)
        if undone is None or rules.reversed_moves(undone.moves) != row.draft.moves:
            tally.blame(row, _("Pembatalan ini tidak sama dengan catatan yang dibatalkan."))


def _check_book(cooperative_id: int, tally: Tally) -> None:
    row = next(
        _select(
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
    expected = tree.append_many(b"", 0, tally.leaves)
    if bytes(frontier) != expected or bytes(root) != tree.root(expected, size):
        tally.blame_book(_("Sidik buku tidak sama dengan catatan-catatannya."))
    if as_date(closed) != tally.closed_through:
        tally.blame_book(_("Tanggal tutup buku tidak sama dengan catatan tutup bulan."))


def _check_series(cooperative_id: int, tally: Tally) -> None:
    stored = {}
    for kind, year, last in _select(
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
    for *key, debit, credit in _select(sql, cooperative_id):
        if tally.balances.pop(tuple(key), [0, 0]) != [debit, credit]:
            _blame_balance(key, tally)
    for key in tally.balances:
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
    stored = {code: (*rest, as_date(day)) for code, *rest, day in _select(sql, cooperative_id)}
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
        for account, holder in unknown_holders(cooperative_id, list(_select(sql, cooperative_id)))
    ]
