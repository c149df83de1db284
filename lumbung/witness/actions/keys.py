"""The keys of a log: made with its book, and sealed."""

import secrets
from datetime import datetime

from django.utils.translation import gettext as _

from lumbung.cooperatives.models import Cooperative
from lumbung.cooperatives.tenant import acting_for
from lumbung.tlog import note
from lumbung.tlog.note import ML_DSA, NOTE, Signer
from lumbung.web.words import Refused
from lumbung.witness import rules
from lumbung.witness.models import LogKey
from lumbung.witness.reports.keys import keys, newest, public
from lumbung.witness.sealing import Unopened, seal, unseal


def signer_of(key: LogKey) -> Signer:
    """The private half of a key.

    Raises  Refused: this installation's secret does not open it
    """
    try:
        seed = unseal(bytes(key.sealed), bound_to=_bound(key))
    except Unopened:
        raise Refused(_("Kunci tanda tangan buku tidak dapat dibuka dengan berkas secret-key yang ada."
                        " Pulihkan secret-key dari cadangan; bila sudah hilang, jalankan"
                        " `lumbung key --cooperative %(slug)s --lost`."), slug=slug_of(key.cooperative_id))  # fmt: skip
    return Signer(key.name, seed, key.kind)


def locked_keys() -> list[LogKey]:
    """The Ed25519 keys that sign now, of every cooperative, that this installation's secret does not open."""
    found = []
    for cooperative_id in Cooperative.objects.values_list("id", flat=True):
        with acting_for(cooperative_id):
            found += [key for key in LogKey.objects.filter(kind=NOTE).order_by("-id")[:1] if not _opens(key)]
    return found


def _opens(key: LogKey) -> bool:
    try:
        return bool(unseal(bytes(key.sealed), bound_to=_bound(key)))
    except Unopened:
        return False


def current(cooperative_id: int, kind: int, at: datetime) -> LogKey:
    """The key that signs; the first ones of a log are made when they are first needed."""
    if not keys(cooperative_id):
        name = rules.origin(slug_of(cooperative_id))
        for each in (NOTE, ML_DSA):
            make(cooperative_id, name, each, at, by=None)
    return newest(cooperative_id, kind)


def make(cooperative_id, name, kind, at, by, follows: LogKey | None = None, signer: Signer | None = None) -> LogKey:
    """A key, sealed; the old Ed25519 key signs that it follows."""
    seed = secrets.token_bytes(32)
    key = LogKey(
        cooperative_id=cooperative_id, name=name, kind=kind, public=Signer(name, seed, kind).key.public, made_at=at,
        made_by=by, follows_id=follows and follows.id,
    )  # fmt: skip
    key.sealed = seal(seed, bound_to=_bound(key))
    if signer:
        key.handover = str(note.sign(rules.handover_text(public(follows), public(key), at), signer))
    key.save(force_insert=True)
    return key


def _bound(key: LogKey) -> bytes:
    return f"{key.cooperative_id} {key.kind} ".encode() + bytes(key.public)


def slug_of(cooperative_id: int) -> str:
    return Cooperative.objects.values_list("slug", flat=True).get(id=cooperative_id)
