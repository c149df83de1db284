"""The entries of a book as they lie in the tables, with what follows from each: its leaf, its opening."""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from django.db import connection

from lumbung.ledger import rules
from lumbung.ledger.rules import Draft, Move
from lumbung.sql.values import as_date, as_stored, moment_of

AT_ONCE = 2000  # rows asked for at a time

_day, _moment = lru_cache(maxsize=4096)(as_date), lru_cache(maxsize=4096)(moment_of)


class Hex(NamedTuple):
    """A request id as SQLite keeps it; a UUID made of it would cost as much as hashing the leaf."""

    hex: str


class Row(NamedTuple):
    """`posted_at` is None for transfers without an entry; `erased` is the commitment that outlives an erased salt."""

    number: int
    document: str
    draft: Draft
    digest: bytes
    posted_at: object
    salt: bytes
    leaf_hash: bytes
    erased: bytes = b""


def rows(cooperative_id: int, start: int = 0, stop: int = 2**62) -> Iterator[Row]:
    """The entries after number `start` up to `stop` with their transfers, in order, a few thousand at a time."""
    within = [cooperative_id, start, stop]
    transfers = select(
        "SELECT number, position, debit_code, credit_code, amount, debit_holder, credit_holder, unit, counterparty"
        " FROM ledger_transfer WHERE cooperative_id = %s AND number > %s AND number <= %s ORDER BY number, position",
        *within,
    )
    erased = dict(select("SELECT number, commitment FROM ledger_erasure WHERE cooperative_id = %s", cooperative_id))
    pending = next(transfers, None)
    for head in select(
        f"SELECT number, document, kind, {as_stored('booked_on')}, memo, request_id, request_digest, made_by,"
        f" approved_by, reverses, {as_stored('posted_at')}, salt, leaf_hash FROM ledger_entry"
        " WHERE cooperative_id = %s AND number > %s AND number <= %s ORDER BY number",
        *within,
    ):
        moves, number = [], head[0]
        while pending and pending[0] <= number:
            moves.append(pending)
            pending = next(transfers, None)
        yield _row(head, moves, erased)
    while pending:
        yield _row((pending[0], "?", "?", date.min, "", "0" * 32, b"", 0, None, None, None, b"", b""), [pending], {})
        pending = next(transfers, None)


def select(sql: str, *values) -> Iterator[tuple]:
    with connection.chunked_cursor() as cursor:
        cursor.execute(sql, values)
        while found := cursor.fetchmany(AT_ONCE):
            yield from found


def _row(head, moves, erased) -> Row:
    number, document, kind, day, memo, request, digest, by, approved, reverses, posted, salt, leaf = head
    in_order = moves[0][1] == 1 if len(moves) == 1 else _in_order(moves)
    made = tuple([Move._make(move[2:]) for move in moves])
    request_id = Hex(request) if type(request) is str else request
    draft = Draft(kind, _day(day), document[:-12], memo, request_id, by, made, approved, reverses)
    left = bytes(erased[number]) if number in erased else b""
    digest = bytes(digest) if in_order else b""
    return Row(number, document, draft, digest, posted and _moment(posted), bytes(salt), bytes(leaf), left)


def _in_order(moves) -> bool:
    return [move[1] for move in moves] == list(range(1, len(moves) + 1))


def leaf_of(row: Row) -> bytes:
    """The leaf that follows from what the row holds."""
    sealed = row.erased or rules.commitment(row.draft, row.digest, row.salt)
    facts = {"number": row.number, "document": row.document, "posted_at": row.posted_at}
    return rules.leaf_around(sealed, row.draft, **facts)
