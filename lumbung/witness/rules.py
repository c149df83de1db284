"""How a log is called, and what its private keys are sealed with."""

from base64 import b64encode
from datetime import datetime, timedelta
from typing import NamedTuple, Self

from django.conf import settings

from lumbung.tlog.growth import BRANCH
from lumbung.tlog.note import Key

OVERLAP = timedelta(days=30)  # after a change of keys both sign what is kept: whoever checks has time to learn of it
SPAN = BRANCH  # leaves in a tile of the standard, and in a branch that we keep the root of


class Seal(NamedTuple):
    """What lies beside a book's head: which key of the log signed it, and its Ed25519 signature."""

    key_id: int
    signature: bytes

    @property
    def packed(self) -> bytes:
        return self.key_id.to_bytes(8) + self.signature

    @classmethod
    def unpacked(cls, packed: bytes) -> Self:
        return cls(int.from_bytes(packed[:8]), packed[8:])


def origin(slug: str) -> str:
    """The name of a cooperative's log: the first line of its checkpoints and the name of its keys."""
    return f"{settings.LUMBUNG_ORIGIN}/{slug}"


def head_text(name: str, size: int, root: bytes) -> str:
    """The text of a checkpoint, as `tlog.checkpoint` writes it; a posting waits for it."""
    return f"{name}\n{size}\n{b64encode(root).decode()}\n"


def handover_text(old: Key, new: Key, at: datetime) -> str:
    """What an old key signs when a new one takes over; no checkpoint, whose second line is a size."""
    return f"{old.name}\nkunci baru\n{new.vkey}\nmenggantikan {old.id.hex()}\nsejak {at:%Y-%m-%dT%H:%M:%SZ}\n"
