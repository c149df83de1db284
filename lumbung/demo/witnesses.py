"""Five cooperatives witness one another; an office and a supervisor with a laptop of his own witness the first.

Their keys are made from the pilot's seed and used nowhere else. The office gets a file by stick when a day was closed;
the supervisor saw the last of those, and today's book.
"""

from datetime import datetime, timedelta
from hashlib import sha256

from lumbung import clock
from lumbung.cooperatives.models import Cooperative
from lumbung.cooperatives.tenant import acting_for
from lumbung.demo.pilot import SEED
from lumbung.tlog import checkpoint as checkpoints
from lumbung.tlog import cosignature, note
from lumbung.tlog.note import COSIGNATURE, NOTE, Signer
from lumbung.witness.actions import asking, watching
from lumbung.witness.models import Checkpoint
from lumbung.witness.reports import asking as asked
from lumbung.witness.reports import head, log_keys
from lumbung.witness.reports.watching import key_of

CIRCLE = ("karbes", "wanita-melati", "klojen", "sukun", "arjosari")
HERE = "http://localhost:8000/saksi/{}/koperasi"
DAYS_WITNESSED, LATER = 4, timedelta(hours=14)
FAR_AWAY, SEEN, SHOWN = "KMP Tlogomas", 412, 397  # entries of a book far away, and what came back from an old stick


def _seed(name: str) -> bytes:
    return sha256(f"{SEED} saksi {name}".encode()).digest()


def witness_one_another(by: dict[str, int], evening: datetime) -> None:
    """Everything about witnesses, when all books stand. `by` is who acts in each cooperative, by its slug."""
    circle = list(Cooperative.objects.filter(slug__in=CIRCLE).order_by("slug"))
    with clock.frozen(evening):
        watchers = {one.slug: _begin(one, by[one.slug]) for one in circle}
        for one in circle:
            for other in circle:
                if one is not other:
                    _show(one, other, watchers[other.slug], by)
    for one in circle:
        if one.slug == CIRCLE[0]:
            with acting_for(one.id):
                _from_elsewhere(one, by[one.slug], evening)
                _old_stick(watchers[one.slug], by[one.slug], evening)


def _begin(cooperative: Cooperative, by: int):
    with acting_for(cooperative.id):
        seed = _seed(cooperative.slug)
        return watching.begin(cooperative_id=cooperative.id, holder="koperasi", by=by, seed=seed)


def _show(one: Cooperative, other: Cooperative, watcher, by: dict[str, int]) -> None:
    """One shows its book to the other, and keeps what the other signed."""
    with acting_for(one.id):
        witness = asking.add_witness(
            cooperative_id=one.id, vkey=key_of(watcher).vkey, label=other.name, kind="tetangga",
            url=HERE.format(other.slug), by=by[one.slug],
        )  # fmt: skip
        key, request = log_keys(one.id)[0], str(asked.request_for(witness, head(one.id)))
    with acting_for(other.id):
        watching.watch(watcher=watcher, vkey=key.vkey, label=one.name, by=by[other.slug])
        answer = watching.answer(watcher=watcher, text=request, way="http")
    with acting_for(one.id):
        asking.take_answer(witness=witness, text=answer.body, way="http")


def _from_elsewhere(cooperative: Cooperative, by: int, evening: datetime) -> None:
    """The office at the day's ends, the supervisor at the last and today: both keep their keys at home."""
    office = Signer("dinas.example/malang/saksi", _seed("dinas"), COSIGNATURE)
    supervisor = Signer("pengawas.example/karbes", _seed("pengawas"), COSIGNATURE)
    kept = Checkpoint.objects.filter(cooperative_id=cooperative.id).order_by("-size")[:DAYS_WITNESSED]
    days = [(note.parse(each.note), each.signed_at + LATER) for each in reversed(kept)]
    today = [*days[-1:], (head(cooperative.id), evening)]
    _signs(cooperative, office, ("Dinas Koperasi Kota Malang", "kantor"), days, by)
    _signs(cooperative, supervisor, ("Pengawas (laptop sendiri)", "pengawas"), today, by)


def _signs(cooperative: Cooperative, signer: Signer, who: tuple[str, str], seen: list, by: int) -> None:
    label, kind = who
    witness = asking.add_witness(
        cooperative_id=cooperative.id, vkey=signer.key.vkey, label=label, kind=kind, url="", by=by
    )
    for shown, at in seen:
        with clock.frozen(at):
            signed = cosignature.cosign(shown, signer, time=int(at.timestamp()))
            asking.take_answer(witness=witness, text=str(signed), way="file")


def _old_stick(watcher, by: int, evening: datetime) -> None:
    """A cooperative in another town went back to an old backup without saying so; the witness noticed."""
    log = Signer("koperasi.example/tlogomas", _seed("tlogomas"), NOTE)
    with clock.frozen(evening - timedelta(days=9)):
        watching.watch(watcher=watcher, vkey=log.key.vkey, label=FAR_AWAY, by=by)
    for days_ago, size in ((8, SEEN), (2, SHOWN)):
        shown = checkpoints.sign(checkpoints.Checkpoint(log.key.name, size, _seed(f"tlogomas {size}")), log)
        with clock.frozen(evening - timedelta(days=days_ago)):
            watching.answer(watcher=watcher, text=f"old 0\n\n{shown}", way="file")
