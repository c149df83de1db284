"""The entries of a book as they lie in the tables, with what follows from each: its leaf, its opening."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from django.db import connection

from lumbung.ledger import rules
from lumbung.ledger.rules import Draft, Move
from lumbung.sql.values import as_date, moment_of, uuid_of

AT_ONCE = 2000  # rows asked for at a time


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
        "SELECT number, document, kind, booked_on, memo, request_id, request_digest, made_by, approved_by, reverses,"
        " posted_at, salt, leaf_hash FROM ledger_entry WHERE cooperative_id = %s AND number > %s AND number <= %s"
        " ORDER BY number",
        *within,
    ):
        moves = []
        while pending and pending[0] <= head[0]:
            moves.append(pending[1:])
            pending = next(transfers, None)
        yield _row(head, moves, erased)
    while pending:
        yield _row(
            (pending[0], "?", "?", date.min, "", "0" * 32, b"", 0, None, None, None, b"", b""), [pending[1:]], {}
        )
        pending = next(transfers, None)


def select(sql: str, *values) -> Iterator[tuple]:
    with connection.chunked_cursor() as cursor:
        cursor.execute(sql, values)
        while found := cursor.fetchmany(AT_ONCE):
            yield from found


def _row(head, moves, erased) -> Row:
    number, document, kind, day, memo, request, digest, by, approved, reverses, posted, salt, leaf = head
    wrong_order = [position for position, *_ in moves] != list(range(1, len(moves) + 1))
    made = tuple(Move(*move) for _position, *move in moves)
    draft = Draft(kind, as_date(day), document[:-12], memo, uuid_of(request), by, made, approved, reverses)
    digest = b"" if wrong_order else bytes(digest)
    left = bytes(erased.get(number, b""))
    return Row(number, document, draft, digest, posted and moment_of(posted), bytes(salt), bytes(leaf), left)


def leaf_of(row: Row) -> bytes:
    """The leaf that follows from what the row holds."""
    sealed = row.erased or rules.commitment(row.draft, row.digest, row.salt)
    facts = {"number": row.number, "document": row.document, "posted_at": row.posted_at}
    return rules.leaf_around(sealed, row.draft, **facts)
