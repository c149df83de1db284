"""Try it before it is needed: restore into a folder that vanishes, and say how long it takes and what would be lost."""

from datetime import datetime
from pathlib import Path
from time import monotonic
from typing import NamedTuple

from django.utils.translation import gettext as _

from lumbung import clock
from lumbung.backup import heads, reports, sealing, state
from lumbung.backup.actions.making import Say, scratch, take
from lumbung.backup.actions.restoring import bring


class Drilled(NamedTuple):
    """RTO: seconds until the books stood again. RPO: how old the newest safe copy is, and the entries after it."""

    at: datetime
    entries: int
    rto: int
    rpo: int | None
    lost: int
    real: bool

    def as_json(self) -> dict:
        return self._asdict() | {"at": self.at.isoformat()}


def drill(*, file: Path | None = None, secrets: list[str] = (), say: Say = lambda words: None) -> Drilled:
    """Restore into a scratch folder and prove the books in it.

    file     a copy to be opened with `secrets`; without one a copy of this moment, sealed to a key of this moment
    Raises   Refused: the copy could not be brought back
    """
    with state.alone(), scratch(state.folder()) as work:
        once = "" if file else _copy_of_now(work, say)
        began = monotonic()
        _home, manifest, books = bring(file or work / "copy", work, list(secrets) or [once], {}, say)
        rto = round(monotonic() - began)
        have, known = sum(head.size for head in books.heads.values()), heads.now()
        now_have = sum(head.size for head in known.heads.values())
        newest = (manifest.made_at, have) if file else reports.newest_safe(state.load())
        rpo = round((clock.now() - newest[0]).total_seconds()) if newest else None
        found = Drilled(clock.now(), have, rto, rpo, max(now_have - (newest[1] if newest else 0), 0), bool(file))
    with state.changing() as kept:
        kept["drills"].append(found.as_json())
    return found


def _copy_of_now(work: Path, say: Say) -> str:
    """A sealed copy at `copy`; the secret of this moment that opens it."""
    packed, _manifest = take(work, say)
    secret, recipient = sealing.new_key()
    say(_("Menyandi"))
    sealing.seal(packed, work / "copy", [recipient])
    packed.unlink()
    (work / "home").rename(work / "source")
    return secret
