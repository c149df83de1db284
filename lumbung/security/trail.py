"""Every event gets its place in a Merkle log, at the end of the deed that it tells of, in that deed's transaction.

One log a cooperative, and one for the installation. The head is locked last and for one moment, so that two deeds wait
for nothing else of each other, and a deed of a thousand events moves it once. Decision 0033.
"""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from lumbung.security import trail_keys
from lumbung.security.models import Event, TrailHead
from lumbung.security.trail_rules import INSTALLATION, leaf_hash
from lumbung.sql import bulk
from lumbung.sql.values import as_blob
from lumbung.tlog import tree

AT_ONCE = 500  # ids that one statement asks for


class Head(NamedTuple):
    """How far a log has come; `before` is the seal that it had until now."""

    log: int
    size: int
    root: bytes
    before: bytes = b""


class Sealer(NamedTuple):
    """Whoever holds a cooperative's own key: `seal` a head (empty: there is none yet), and tell whether one `holds`."""

    seal: Callable[[Head], bytes]
    holds: Callable[[Head, bytes], bool]


_SEALERS: list[Sealer] = []


def know_sealer(sealer: Sealer) -> None:
    """Ask this for the seals of cooperatives; a head that it does not seal gets the installation's."""
    _SEALERS[:] = [sealer]


def sealed(head: Head) -> bytes:
    theirs = _SEALERS[0].seal(head) if _SEALERS and head.log != INSTALLATION else b""
    return theirs or trail_keys.seal(head.log, head.size, head.root)


def holds(head: Head, seal: bytes) -> bool:
    """Whether the seal is of this head, by a key that this installation or the cooperative's log has."""
    if trail_keys.is_own(seal):
        return trail_keys.holds(head.log, head.size, head.root, seal)
    return bool(_SEALERS) and _SEALERS[0].holds(head, seal)


def grow(noted: list[tuple[int, int]]) -> None:
    """Give the events of a deed, (log, id) each, their places. What a part that was rolled back told is not there."""
    logs = {}
    for log, event_id in noted:
        logs.setdefault(log, []).append(event_id)
    for log in sorted(logs):  # two deeds never wait for each other crosswise
        _grow(log, logs[log])


def _grow(log: int, ids: list[int]) -> None:
    rows = list(events(ids))
    if not rows:
        return
    head = lock(log)
    size, hashes = head.size + len(rows), [hash_of(row) for row in rows]
    frontier = tree.append_many(head.frontier, head.size, hashes)
    root = tree.root(frontier, size)
    numbered = enumerate(zip(rows, hashes, strict=True), head.size + 1)
    places = [(log, number, row.id, as_blob(hash)) for number, (row, hash) in numbered]
    bulk.insert("security_trailleaf", ("log", "number", "event_id", "hash"), places)
    seal = sealed(Head(log, size, root, head.before))
    bulk.do(
        "UPDATE security_trailhead SET size = %s, frontier = %s, root = %s, seal = %s WHERE log = %s",
        [size, as_blob(frontier), as_blob(root), as_blob(seal), log],
    )


def events(ids: list[int]) -> Iterable[Event]:
    """The events with these ids that are there, in the order of their ids."""
    for start in range(0, len(ids), AT_ONCE):
        yield from Event.objects.filter(id__in=sorted(ids)[start : start + AT_ONCE]).order_by("id")


class Grown(NamedTuple):
    """What the next leaf is put beside."""

    size: int
    frontier: bytes
    before: bytes


def lock(log: int) -> Grown:
    """The head of a log, ours until the deed ends; an empty one is made for a log that has none."""
    sql = f"SELECT size, frontier, seal FROM security_trailhead WHERE log = %s{bulk.for_update()}"  # noqa: S608 - ours
    if not (found := bulk.ask(sql, [log])):
        new = TrailHead(log=log, size=0, frontier=b"", root=tree.EMPTY_ROOT, seal=b"")
        TrailHead.objects.bulk_create([new], ignore_conflicts=True)
        found = bulk.ask(sql, [log])
    size, frontier, seal = found[0]
    return Grown(size, bytes(frontier), bytes(seal))


def hash_of(row: Event) -> bytes:
    return leaf_hash(
        event_id=row.id, at=row.at, log=row.cooperative_id or INSTALLATION, person_id=row.person_id, deed=row.deed,
        subject=row.subject, detail=row.detail,
    )  # fmt: skip
