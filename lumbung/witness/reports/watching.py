"""Questions of a witness: which key, whom it watches, how far it saw, what it refused and why, in plain words."""

from dataclasses import dataclass

from django.db.models import Count, Max, OuterRef, Subquery
from django.utils.translation import gettext as _

from lumbung.cooperatives.models import Cooperative
from lumbung.tlog.note import COSIGNATURE, NOTE, Key, Malformed
from lumbung.web.words import Count as Number
from lumbung.web.words import Refused
from lumbung.witness import rules, telling
from lumbung.witness.models.seen import Refusal, Retired, Seen, TrustedKey, Watched, Watcher
from lumbung.witness.watching import Kind

PRESSING = 3  # refusals that stand over the page; all are listed beneath


def watcher(cooperative_id: int, holder: str) -> Watcher | None:
    """The witness that is at work under this roof; one that was retired is none."""
    retired = Retired.objects.filter(cooperative_id=cooperative_id).values("watcher_id")
    rows = Watcher.objects.filter(cooperative_id=cooperative_id, holder=holder).exclude(id__in=retired)
    return rows.order_by("-id").first()


def is_retired(watcher: Watcher) -> bool:
    return Retired.objects.filter(cooperative_id=watcher.cooperative_id, watcher_id=watcher.id).exists()


def watcher_name(cooperative_id: int, holder: str) -> str:
    """`lumbung.example/karbes/saksi`, `lumbung.example/karbes/pengawas`."""
    origin = rules.origin(Cooperative.objects.get(id=cooperative_id).slug)
    return f"{origin}/{'pengawas' if holder == Watcher.Holder.SUPERVISOR else 'saksi'}"


def key_of(watcher: Watcher) -> Key:
    return Key(watcher.name, bytes(watcher.public), COSIGNATURE)


def log_key(vkey: str) -> Key:
    """The key of a log, as it was typed or pasted.

    Raises  Refused: it is none, or it is a witness's
    """
    key = _key(vkey)
    if key.kind != NOTE:
        raise Refused(_("Ini kunci saksi, bukan kunci buku. Minta kunci buku dari halaman Saksi koperasi itu."))
    return key


def witness_key(vkey: str) -> Key:
    """The key of a witness.

    Raises  Refused: it is none, or it is a log's
    """
    key = _key(vkey)
    if key.kind != COSIGNATURE:
        raise Refused(_("Ini kunci buku, bukan kunci saksi. Minta kunci saksi dari halaman Menjadi saksi mereka."))
    return key


def _key(vkey: str) -> Key:
    try:
        return Key.from_vkey("".join(vkey.split()))
    except Malformed:
        raise Refused(_("Kunci ini tidak utuh. Salin lagi seluruhnya, dari nama sampai huruf terakhir.")) from None


@dataclass(frozen=True)
class Log:
    """A log that is watched, and how far it was seen."""

    watched: Watched
    seen: Seen | None
    refusals: int
    keys: int

    @property
    def label(self) -> str:
        return self.watched.label


def logs(watcher: Watcher) -> list[Log]:
    """Whom a witness watches, by name; the number of queries does not grow with them."""
    of_us = {"cooperative_id": watcher.cooperative_id, "watcher_id": watcher.id}
    newest = {row.origin: row for row in _newest(of_us)}
    refused, keys = _counts(Refusal, of_us), _counts(TrustedKey, of_us)
    return [
        Log(row, newest.get(row.origin), refused.get(row.origin, 0), keys.get(row.origin, 0))
        for row in Watched.objects.filter(**of_us).order_by("label", "origin")
    ]


def _newest(of_us: dict):
    same = Seen.objects.filter(**of_us, origin=OuterRef("origin")).order_by().values("origin")
    return Seen.objects.filter(**of_us, size=Subquery(same.annotate(last=Max("size")).values("last")))


def _counts(model, of_us: dict) -> dict[str, int]:
    return dict(model.objects.filter(**of_us).order_by().values_list("origin").annotate(n=Count("origin")))


def heads(watcher: Watcher, origin: str):
    """Every head that was signed for, the newest first."""
    of_log = {"cooperative_id": watcher.cooperative_id, "watcher_id": watcher.id, "origin": origin}
    return Seen.objects.filter(**of_log).order_by("-size")


@dataclass(frozen=True)
class Evidence:
    """A refusal with the words for people, and whether it convicts: nobody but the log can have signed both books."""

    refusal: Refusal
    label: str
    words: str
    convicts: bool
    settled: bool


def refusals(watcher: Watcher):
    """What was refused, the newest first."""
    of_us = {"cooperative_id": watcher.cooperative_id, "watcher_id": watcher.id}
    return Refusal.objects.filter(**of_us).order_by("-id")


def pressing(watcher: Watcher) -> list[Evidence]:
    """The few pieces that a person should see at once: what convicts first, then the newest that is not settled."""
    rows = refusals(watcher)
    found = evidence(watcher, [*rows.filter(kind=Kind.SPLIT)[:PRESSING], *rows.exclude(kind=Kind.SPLIT)[:PRESSING]])
    return [piece for piece in found if not piece.settled][:PRESSING]


def evidence(watcher: Watcher, rows) -> list[Evidence]:
    """Refusals with their words."""
    of_us = {"cooperative_id": watcher.cooperative_id, "watcher_id": watcher.id}
    labels = dict(Watched.objects.filter(**of_us).values_list("origin", "label"))
    sizes = {row.size for row in rows if row.kind == Kind.UNCONNECTED}
    seen = set(Seen.objects.filter(**of_us, size__in=sizes).values_list("origin", "size")) if sizes else set()
    return [_evidence(row, labels.get(row.origin, row.origin), seen) for row in rows]


def _evidence(row: Refusal, label: str, seen: set) -> Evidence:
    settled = row.kind == Kind.UNCONNECTED and (row.origin, row.size) in seen
    return Evidence(row, label, _words(row, label), row.kind == Kind.SPLIT, settled)


def _words(row: Refusal, label: str) -> str:
    return str(telling.OFFENCES[Kind(row.kind)]) % {
        "who": label,
        "size": Number(row.size),
        "known": Number(row.known),
    }


def evidence_text(watcher: Watcher, row: Refusal) -> str:
    """The piece of evidence as a file for any reader of signed notes: what was shown, and what we had signed for."""
    head = f"# lumbung: bukti saksi {watcher.name}, {row.at:%Y-%m-%dT%H:%M:%SZ}, {row.kind}"
    parts = [head, "# yang ditunjukkan:", row.request]
    of_log = heads(watcher, row.origin)
    if ours := of_log.filter(size__gte=row.size).order_by("size").first() or of_log.first():
        parts += ["# yang kami lihat dan tandatangani sebelumnya:", ours.note]
    return "\n".join(parts)
