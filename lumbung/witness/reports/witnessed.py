"""What witnesses have signed for, and how many of them are enough."""

from itertools import groupby

from lumbung import clock
from lumbung.cooperatives.reports import bylaws
from lumbung.cooperatives.tenant import across
from lumbung.ledger.reports.book import book_head
from lumbung.tlog import cosignature, note
from lumbung.tlog.note import Key, Note, Unverified
from lumbung.witness.models.seen import Cosignature, Watcher, Witness
from lumbung.witness.reports.heads import head

LOOKED_BACK = 200  # cosignatures among which a head with enough witnesses is looked for


def of_this_installation(witnesses: list[Witness]) -> set[int]:
    """Those whose key lies on this very machine: whoever holds it could sign for both, so they do not count.

    It asks across the wall, for public keys only.
    """
    ours = {Key.from_vkey(row.vkey).public: row.id for row in witnesses}
    with across(Watcher) as watchers:
        return {ours[bytes(each)] for each in watchers.filter(public__in=list(ours)).values_list("public", flat=True)}


def quorum(cooperative_id: int) -> int:
    """How many independent witnesses make a head a witnessed one: the cooperative's own setting."""
    return bylaws(cooperative_id, clock.today()).witness_quorum


def trusted(cooperative_id: int) -> list[tuple[Witness, bool]]:
    """Our witnesses, and whether each is independent of this installation."""
    rows = list(Witness.objects.filter(cooperative_id=cooperative_id, ended_at=None).order_by("id"))
    here = of_this_installation(rows)
    return [(row, row.id not in here) for row in rows]


def cosigned(cooperative_id: int, at_least: int = 0) -> Note:
    """The head to prove an entry with: the newest witnessed one of so many entries, else the newest there is."""
    return witnessed(cooperative_id, at_least) or head(cooperative_id)


def witnessed(cooperative_id: int, at_least: int = 0) -> Note | None:
    """The newest head of at least so many entries that enough independent witnesses signed for, with their lines.

    Where none has enough: the newest that any witness signed for. None: nobody signed for one.
    """
    counted = {row.id: (Key.from_vkey(row.vkey), alone) for row, alone in trusted(cooperative_id)}
    if not counted:
        return None
    size = book_head(cooperative_id).size  # a witness may have signed for more, before an old backup came back
    rows = Cosignature.objects.filter(
        cooperative_id=cooperative_id, size__gte=at_least, size__lte=size, witness_id__in=counted
    )
    needed, best = quorum(cooperative_id), None
    heads = groupby(rows.order_by("-size", "time")[:LOOKED_BACK], key=lambda row: row.size)
    for _size, of_head in heads:
        found = _with_lines(list(of_head), counted)
        best = best or found
        if found and sum(alone and bool(found.by(key)) for key, alone in counted.values()) >= needed:
            return found
    return best


def _with_lines(rows: list[Cosignature], counted: dict[int, tuple[Key, bool]]) -> Note | None:
    """Our checkpoint with the newest line of each witness that holds; a line that does not is left out."""
    lines = {row.witness_id: row for row in rows}
    base = note.parse(rows[-1].note)
    signatures = list(base.signatures)
    for witness_id, row in lines.items():
        whole = note.parse(str(base) + row.line)
        if _holds(whole, counted[witness_id][0]):
            signatures.append(whole.signatures[-1])
    return Note(base.text, tuple(signatures)) if len(signatures) > len(base.signatures) else None


def _holds(whole: Note, key: Key) -> bool:
    try:
        return cosignature.verify(whole, key) is not None
    except Unverified:
        return False


def quorum_lines(cooperative_id: int) -> str:
    """The witnesses of a c2sp.org/tlog-policy, and the rule: so many of those that are independent of this machine."""
    rows, lines, alone = trusted(cooperative_id), [], []
    for row, independent in rows:
        key = Key.from_vkey(row.vkey)
        name = f"{key.name}+{key.id.hex()}"
        lines.append(f"witness {name} {row.vkey} {row.url}".rstrip())
        alone += [name] if independent else []
    if not alone:
        return "\n".join([*lines, "quorum none"]) + "\n"
    enough = min(quorum(cooperative_id), len(alone)) or 1
    return "\n".join([*lines, f"group saksi {enough} {' '.join(alone)}", "quorum saksi"]) + "\n"
