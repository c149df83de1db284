"""What a witness does: begin with a key, watch a log, answer its requests, retire. Persisted before it is signed."""

import secrets
from hashlib import sha256
from typing import NamedTuple

from django.utils.translation import gettext as _

from lumbung import clock
from lumbung.cooperatives.actions import take_turn
from lumbung.security.actions import record
from lumbung.sql import writes
from lumbung.tlog import cosignature, note
from lumbung.tlog.note import Key, Malformed, Signer
from lumbung.web.words import Refused
from lumbung.witness import watching
from lumbung.witness.models.seen import Refusal, Retired, Seen, TrustedKey, Watched, Watcher
from lumbung.witness.reports import watching as reports
from lumbung.witness.sealing import Unopened, seal, unseal
from lumbung.witness.watching import Judgement, Kind, Known, Request

MOST_A_DAY = 50  # pieces of evidence kept of one log: whoever floods us with nonsense fills no disk
PLAIN, SIZE = "text/plain; charset=utf-8", "text/x.tlog.size"


class Answer(NamedTuple):
    """What goes back to the asker, as c2sp.org/tlog-witness words it, and what the request was."""

    status: int
    body: str
    kind: Kind
    size: int = 0  # what was seen last
    content_type: str = PLAIN


@writes
def begin(*, cooperative_id: int, holder: str, by: int, seed: bytes | None = None) -> Watcher:
    """Make the key of a witness; where one is at work already, nothing changes.

    seed  32 bytes, for the demo; else from the system's entropy
    """
    take_turn(cooperative_id)
    if at_work := reports.watcher(cooperative_id, holder):
        return at_work
    name, seed = reports.watcher_name(cooperative_id, holder), seed or secrets.token_bytes(32)
    public = Signer(name, seed, note.COSIGNATURE).key.public
    made = Watcher.objects.create(
        cooperative_id=cooperative_id, holder=holder, name=name, public=public,
        sealed=seal(seed, bound_to=_bound(cooperative_id, public)), made_by=by, made_at=clock.now(),
    )  # fmt: skip
    record(cooperative_id=cooperative_id, person_id=by, deed="witness.begun", subject=made.name)
    return made


@writes
def retire(*, watcher: Watcher, why: str, by: int) -> None:
    """A witness whose memory was lost may not go on with the same key; a new one begins afresh.

    Raises  Refused: without a reason
    """
    take_turn(watcher.cooperative_id)
    if not why.strip():
        raise Refused(_("Tulis alasannya, misalnya “laptop hilang, cadangannya lama”."))
    if not Retired.objects.filter(cooperative_id=watcher.cooperative_id, watcher_id=watcher.id).exists():
        Retired.objects.create(
            cooperative_id=watcher.cooperative_id, watcher=watcher, why=why.strip()[:400], by=by, at=clock.now()
        )
        record(cooperative_id=watcher.cooperative_id, person_id=by, deed="witness.retired", subject=watcher.name)


@writes
def watch(*, watcher: Watcher, vkey: str, label: str, by: int) -> Watched:
    """Watch the log of this key from now on; a second key of a log that is watched is trusted beside the first.

    Raises  Refused: no verifier key of a log, or our own
    """
    key = reports.log_key(vkey)
    take_turn(watcher.cooperative_id)
    facts = {"cooperative_id": watcher.cooperative_id, "watcher_id": watcher.id, "origin": key.name}
    by_whom = {"by": by, "at": clock.now()}
    watched, _new = Watched.objects.get_or_create(
        **facts, defaults={"label": label.strip()[:120] or key.name, **by_whom}
    )
    _trusted, new = TrustedKey.objects.get_or_create(**facts, vkey=key.vkey, defaults=by_whom)
    if new:
        record(cooperative_id=watcher.cooperative_id, person_id=by, deed="witness.key_trusted", subject=key.vkey[:120])
    return watched


def answer(*, watcher: Watcher, text: str, way: str) -> Answer:
    """Answer one add-checkpoint; what may be evidence is kept, what is signed is kept before it is signed."""
    try:
        request = watching.parse(text)
    except Malformed as error:
        return Answer(400, f"{error}\n", Kind.MALFORMED)
    return _answer(watcher, request, way)


@writes
def _answer(watcher: Watcher, request: Request, way: str) -> Answer:
    of_log = {"cooperative_id": watcher.cooperative_id, "watcher_id": watcher.id, "origin": request.head.origin}
    take_turn(watcher.cooperative_id)  # nothing comes between what is known and what is kept
    watched = Watched.objects.filter(**of_log).first()
    known = _known(of_log, request) if watched and not reports.is_retired(watcher) else None
    found = watching.judge(request, known)
    if found.kind is Kind.SEEN:
        return Answer(200, _signed(watcher, of_log, request, known, way), Kind.SEEN, request.head.size)
    if found.kind in watching.KEPT:
        _keep(of_log, request, found, way)
    if found.status == 409:
        return Answer(409, f"{found.size}\n", found.kind, found.size, SIZE)
    return Answer(found.status, f"{found.kind}\n", found.kind, found.size)


def _known(of_log: dict, request: Request) -> Known:
    """The trusted keys, with the newest head and the one of the size that is shown: more is not needed to judge."""
    keys = TrustedKey.objects.filter(**of_log).order_by("at").values_list("vkey", flat=True)
    seen = Seen.objects.filter(**of_log)
    rows = [*seen.order_by("-size")[:1], *seen.filter(size=request.head.size)]
    return Known(tuple(map(Key.from_vkey, keys)), {row.size: bytes(row.root) for row in rows})


def _signed(watcher: Watcher, of_log: dict, request: Request, known: Known, way: str) -> str:
    """Keep the head, then sign for it. A head that was kept already is signed for again, with today's time."""
    now, head = clock.now(), request.head
    if head.size not in known.roots:
        Seen.objects.create(**of_log, size=head.size, root=head.root, note=str(request.signed), way=way, at=now)
    return cosignature.cosign(request.signed, _signer(watcher), time=int(now.timestamp())).signatures[-1].line


def _signer(watcher: Watcher) -> Signer:
    """Raises  Refused: this installation's secret does not open the key."""
    try:
        seed = unseal(bytes(watcher.sealed), bound_to=_bound(watcher.cooperative_id, bytes(watcher.public)))
    except Unopened:
        words = _("Kunci saksi tidak dapat dibuka dengan berkas secret-key yang ada sekarang. Pulihkan secret-key dari"
                  " cadangan; bila sudah hilang, pensiunkan saksi ini dan mulai yang baru.")  # fmt: skip
        raise Refused(words) from None
    return Signer(watcher.name, seed, note.COSIGNATURE)


def _bound(cooperative_id: int, public: bytes) -> bytes:
    return f"{cooperative_id} saksi ".encode() + public


def _keep(of_log: dict, request: Request, found: Judgement, way: str) -> None:
    digest = sha256(f"{found.kind}\n{request.signed}".encode()).hexdigest()
    of_this_log = Refusal.objects.filter(**of_log)
    today = of_this_log.filter(at__date=clock.today()).count()
    if of_this_log.filter(digest=digest).exists() or (today >= MOST_A_DAY and found.kind is not Kind.SPLIT):
        return
    Refusal.objects.create(
        **of_log, kind=found.kind, status=found.status, size=request.head.size, known=found.size, request=str(request),
        digest=digest, way=way, at=clock.now(),
    )  # fmt: skip
