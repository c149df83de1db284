"""The ledger's own SQL: the few statements that a posting is made of."""

from collections import Counter
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from lumbung.ledger.rules import Draft, Move
from lumbung.sql import bulk
from lumbung.sql.values import as_blob, as_date, as_day, as_moment, as_uuid, uuid_of
from lumbung.tlog import tree


class BookRow(NamedTuple):
    cooperative_id: int
    last_number: int
    frontier: bytes
    closed_through: date | None
    seal: bytes


class Grown(NamedTuple):
    """The tree of a book with the new leaves in it."""

    size: int
    frontier: bytes
    root: bytes


class EntryRow(NamedTuple):
    number: int
    draft: Draft
    document: str
    digest: bytes
    posted_at: datetime
    salt: bytes
    leaf_hash: bytes


class Known(NamedTuple):
    number: int
    document: str
    request_id: UUID
    digest: bytes


class Stored(NamedTuple):
    document: str
    kind: str
    moves: tuple[Move, ...]


ENTRY = (
    "cooperative_id", "number", "booked_on", "kind", "document", "request_id", "request_digest", "made_by", "posted_at",
    "memo", "salt", "leaf_hash",
)  # fmt: skip
SELDOM = ("approved_by", "reverses")
TRANSFER = (
    "cooperative_id", "number", "position", "debit_code", "credit_code", "amount", "debit_holder", "credit_holder",
    "unit", "counterparty",
)  # fmt: skip
BALANCE_KEY, BALANCE_SUMS = ("cooperative_id", "holder", "account_code", "unit", "month"), ("debit", "credit")


def lock_book(cooperative_id: int) -> BookRow:
    """Take the book's row: whoever posts next waits here. On SQLite the transaction holds the lock already."""
    sql = "SELECT last_number, frontier, closed_through, seal FROM ledger_book WHERE cooperative_id = %s"
    rows = bulk.ask(sql + bulk.for_update(), [cooperative_id])
    assert rows, "the cooperative has a book: open_book comes first"
    last_number, frontier, closed_through, seal = rows[0]
    return BookRow(cooperative_id, last_number, bytes(frontier), as_date(closed_through), bytes(seal or b""))


def take_book(cooperative_id: int, request_ids: list[UUID]) -> tuple[BookRow, dict[UUID, Known]]:
    """As `lock_book`; and, asked with the lock held, which of these requests are in the book already."""
    book = lock_book(cooperative_id)
    entries = bulk.ask(*_asking(cooperative_id, *_requested(request_ids)))
    return book, {row.request_id: row for row in map(_known, entries)}


def _requested(request_ids: list[UUID]) -> tuple[str, list]:
    if len(request_ids) == 1:
        return "request_id = %s", [as_uuid(request_ids[0])]
    return bulk.one_of("request_id", [as_uuid(request_id) for request_id in request_ids])


def _asking(cooperative_id: int, condition: str, values: list) -> tuple[str, list]:
    sql = "SELECT number, document, request_id, request_digest FROM ledger_entry WHERE cooperative_id = %s AND "
    return sql + condition, [cooperative_id, *values]


def _known(row: tuple) -> Known:
    number, document, request_id, digest = row
    return Known(number, document, uuid_of(request_id), bytes(digest))


def take_documents(cooperative_id: int, wanted: list[tuple[str, int]]) -> list[str]:
    """A document number for each (series, year), without a gap: `BKM-2025-000001`."""
    last = {}
    for (series, year), count in Counter(wanted).items():
        rows = bulk.ask(
            "INSERT INTO ledger_series (cooperative_id, kind, year, last) VALUES (%s, %s, %s, %s)"
            " ON CONFLICT (cooperative_id, kind, year) DO UPDATE SET last = ledger_series.last + excluded.last"
            " RETURNING last",
            [cooperative_id, series, year, count],
        )
        last[series, year] = rows[0][0] - count
    documents = []
    for series, year in wanted:
        last[series, year] += 1
        documents.append(f"{series}-{year}-{last[series, year]:06}")
    return documents


def insert(cooperative_id: int, entries: list[EntryRow], deltas: list[tuple]) -> None:
    """Entries, their transfers, and what they add to the balances."""
    moment = as_moment(entries[0].posted_at)
    bulk.write(
        _entries(cooperative_id, entries, moment),
        bulk.Rows("ledger_transfer", TRANSFER, [row for entry in entries for row in _transfers(cooperative_id, entry)]),
        bulk.growing("ledger_balance", BALANCE_KEY, BALANCE_SUMS, deltas),
    )


def _entries(cooperative_id: int, entries: list[EntryRow], posted_at) -> bulk.Rows:
    """Most batches approve and reverse nothing: a null that is not sent costs nothing."""
    rows = [_entry(cooperative_id, entry, posted_at) for entry in entries]
    seldom = [(entry.draft.approved_by, entry.draft.reverses) for entry in entries]
    if any(map(any, seldom)):
        return bulk.Rows("ledger_entry", ENTRY + SELDOM, [row + both for row, both in zip(rows, seldom, strict=True)])
    return bulk.Rows("ledger_entry", ENTRY, rows)


