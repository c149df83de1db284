"""The copies within reach of this computer, to choose one to restore from: on sticks, whoever's they are, and here."""

from pathlib import Path
from typing import NamedTuple

from django.utils.translation import gettext as _

from lumbung import clock
from lumbung.backup import places, state
from lumbung.web.dates import long_date
from lumbung.web.words import Count

MOST = 12


class Choice(NamedTuple):
    """A finished copy: its file, and what people read of it."""

    file: Path
    words: str


def copies() -> list[Choice]:
    """The newest first."""
    folders = [(_name(one.path), one.path) for one in places.plugged_in()] + [(_("Komputer ini"), state.folder())]
    found = [(kept, name, path) for name, path in folders for kept in _in(path)]
    found.sort(key=lambda one: (one[0].at, one[1]), reverse=True)
    return [Choice(path / kept.name, _told(kept, name)) for kept, name, path in found[:MOST]]


def _in(path: Path) -> list:
    try:
        return places.copies(path)
    except OSError:
        return []


def _name(path: Path) -> str:
    try:
        return (path / places.LABEL).read_text(encoding="utf-8").split(" · ")[0]
    except (OSError, ValueError):
        return path.name


def _told(kept, name: str) -> str:
    at = clock.local(kept.at)
    facts = {"place": name, "day": long_date(at.date()), "time": f"{at:%H.%M}", "count": Count(kept.entries)}
    return _("%(place)s: %(day)s pukul %(time)s, %(count)s catatan") % facts
