"""Bring a copy back: all of it or nothing, never over books without a word, never an older one unnoticed."""

import base64
import contextlib
import os
import shutil
import tempfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from django.db import DatabaseError
from django.utils.translation import gettext as _

from lumbung import clock
from lumbung.backup import archive, disk, escrow, heads, homes, places, rules, sealing, state
from lumbung.backup.rules import Head
from lumbung.sql import SQLITE, copying, engine
from lumbung.web.words import Refused

Say = Callable[[str], None]


class Consent(NamedTuple):
    """What the person has said that she knows: the copy is older; there are books that it takes the place of."""

    older: bool = False  # or other books than those that are known
    replace: bool = False


ASKED_NOTHING = Consent()


class Restored(NamedTuple):
    """What was brought back; `missing` in words, when it is known to be older; `aside` is where the former home is.

    database  PostgreSQL's new database, or the folder of a base backup in the home; empty on SQLite
    """

    made_at: datetime
    books: heads.Memory
    missing: list[str]
    aside: Path | None
    database: str


def restore(
    *,
    file: Path,
    into: Path,
    secrets: list[str],
    known: list[Path] = (),
    consent: Consent = ASKED_NOTHING,
    say: Say = print,
) -> Restored:
    """Open a copy, prove it, compare it with everything that is known of the books, and make it a home.

    secrets  age identities; one that fits is enough
    known    checkpoints, receipts or `lumbung-bukti.json` of elsewhere: what the books must at least hold
    Raises   Refused: whatever stands in the way; the home is then as it was
    """
    into = into.resolve()
    _refuse_while_served(into)
    if not consent.replace and copying.has_rows(into / copying.FILE, "cooperatives_cooperative"):
        raise Refused(
            _("Di %(home)s sudah ada pembukuan. Pilih map lain, atau tambahkan --replace-books:"
              " yang lama lalu disisihkan, tidak dihapus."), home=into,
        )  # fmt: skip
    told = heads.together(
        homes.told_by(into), _of_server(), heads.remembered(file.parent / places.HEADS), *map(claims, known)
    )
    try:
        with _beside(into) as work:
            home, manifest, books = bring(file, work, secrets, {} if consent.older else told.heads, say)
            missing = _weigh(books, told, consent)
            write_down(home, books, missing, told)
            database = _bring_in(home, manifest.method)
            aside = _move_in(home, into)
    except OSError as error:
        raise disk.refusal(error, str(into.parent)) from error
    return Restored(manifest.made_at, books, missing, aside, database)


def _of_server() -> heads.Memory:
    """What the database server of this process holds now; a copy goes into a new database beside it."""
    try:
        return heads.Memory({}, {}) if engine() == SQLITE else heads.now()
    except DatabaseError:
        return heads.Memory({}, {})


def _bring_in(home: Path, method: str) -> str:
    try:
        return copying.bring_in(home, method, f"lumbung_pulih_{clock.local(clock.now()):%Y%m%d_%H%M%S}")
    except copying.CopyFailed as error:
        raise Refused(_("Basis data tidak dapat dipulihkan: %(reason)s"), reason=error) from error


def _refuse_while_served(into: Path) -> None:
    """Raises  Refused: a server writes there, and would go on writing into what is put aside"""
    if (into / "cadangan").is_dir() and state.is_served(into / "cadangan"):
        raise Refused(_("Lumbung sedang berjalan di %(home)s. Hentikan dulu (Ctrl+C), lalu ulangi."), home=into)


@contextlib.contextmanager
def _beside(into: Path):
    """Half-done work on the same disk as the home, so that it becomes the home by one renaming."""
    into.parent.mkdir(parents=True, exist_ok=True)
    work = Path(tempfile.mkdtemp(prefix=".lumbung-pulih-", dir=into.parent))
    try:
        yield work
    finally:
        shutil.rmtree(work, ignore_errors=True)


