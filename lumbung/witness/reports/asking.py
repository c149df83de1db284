"""Questions of a log about its witnesses: who they are, how far each saw, what to ask them next."""

from dataclasses import dataclass

from django.db.models import Max, OuterRef, Subquery
from django.utils.translation import gettext as _

from lumbung.ledger.reports.book import book_head
from lumbung.tlog import checkpoint as checkpoints
from lumbung.tlog.note import Key, Note
from lumbung.web.words import Count
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
        """The witness signed for a longer book than ours, says that it saw one, or refused what we showed."""
        outcomes = (Asked.Outcome.AHEAD, Asked.Outcome.REFUSED)
        return self.behind < 0 or bool(self.asked and self.asked.outcome in outcomes)

    @property
    def words(self) -> str:
        """What the alarm is about."""
        if self.behind < 0:
            return ahead_words(self.witness, self.signed.size, self.size)
        return self.asked.words


def ahead_words(witness: Witness, known: int, size: int) -> str:
    words = _("%(who)s pernah melihat buku kita sampai catatan %(known)s, padahal di sini hanya sampai %(size)s."
              " Jangan mencatat dulu; pulihkan cadangan terbaru.")  # fmt: skip
    return words % {"who": witness.label, "known": Count(known), "size": Count(size)}


def standings(cooperative_id: int, size: int) -> list[Standing]:
    """Our witnesses by name, those that have ended left out; the number of queries does not grow with them."""
    witnesses = list(Witness.objects.filter(cooperative_id=cooperative_id, ended_at=None).order_by("label", "id"))
    signed = {row.witness_id: row for row in _newest(Cosignature, cooperative_id, "time")}
    asked = {row.witness_id: row for row in _newest(Asked, cooperative_id, "id")}
    here = of_this_installation(witnesses)
    return [Standing(row, signed.get(row.id), asked.get(row.id), row.id not in here, size) for row in witnesses]


def alarms(cooperative_id: int) -> int:
    """How many of our witnesses saw a longer book, or refused ours when it was last shown."""
    return sum(one.alarm for one in standings(cooperative_id, book_head(cooperative_id).size))


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
    """How far the witness said, the last time that it told, that it saw us."""
    told = Asked.objects.filter(cooperative_id=witness.cooperative_id, witness_id=witness.id, known__isnull=False)
    return told.order_by("-id").values_list("known", flat=True).first() or 0


def request_for(witness: Witness, signed: Note, known: int | None = None) -> Request:
    """What to send to a witness: our head, and how our book grew from what it saw last.

    A witness that saw a longer book is asked all the same: it refuses, and keeps what it refused.
    """
    size = checkpoints.parse(signed.text).size
    old = min(known_size(witness) if known is None else known, size)
    return Request(old, tuple(consistency(witness.cooperative_id, old, size)), signed)
