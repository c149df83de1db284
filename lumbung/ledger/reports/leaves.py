"""The leaves of a book's proof log, for whoever proves something of it."""

from lumbung.cooperatives.tenant import must_act_for
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
