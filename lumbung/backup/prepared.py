"""A restored home that waits beside the one in use, until people have seen what it lacks and switch over.

`.<home>-pulih/` on the same disk: `siap.json` says what it is, `home/` becomes the home by one renaming. The switch is
done by a server that starts, never by one that serves; a power cut in the middle of it is finished by the next start.
"""

import os
import shutil
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from django.conf import settings
from django.utils.translation import gettext as _

from lumbung import clock
from lumbung.backup import disk
from lumbung.web.words import Refused

FACTS, HOME = "siap.json", "home"
OF_THE_DEMO = "*-contoh*"  # its sticks and sheets lie in the home itself


class Prepared(NamedTuple):
    """`missing` in words, `lost` entries of all books together; `officers` held the halves; `asked`: switch over."""

    made_at: datetime
    entries: int
    lost: int
    missing: list[str]
    officers: list[str]
    by: str
    asked: bool = False


def folder() -> Path:
    return settings.HOME.with_name(f".{settings.HOME.name}-pulih")


def waiting() -> Prepared | None:
    """What lies ready; None when nothing does."""
    told = disk.get_json(folder() / FACTS, {})
    if not told:
        return None
    facts = {name: told[name] for name in Prepared._fields if name in told}
    return Prepared(**facts | {"made_at": datetime.fromisoformat(told["made_at"])})


def refuse_unmovable() -> None:
    """Raises  Refused: the home cannot be put aside by renaming it, so only a command can restore"""
    home = settings.HOME
    if not os.access(home.parent, os.W_OK) or home.is_mount() or home.is_symlink():
        raise Refused(
            _("Map data di komputer ini tidak dapat disisihkan dari sini. Minta pemasang Lumbung menjalankan"
              " `lumbung restore`.")
        )  # fmt: skip


def make_room() -> Path:
    """An empty folder for half-done work; what lay ready before is taken away."""
    discard()
    folder().mkdir(mode=0o700)
    return folder()


def keep(found: Prepared) -> None:
    disk.put_json(folder(), FACTS, found._asdict() | {"made_at": found.made_at.isoformat()})


def discard() -> None:
    """Take away what lies ready; the books in use were never touched."""
    shutil.rmtree(folder(), ignore_errors=True)


def ask() -> None:
    """The next start switches over."""
    disk.put_json(folder(), FACTS, disk.get_json(folder() / FACTS, {}) | {"asked": True})


def is_asked() -> bool:
    found = waiting()
    return found is not None and found.asked


def switch() -> Path:
    """Put the home aside and make the waiting one the home; where the old one is. Only while nobody serves.

    Raises  Refused: the disk does not let us; the old books are then as they were
    """
    told = disk.get_json(folder() / FACTS, {})
    name = told.get("aside") or f"{settings.HOME.name}-sebelum-{clock.local(clock.now()):%Y%m%d-%H%M%S}"
    disk.put_json(folder(), FACTS, told | {"aside": name})  # from here on the next start goes on
    aside = settings.HOME.with_name(name)
    try:
        if (folder() / HOME).exists():
            _change_places(aside)
    except OSError as error:
        discard()
        raise disk.refusal(error, _("Cakram komputer ini")) from error
    for own in aside.glob(OF_THE_DEMO):
        os.rename(own, settings.HOME / own.name)
    discard()
    return aside


def _change_places(aside: Path) -> None:
    if aside.exists() and settings.HOME.exists():  # the power went between the two renamings: a start made an empty one
        os.rename(settings.HOME, aside.with_name(f"{aside.name}-kosong"))
    if not aside.exists():
        os.rename(settings.HOME, aside)
    try:
        os.rename(folder() / HOME, settings.HOME)
    except OSError:
        os.rename(aside, settings.HOME)
        raise
    disk.fsync_folder(settings.HOME.parent)
