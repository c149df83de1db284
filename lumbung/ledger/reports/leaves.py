"""The leaves of a book's proof log, for whoever proves something of it."""

from collections.abc import Iterator
from typing import NamedTuple

from lumbung.cooperatives.tenant import must_act_for
from lumbung.ledger import rules
from lumbung.ledger.rows import leaf_of, rows
from lumbung.sql import bulk


def leaf_hashes(cooperative_id: int, start: int, stop: int) -> list[bytes]:
    """The hashes of the leaves from index `start` until before `stop`, in order; entry 1 is leaf 0."""
    must_act_for(cooperative_id)
    rows = bulk.ask(
        "SELECT leaf_hash FROM ledger_entry WHERE cooperative_id = %s AND number > %s AND number <= %s ORDER BY number",
        [cooperative_id, start, stop],
    )
    return [bytes(row[0]) for row in rows]


def salt_of(cooperative_id: int, number: int) -> bytes | None:
    """The key of an entry's commitment, which its owner may have; None when there is no such entry."""
    must_act_for(cooperative_id)
    rows = bulk.ask("SELECT salt FROM ledger_entry WHERE cooperative_id = %s AND number = %s", [cooperative_id, number])
    return bytes(rows[0][0]) if rows else None


class Leaf(NamedTuple):
    """An entry as it lies in the proof log: its canonical bytes, and what opens its commitment (empty when erased)."""

    number: int
    content: bytes
    salt: bytes
    personal: bytes


def leaves(cooperative_id: int, start: int, stop: int) -> Iterator[Leaf]:
    """The leaves from index `start` until before `stop`, made anew from the rows."""
    must_act_for(cooperative_id)
    for row in rows(cooperative_id, start, stop):
        opened = rules.personal(row.draft, row.digest) if row.salt else b""
        yield Leaf(row.number, leaf_of(row), row.salt, opened)