def _entry(cooperative_id: int, entry: EntryRow, posted_at) -> tuple:
    number, draft, document, digest, _posted_at, salt, leaf_hash = entry
    kind, booked_on, _series, memo, request_id, made_by, _moves, _approved_by, _reverses = draft
    return (
        cooperative_id, number, booked_on.isoformat(), kind, document, request_id.hex, as_blob(digest), made_by,
        posted_at, memo, as_blob(salt), as_blob(leaf_hash),
    )  # fmt: skip


def _transfers(cooperative_id: int, entry: EntryRow) -> list[tuple]:
    return [(cooperative_id, entry.number, position, *move) for position, move in enumerate(entry.draft.moves, start=1)]


def grown(book: BookRow, leaves: list[bytes]) -> Grown:
    """The tree after these leaves; nothing is written yet."""
    frontier = tree.append_many(book.frontier, book.last_number, leaves)
    size = book.last_number + len(leaves)
    return Grown(size, frontier, tree.root(frontier, size))


def advance_book(book: BookRow, to: Grown, *, closed_through: date | None, seal: bytes) -> None:
    """The book has come this far: the guards count the entries now."""
    bulk.do(
        "UPDATE ledger_book SET last_number = %s, leaf_count = %s, frontier = %s, root = %s, closed_through = %s,"
        " seal = %s WHERE cooperative_id = %s",
        [
            to.size,
            to.size,
            as_blob(to.frontier),
            as_blob(to.root),
            closed_through and as_day(closed_through),
            as_blob(seal),
            book.cooperative_id,
        ],
    )


def put_seal(cooperative_id: int, seal: bytes) -> None:
    """Another seal on the same head."""
    bulk.do("UPDATE ledger_book SET seal = %s WHERE cooperative_id = %s", [as_blob(seal), cooperative_id])


def entry_with_moves(cooperative_id: int, number: int) -> Stored | None:
    """An entry of the book with its moves in order; None when the book has no such number."""
    head = bulk.ask(
        "SELECT document, kind FROM ledger_entry WHERE cooperative_id = %s AND number = %s", [cooperative_id, number]
    )
    moves = bulk.ask(
        "SELECT debit_code, credit_code, amount, debit_holder, credit_holder, unit, counterparty"
        " FROM ledger_transfer WHERE cooperative_id = %s AND number = %s ORDER BY position",
        [cooperative_id, number],
    )
    return Stored(*head[0], tuple(Move(*row) for row in moves)) if head else None


def reversal_of(cooperative_id: int, number: int) -> Known | None:
    """The entry that reversed this one, if there is one."""
    rows = bulk.ask(*_asking(cooperative_id, "reverses = %s", [number]))
    return _known(rows[0]) if rows else None


def number_of(cooperative_id: int, request_id: UUID) -> int | None:
    """The entry that a request has become; None before it has."""
    rows = bulk.ask(*_asking(cooperative_id, *_requested([request_id])))
    return _known(rows[0]).number if rows else None


def numbers_of_holder(cooperative_id: int, holder: int) -> list[int]:
    """The entries that a holder has a part in and whose salt is still there."""
    rows = bulk.ask(
        "SELECT number FROM ledger_entry e WHERE cooperative_id = %s AND length(salt) > 0 AND EXISTS (SELECT 1 FROM"
        " ledger_transfer t WHERE t.cooperative_id = e.cooperative_id AND t.number = e.number"
        " AND (t.debit_holder = %s OR t.credit_holder = %s)) ORDER BY number",
        [cooperative_id, holder, holder],
    )
    return [number for (number,) in rows]


def erase(cooperative_id: int, number: int) -> None:
    """Take the salt, the words and the digest out of an entry; the guard wants its erasure written down before."""
    bulk.do(
        "UPDATE ledger_entry SET salt = %s, request_digest = %s, memo = '' WHERE cooperative_id = %s AND number = %s",
        [as_blob(b""), as_blob(b""), cooperative_id, number],
    )


def last_of_kind(cooperative_id: int, kind: str) -> int:
    """The number of the newest entry of a kind; 0 when there is none."""
    sql = "SELECT COALESCE(max(number), 0) FROM ledger_entry WHERE cooperative_id = %s AND kind = %s"
    return bulk.ask(sql, [cooperative_id, kind])[0][0]


def control_sums(cooperative_id: int) -> dict[str, list[int]]:
    """{account: [debit, credit]} of the whole book, sen."""
    rows = bulk.ask(
        "SELECT account_code, sum(debit), sum(credit) FROM ledger_balance WHERE cooperative_id = %s AND holder = 0"
        " GROUP BY account_code",
        [cooperative_id],
    )
    return {code: [int(debit), int(credit)] for code, debit, credit in rows}
