"""A home: the folder with the database, the secret, the photos. Which of its files a restore needs, and its proof."""

import json
import os
import subprocess
import sys
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.utils.translation import gettext as _

from lumbung.backup import disk, heads, state
from lumbung.backup.rules import Head
from lumbung.sql import copying
from lumbung.vault import keeping
from lumbung.web.words import Refused

PHOTOS = "files"
MADE_ANEW = ("static", "cadangan")  # what is collected again, and the copies themselves
PATIENCE = 3600  # seconds for the proof of a copy


def photos() -> list[str]:
    """The files that people added, by their names in the home."""
    found = settings.HOME / PHOTOS
    return sorted(_name(path) for path in found.rglob("*") if _is_file(path)) if found.is_dir() else []


def small_files() -> list[str]:
    """The secret, keys, the state of the copies: everything else but the database and what is made again."""
    base = Path(str(connection.settings_dict["NAME"])).name
    found = [path for path in settings.HOME.rglob("*") if _is_file(path) and not _is_left_out(path, base)]
    kept = [f"cadangan/{state.STATE}"] if (state.folder() / state.STATE).exists() else []
    return sorted([_name(path) for path in found] + kept)


def _is_file(path: Path) -> bool:
    return path.is_file() and not path.is_symlink() and disk.UNFINISHED not in path.name


def _is_left_out(path: Path, database: str) -> bool:
    name = _name(path)
    top = name.split("/")[0]
    known = name.startswith((database, copying.FILE, ".", "stik-contoh-", "lembar-contoh")) or name.endswith(".gate")
    return known or top in (*MADE_ANEW, PHOTOS)


def _name(path: Path) -> str:
    return path.relative_to(settings.HOME).as_posix()


def url() -> str:
    """The $DATABASE_URL of this process, for programs that work in the same home."""
    return os.environ.get("DATABASE_URL", "")


def environment(home: Path, url: str = "") -> dict:
    """The environment of a program that works in another home."""
    kept = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"} | keeping.handed_on()
    return {**kept, "LUMBUNG_HOME": str(home), "DJANGO_SETTINGS_MODULE": "lumbung.site.settings"} | (
        {"DATABASE_URL": url} if url else {}
    )


def prove(home: Path, method: str, known: dict[str, Head], *, renew: bool = False) -> heads.Memory:
    """Prove a copy by programs that have nothing but the copy: how far its books have come.

    Every entry, leaf, root, balance, series and guard is recomputed (`lumbung verify`), the trial balance must be even,
    and where a book is long enough its beginning must be what is known.
    renew   make the tables of this version first: the copy may be an older one's
    Raises  Refused: something is wrong with the copy
    """
    if not method.startswith("pg_") and (found := copying.ills(home / copying.FILE)):
        raise _bad(found)
    try:
        with copying.opened(home, method) as url:
            if renew:
                bring_up_to_date(home, url)
            memory, problems = _ask(home, url, known)
    except copying.CopyFailed as error:
        raise _bad([str(error)]) from error
    if problems:
        raise _bad(problems)
    return memory


def _ask(home: Path, url: str, known: dict[str, Head]) -> tuple[heads.Memory, list[str]]:
    verify = _started(home, url, "lumbung.site.cli", "verify", "--json")
    check = _started(home, url, "lumbung.backup.check")
    told, error = check.communicate(json.dumps({slug: list(head) for slug, head in known.items()}), PATIENCE)
    verified, verify_error = verify.communicate("", PATIENCE)
    if check.returncode or verify.returncode not in (0, 1) or not verified:
        return heads.Memory({}, {}), [(error or verify_error).strip()[-400:]]
    answer, whole = json.loads(told), json.loads(verified)
    return heads.read(answer), answer["problems"] + _problems(whole)


def _started(home: Path, url: str, module: str, *words: str) -> subprocess.Popen:
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    return subprocess.Popen(
        [sys.executable, "-m", module, *words], env=environment(home, url), text=True, cwd=program(), **pipes
    )


def program() -> Path:
    """Where `lumbung` can be imported from when it is not installed."""
    return Path(__file__).resolve().parents[2]


def _problems(whole: dict) -> list[str]:
    found = [f"penjaga {name}" for name in whole.get("guards_missing", [])]
    for book in whole.get("cooperatives", []):
        found += [f"{book['slug']} {problem['document']}: {problem['message']}" for problem in book["problems"]]
    found += [*whole.get("damage", []), *whole.get("trail", [])]
    return found or ([] if whole.get("ok") else ["lumbung verify"])


def _bad(found: list[str]) -> Refused:
    shown = "; ".join(found[:3]) + ("; …" if len(found) > 3 else "")
    return Refused(_("Salinan ini tidak dipakai karena tidak utuh: %(found)s"), found=shown)


def bring_up_to_date(home: Path, url: str) -> None:
    """Make the tables of this version in a home that an older one left.

    Raises  Refused: they cannot be made
    """
    command = [sys.executable, "-m", "lumbung.site.cli", "migrate", "--quiet"]
    done = subprocess.run(command, env=environment(home, url), cwd=program(), capture_output=True, text=True)
    if done.returncode:
        raise _bad([done.stderr.strip()[-400:]])


def told_by(home: Path) -> heads.Memory:
    """How far the books of another home have come, by its database and by what is remembered beside it."""
    beside = heads.remembered(home / "cadangan" / state.HEADS)
    if not copying.has_rows(home / copying.FILE, "cooperatives_cooperative"):
        return beside
    check = _started(home, "", "lumbung.backup.check")
    told, _error = check.communicate("{}", PATIENCE)
    return beside if check.returncode else heads.together(beside, heads.read(json.loads(told)))
