"""Make a copy ready to take the place of the books in use: opened, proven, weighed; nothing is touched yet."""

from pathlib import Path
from typing import NamedTuple

from django.conf import settings
from django.utils.translation import gettext as _

from lumbung import clock
from lumbung.backup import disk, heads, homes, places, prepared, rules, sealing, state
from lumbung.backup.actions.making import Say
from lumbung.backup.actions.restoring import bring, write_down
from lumbung.sql import SQLITE, copying, engine
from lumbung.web.words import Refused

UPLOADED = "unggahan.cadangan"
AGE = b"age-encryption.org/v1\n"


class Asked(NamedTuple):
    """Who asked, and the two officers who brought the halves of the sheet."""

    by: str
    officers: list[str]


def take_upload(upload) -> Path:
    """Keep a file that a browser sent, for the program that opens it.

    Raises  Refused: it is no copy of Lumbung's
    """
    target = state.folder() / UPLOADED
    with open(target, "wb") as file:
        for piece in upload.chunks():
            file.write(piece)
    with open(target, "rb") as file:
        if file.read(len(AGE)) != AGE:
            target.unlink()
            raise Refused(_("Ini bukan berkas cadangan Lumbung. Namanya lumbung-….cadangan."))
    return target


def refuse_strange_key(secret: str) -> None:
    """Raises  Refused: not one of this cooperative's sheets; whoever makes up a key could make up the books too"""
    known = [key["recipient"] for key in state.load()["keys"]]
    if known and sealing.public_part(secret) not in known:
        raise Refused(_("Lembar ini bukan lembar pemulihan koperasi ini. Periksa nomor lembarnya."))


def ready(*, file: Path, secret: str, asked: Asked, say: Say) -> prepared.Prepared:
    """Open a copy beside the home, prove it, and say what is known and not in it.

    Raises  Refused: no copy of these books, torn, or another history; the books in use are as they were
    """
    if engine() != SQLITE:
        raise Refused(_("Pembukuan di server ini dipulihkan oleh pengelolanya, dengan perintah."))
    prepared.refuse_unmovable()
    refuse_strange_key(secret)
    try:
        with state.alone():
            return _ready(file, secret, asked, say)
    except BaseException as error:
        prepared.discard()
        if isinstance(error, OSError):
            raise disk.refusal(error, _("Cakram komputer ini")) from error
        raise
    finally:
        (state.folder() / UPLOADED).unlink(missing_ok=True)


def _ready(file: Path, secret: str, asked: Asked, say: Say) -> prepared.Prepared:
    told = heads.together(homes.told_by(settings.HOME), heads.remembered(file.parent / places.HEADS))
    home, manifest, books = bring(file, prepared.make_room(), [secret], told.heads, say)
    missing = heads.missing(books.heads, told)
    write_down(home, books, missing, told, state.load() if (state.folder() / state.STATE).exists() else None)
    _say_who(home, asked)
    copying.settle(home / copying.FILE)
    fewer = rules.fewer(books.heads, told.heads)
    found = prepared.Prepared(
        manifest.made_at, sum(head.size for head in books.heads.values()),
        sum(told.heads[slug].size - size for slug, size in fewer.items()), missing, asked.officers, asked.by,
    )  # fmt: skip
    prepared.keep(found)
    return found


def _say_who(home: Path, asked: Asked) -> None:
    folder = home / "cadangan"
    kept = disk.get_json(folder / state.STATE, {})
    kept["restored"] |= {"officers": asked.officers, "by": asked.by, "asked_at": clock.now().isoformat()}
    disk.put_json(folder, state.STATE, kept)
