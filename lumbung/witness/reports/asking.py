"""Questions of a log about its witnesses: who they are, how far each saw, what to ask them next."""

from dataclasses import dataclass

from django.db.models import Max, OuterRef, Subquery
from django.utils.translation import gettext as _

from lumbung.tlog import checkpoint as checkpoints
from lumbung.tlog.note import Key, Note
from lumbung.web.words import Count, Refused
from lumbung.witness.models.seen import Asked, Cosignature, Witness
from lumbung.witness.reports.proofs import consistency
from lumbung.witness.reports.witnessed import of_this_installation
from lumbung.witness.watching import Request


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
        raise Refused(words, who=witness.label, known=Count(old), size=Count(size))
    return Request(old, tuple(consistency(witness.cooperative_id, old, size)), signed)
