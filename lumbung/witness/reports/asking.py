"""Questions of a log about its witnesses: who they are, how far each saw, what to ask next, what they have signed."""

from dataclasses import dataclass
from itertools import groupby

from django.db.models import Max, OuterRef, Subquery
from django.utils.translation import gettext as _

from lumbung import clock
from lumbung.cooperatives.reports import bylaws
from lumbung.tlog import checkpoint as checkpoints
from lumbung.tlog import cosignature, note
from lumbung.tlog.note import Key, Note, Unverified
from lumbung.web.words import Refused
from lumbung.witness.models.seen import Asked, Cosignature, Watcher, Witness
from lumbung.witness.reports.heads import head
from lumbung.witness.reports.proofs import consistency
from lumbung.witness.watching import Request

LOOKED_BACK = 200  # witnessed heads among which one with enough witnesses is looked for


@dataclass(frozen=True)
class Standing:
    """A witness of ours, how far it saw our book and when, and what came of asking it last."""

    witness: Witness
    signed: Cosignature | None
    asked: Asked | None
    independent: bool
    size: int  # of our book now

    @property
    def key(self) -> Key:
        return Key.from_vkey(self.witness.vkey)

    @property
    def behind(self) -> int:
        """Entries that this witness has not seen yet."""
        return self.size - (self.signed.size if self.signed else 0)

    @property
    def alarm(self) -> bool:
        """The witness saw a longer book than ours, or refused what we showed."""
        outcomes = (Asked.Outcome.AHEAD, Asked.Outcome.REFUSED)
        return bool(self.asked and self.asked.outcome in outcomes)


def standings(cooperative_id: int, size: int) -> list[Standing]:
    """Our witnesses by name, those that have ended left out; the number of queries does not grow with them."""
    witnesses = list(Witness.objects.filter(cooperative_id=cooperative_id, ended_at=None).order_by("label", "id"))
    signed = {row.witness_id: row for row in _newest(Cosignature, cooperative_id, "time")}
    asked = {row.witness_id: row for row in _newest(Asked, cooperative_id, "id")}
    here = of_this_installation(witnesses)
    return [Standing(row, signed.get(row.id), asked.get(row.id), row.id not in here, size) for row in witnesses]


def _newest(model, cooperative_id: int, column: str):
    same = model.objects.filter(cooperative_id=cooperative_id, witness_id=OuterRef("witness_id"))
    last = same.order_by().values("witness_id").annotate(last=Max(column)).values("last")
    return model.objects.filter(cooperative_id=cooperative_id, **{column: Subquery(last)})


def of_this_installation(witnesses: list[Witness]) -> set[int]:
    """Those whose key lies on this very machine: whoever holds it could sign for both, so they do not count.

    It asks across the wall, for public keys only.
    """
    ours = {Key.from_vkey(row.vkey).public: row.id for row in witnesses}
    there = Watcher.everywhere.filter(public__in=list(ours)).values_list("public", flat=True)
    return {ours[bytes(each)] for each in there}


def witness_of(cooperative_id: int, witness_id: int) -> Witness | None:
    return Witness.objects.filter(cooperative_id=cooperative_id, id=witness_id).first()


def cosignatures(witness: Witness):
    """All that a witness signed for us, the newest first."""
    of_it = {"cooperative_id": witness.cooperative_id, "witness_id": witness.id}
    return Cosignature.objects.filter(**of_it).order_by("-time", "-size")


def answers(witness: Witness):
    """What came of asking it, the newest first."""
    return Asked.objects.filter(cooperative_id=witness.cooperative_id, witness_id=witness.id).order_by("-id")


def known_size(witness: Witness) -> int:
    """How far the witness says it saw us; a witness only moves forward."""
    of_it = {"cooperative_id": witness.cooperative_id, "witness_id": witness.id}
    signed = Cosignature.objects.filter(**of_it).aggregate(last=Max("size"))["last"]
    told = Asked.objects.filter(**of_it).aggregate(last=Max("known"))["last"]
    return max(signed or 0, told or 0)


def request_for(witness: Witness, signed: Note, known: int | None = None) -> Request:
    """What to send to a witness: our head, and how our book grew from what it saw last.

    Raises  Refused: it saw a longer book than we have
    """
    old, size = known_size(witness) if known is None else known, checkpoints.parse(signed.text).size
    if old > size:
        words = _("%(who)s pernah melihat buku kita sampai catatan %(known)s, padahal di sini hanya sampai %(size)s."
                  " Jangan mencatat dulu; pulihkan cadangan terbaru.")  # fmt: skip
        raise Refused(words, who=witness.label, known=old, size=size)
    return Request(old, tuple(consistency(witness.cooperative_id, old, size)), signed)


# What they have signed


def quorum(cooperative_id: int) -> int:
    """How many independent witnesses make a head a witnessed one: the cooperative's own setting."""
    return bylaws(cooperative_id, clock.today()).witness_quorum


def trusted(cooperative_id: int) -> list[tuple[Witness, bool]]:
    """Our witnesses, and whether each is independent of this installation."""
    rows = list(Witness.objects.filter(cooperative_id=cooperative_id, ended_at=None).order_by("id"))
    here = of_this_installation(rows)
    return [(row, row.id not in here) for row in rows]


def cosigned(cooperative_id: int, at_least: int = 0) -> Note:
    """The head to prove an entry with: the newest that is witnessed and holds so many entries, else the newest at all."""
    return witnessed(cooperative_id, at_least) or head(cooperative_id)


def witnessed(cooperative_id: int, at_least: int = 0) -> Note | None:
    """The newest head of at least so many entries that enough independent witnesses signed for, with their lines.

    Where none has enough: the newest that any witness signed for. None: nobody signed for one.
    """
    counted = {row.id: (Key.from_vkey(row.vkey), alone) for row, alone in trusted(cooperative_id)}
    rows = Cosignature.objects.filter(cooperative_id=cooperative_id, size__gte=at_least, witness_id__in=counted)
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
