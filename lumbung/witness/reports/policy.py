"""The policy of a log (c2sp.org/tlog-policy): the keys that whoever checks should trust, to be had from a paper on the
wall or the report of the annual meeting, never together with a receipt."""

from lumbung.tlog.note import NOTE
from lumbung.witness.models import LogKey
from lumbung.witness.reports.keys import keys, public
from lumbung.witness.reports.witnessed import quorum_lines


def policy(cooperative_id: int) -> str:
    """Every key of the log, oldest first, with its dates as comments; then the witnesses and their quorum."""
    ours = keys(cooperative_id)[::-1]
    lines = [line for key in ours for line in _key_lines(key, _until(key, ours))]
    return "\n".join(lines) + "\n" + quorum_lines(cooperative_id)


def _until(key: LogKey, ours: list[LogKey]) -> LogKey | None:
    """The key that took its place, by hand-over or because it was lost."""
    return next((other for other in ours if other.kind == key.kind and other.id > key.id), None)


def _key_lines(key: LogKey, later: LogKey | None) -> list[str]:
    kind = "Ed25519" if key.kind == NOTE else "ML-DSA-44"
    until = f", sampai {later.made_at:%Y-%m-%dT%H:%M:%SZ}" if later else ""
    lost = ", dinyatakan hilang" if later and later.follows_id != key.id else ""
    said = [f"# {line}" for line in key.handover.splitlines() if line]
    return [f"# {kind}, sejak {key.made_at:%Y-%m-%dT%H:%M:%SZ}{until}{lost}", *said, f"log {public(key).vkey}"]
