"""The keys of a log, as anyone may know them."""

from lumbung.tlog.note import NOTE, Key
from lumbung.witness.models import LogKey


def keys(cooperative_id: int) -> list[LogKey]:
    """Every key that a log ever had, the newest first."""
    return list(LogKey.objects.filter(cooperative_id=cooperative_id).order_by("-id"))


def newest(cooperative_id: int, kind: int) -> LogKey:
    """The key of a kind that signs now."""
    return LogKey.objects.filter(cooperative_id=cooperative_id, kind=kind).order_by("-id")[0]


def public(key: LogKey) -> Key:
    """The public half."""
    return Key(key.name, bytes(key.public), key.kind)


def log_keys(cooperative_id: int) -> list[Key]:
    """The keys by which checkpoints of this log may be signed as notes (Ed25519), the newest first."""
    return [public(key) for key in keys(cooperative_id) if key.kind == NOTE]
