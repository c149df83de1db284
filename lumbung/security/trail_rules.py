"""The trail as a Merkle log: what a leaf says, and what may stand in a line. No database, no clock.

A leaf holds ids, never a name or a number of a person: who leaves is forgotten without touching the tree.
"""

import json
import re
from datetime import UTC, datetime

from lumbung.tlog import tree
from lumbung.tlog.canonical import canonical

INSTALLATION = 0  # the log of what belongs to no cooperative: signing in, making an account
UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]+")


def plain(value):
    """The same text, list or dict without control signs, line ends and turned writing: one line stays one line."""
    match value:
        case str():
            return UNSEEN.sub(" ", value)
        case list() | tuple():
            return [plain(item) for item in value]
        case dict():
            return {plain(str(key)): plain(item) for key, item in value.items()}
    return value


def leaf_hash(
    *, event_id: int, at: datetime, log: int, person_id: int | None, deed: str, subject: str, detail: dict
) -> bytes:
    """The hash of an event's leaf: canonical JSON, with everything that the row says."""
    said = {
        "at": f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%S.%fZ}",
        "deed": deed,
        "detail": json.dumps(detail, sort_keys=True, ensure_ascii=False, separators=(",", ":")),
        "event": str(event_id),
        "log": str(log),
        "person": str(person_id or ""),
        "subject": subject,
    }
    return tree.leaf_hash(canonical(said))