def bring(
    file: Path, work: Path, secrets: list[str], known: dict[str, Head], say: Say
) -> tuple[Path, archive.Manifest, heads.Memory]:
    """Open, unpack and prove a copy in a folder for half-done work.

    Raises  Refused: no key fits, the file is torn, or the books in it are not whole
    """
    if not file.is_file():
        raise Refused(_("Tidak ada berkas %(file)s."), file=file)
    say(_("Membuka sandi"))
    sealing.open_sealed(file, work / "packed.tar.gz", secrets)
    say(_("Membuka kemasan"))
    home = work / "home"
    home.mkdir(mode=0o700)
    manifest = archive.unpack(work / "packed.tar.gz", home)
    (work / "packed.tar.gz").unlink()
    masters = escrow.take_in(home, secrets)
    say(_("Memeriksa setiap catatan"))
    books = homes.prove(home, manifest.method, known, renew=True)
    if books.heads != manifest.heads:
        raise Refused(_("Pembukuan di dalam berkas tidak seperti daftarnya, jadi tidak dipakai."))
    escrow.settle(masters)
    return home, manifest, books


def claims(file: Path) -> heads.Memory:
    """What a checkpoint, a receipt or the file beside the copies says of the books; a claim can only make us refuse.

    Raises  Refused: it is none of them
    """
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        raise Refused(_("Berkas %(file)s tidak terbaca."), file=file) from error
    if text.lstrip().startswith("{"):
        return heads.remembered(file)
    lines = text.replace("\r\n", "\n").split("\n")
    for place, line in enumerate(lines[1:-1], start=1):
        if line.isdigit() and lines[place - 1] and (root := _root(lines[place + 1])):
            slug = lines[place - 1].rsplit("/", 1)[-1]
            return heads.Memory({slug: Head(int(line), root)}, {})
    raise Refused(
        _("Di %(file)s tidak ada sidik buku. Pakai berkas kuitansi, checkpoint, atau lumbung-bukti.json."), file=file
    )


def _root(line: str) -> str:
    with contextlib.suppress(ValueError):
        root = base64.b64decode(line, validate=True)
        return root.hex() if len(root) == 32 else ""
    return ""


def _weigh(books: heads.Memory, told: heads.Memory, consent: Consent) -> list[str]:
    """What is known and not in these books.

    Raises  Refused: something, and nobody said that she knows
    """
    missing = heads.missing(books.heads, told)
    if missing and not consent.older:
        raise Refused(
            _("Cadangan ini lebih lama dari pembukuan yang pernah ada. %(missing)s."
              " Cari cadangan yang lebih baru; kalau memang tidak ada, ulangi dengan --older-i-know."),
            missing="; ".join(missing),
        )  # fmt: skip
    return missing


def write_down(
    home: Path, books: heads.Memory, missing: list[str], told: heads.Memory, kept: dict | None = None
) -> None:
    """In the restored home: how far its books have come, and what people must write anew from their receipts.

    The books that were given up by consent are remembered as such, so that sticks that know them can be used again.
    kept  what is remembered beside the books in use: newer than what the copy remembers
    """
    folder = home / "cadangan"
    folder.mkdir(mode=0o700, exist_ok=True)
    now = clock.now().isoformat()
    disk.put_json(folder, state.HEADS, books.as_json() | {"at": now})
    kept = disk.get_json(folder / state.STATE, {}) if kept is None else kept
    given_up = heads.Memory(rules.furthest(heads.read(kept.get("given_up", {})).heads, told.heads), {})
    kept |= {"given_up": given_up.as_json()} if missing else {}
    disk.put_json(folder, state.STATE, kept | {"restored": {"at": now, "missing": missing, "lost": lost(books, told)}})


def lost(books: heads.Memory, told: heads.Memory) -> dict:
    """By cooperative whose book is shorter than it was: after which entry, until which, and what is known of them."""
    return {
        slug: {"after": size, "until": told.heads[slug].size,
               "documents": [list(row) for row in told.documents.get(slug, []) if row[0] > size]}
        for slug, size in rules.fewer(books.heads, told.heads).items()
    }  # fmt: skip


def _move_in(home: Path, into: Path) -> Path | None:
    """Make the new home the home; what was there stands aside, and comes back when the second step fails."""
    if (home / copying.FILE).exists():
        copying.settle(home / copying.FILE)
    if not into.exists() or not any(into.iterdir()):
        os.replace(home, into)
        disk.fsync_folder(into.parent)
        return None
    aside = into.with_name(f"{into.name}-sebelum-{clock.local(clock.now()):%Y%m%d-%H%M%S}")
    os.rename(into, aside)
    try:
        os.rename(home, into)
    except OSError:
        os.rename(aside, into)
        raise
    disk.fsync_folder(into.parent)
    return aside
