"""The sticks and the folder elsewhere: known by a small file that we write on them, wherever they are plugged in."""

import json
import os
import string
from pathlib import Path
from typing import NamedTuple

from django.conf import settings
from django.utils.translation import gettext as _

from lumbung import ids
from lumbung.backup import disk, rules
from lumbung.web.words import Refused

LABEL, HEADS = "LUMBUNG-CADANGAN.txt", "lumbung-bukti.json"
STICK, ELSEWHERE = "stick", "elsewhere"
MOUNTS = ("/media", "/run/media", "/mnt", "/Volumes")


class Found(NamedTuple):
    """A folder that could hold copies: where it is, the id on its label (empty without one), its free bytes."""

    path: Path
    label: str
    free: int


def reachable(state: dict) -> list[tuple[dict, Path]]:
    """The known places that answer now, with where they are."""
    seen = {found.label: found.path for found in plugged_in() if found.label}
    for place in state["places"]:
        if place["id"] not in seen and place.get("path") and read_label(Path(place["path"])) == place["id"]:
            seen[place["id"]] = Path(place["path"])
    return [(place, seen[place["id"]]) for place in state["places"] if place["id"] in seen]


def plugged_in() -> list[Found]:
    """Every stick that the system shows, and the folders of $LUMBUNG_STICKS (a list, as in $PATH)."""
    found = []
    for path in sorted({*_named(), *_mounted()}):
        try:
            free = _free(path)
        except OSError:
            continue
        if free and os.access(path, os.W_OK) or read_label(path):
            found.append(Found(path, read_label(path), free))
    return found


def _named() -> list[Path]:
    demo = sorted(settings.HOME.glob("stik-contoh-*")) if settings.DEMO else []
    return [Path(one) for one in os.environ.get("LUMBUNG_STICKS", "").split(os.pathsep) if one] + demo


def _mounted() -> list[Path]:
    if os.name == "nt":
        return [drive for letter in string.ascii_uppercase[3:] if (drive := Path(f"{letter}:/")).exists()]
    try:
        lines = Path("/proc/self/mounts").read_text().splitlines()
    except OSError:
        return [path for path in Path("/Volumes").glob("*") if path.is_dir() and not path.is_symlink()]
    points = [line.split()[1].replace("\\040", " ") for line in lines]
    return [Path(point) for point in points if point.startswith(tuple(f"{root}/" for root in MOUNTS))]


def _free(path: Path) -> int:
    import shutil

    return shutil.disk_usage(path).free


def read_label(path: Path) -> str:
    """The id on a folder's label; empty without one."""
    try:
        lines = (path / LABEL).read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        return ""
    return next((line.removeprefix("id: ") for line in lines if line.startswith("id: ")), "")


def adopt(state: dict, path: Path, kind: str, owner: str) -> dict:
    """Give a folder its label and remember it as a place.

    Raises  Refused: it is somebody else's, is no folder, or cannot be written
    """
    if not path.is_dir():
        raise Refused(_("%(place)s bukan map yang ada. Tancapkan stiknya, atau pilih map lain."), place=path)
    if label := read_label(path):
        return _known(state, path, label)
    place = {"id": f"{ids.new():x}", "kind": kind, "name": _next_name(state, kind), "path": str(path)}
    try:
        disk.put_text(path, LABEL, _label(place, owner))
    except OSError as error:
        raise disk.refusal(error, place["name"]) from error
    state["places"].append(place)
    return place


def _known(state: dict, path: Path, label: str) -> dict:
    for place in state["places"]:
        if place["id"] == label:
            place["path"] = str(path)
            return place
    raise Refused(
        _("Stik ini milik pemasangan Lumbung yang lain. Pakai stik lain, atau hapus berkas %(file)s di dalamnya."),
        file=LABEL,
    )


def _next_name(state: dict, kind: str) -> str:
    count = sum(place["kind"] == kind for place in state["places"]) + 1
    return _("Stik %(n)s") % {"n": count} if kind == STICK else _("Tempat lain %(n)s") % {"n": count}


def _label(place: dict, owner: str) -> str:
    """What whoever finds the stick reads first."""
    found = _("Kalau Anda menemukan ini, tolong kembalikan kepada %(owner)s. Isinya disandi dan tidak dapat dibaca.")
    return f"{place['name']} · Lumbung\n\n{found % {'owner': owner}}\n\nid: {place['id']}\n"


def copies(path: Path) -> list[rules.Kept]:
    """The finished copies in a folder, the newest first: a name of ours, and not shorter than was written."""
    sizes = {name: told.get("size") for name, told in told_of(path).get("copies", {}).items()}
    found = []
    for file in path.iterdir() if path.is_dir() else ():
        kept = rules.read_name(file.name)
        if kept and file.stat().st_size == sizes.get(file.name, file.stat().st_size):
            found.append(kept)
    return sorted(found, key=lambda kept: kept.at, reverse=True)


def told_of(path: Path) -> dict:
    """What stands beside the copies: the size and digest of each, and how far the books had come."""
    told = disk.get_json(path / HEADS, {})
    return told if isinstance(told, dict) else {}


def tell(path: Path, told: dict) -> None:
    disk.put_text(path, HEADS, json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True) + "\n")
