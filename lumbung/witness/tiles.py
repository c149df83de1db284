"""A book's proof log as static files (c2sp.org/tlog-tiles), for any tool that knows the standard.

    DIR/checkpoint                  the newest head, signed
    DIR/tile/<L>/<N>[.p/<W>]        hashes of the tree, 256 to a file
    DIR/tile/entries/<N>[.p/<W>]    the leaves, each behind its length in two bytes
    DIR/personal/<N>[.p/<W>]        only when asked for: what opens the commitments, a line of JSON an entry

The folder is written under another name beside its place and takes its own when everything is in it.
"""

import json
import shutil
import tempfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from django.utils.translation import gettext as _

from lumbung.ledger.reports import Leaf, leaves
from lumbung.tlog import checkpoint, tree
from lumbung.tlog.note import base64
from lumbung.web.words import Refused
from lumbung.witness.reports import head
from lumbung.witness.rules import SPAN

READ_AT_ONCE = 64 * SPAN  # leaves


def export(cooperative_id: int, folder: Path, *, personal: bool = False) -> int:
    """Write the whole log into a new folder; answers how many entries it holds.

    Raises  Refused: the folder is there already or cannot be written, or the book is not whole
    """
    if folder.exists():
        raise Refused(_("Map %(folder)s sudah ada. Pilih nama yang belum ada."), folder=folder)
    signed = head(cooperative_id)
    seen = checkpoint.parse(signed.text)
    try:
        beside = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
    except OSError as error:
        raise Refused(_("Map %(folder)s tidak dapat dibuat: %(why)s."), folder=folder, why=error.strerror) from error
    try:
        root = _write_tree(beside, _read(cooperative_id, seen.size), personal=personal)
        if root != seen.root:
            raise Refused(_("Buku ini tidak utuh, jadi tidak ada yang ditulis. Jalankan `lumbung verify`."))
        (beside / "checkpoint").write_text(str(signed))
        beside.chmod(0o700 if personal else 0o755)
        beside.rename(folder)
    except OSError as error:
        raise Refused(_("Map %(folder)s tidak dapat ditulis: %(why)s."), folder=folder, why=error.strerror) from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return seen.size


def _read(cooperative_id: int, size: int) -> Iterator[Leaf]:
    for start in range(0, size, READ_AT_ONCE):
        yield from leaves(cooperative_id, start, min(start + READ_AT_ONCE, size))


def _write_tree(folder: Path, found: Iterator[Leaf], *, personal: bool) -> bytes:
    """Bundles and tiles, level by level; answers the root."""
    hashes = []
    for place in range(2**40):
        bundle = list(islice(found, SPAN))
        if not bundle:
            break
        hashes += [tree.leaf_hash(leaf.content) for leaf in bundle]
        _put(folder / "tile" / "entries", place, len(bundle), b"".join(map(_entry, bundle)))
        if personal:
            _put(folder / "personal", place, len(bundle), b"".join(map(_opening, bundle)))
    root, level = tree.root_of(hashes), 0
    while hashes:
        hashes = _write_level(folder / "tile" / str(level), hashes)
        level += 1
    return root


def _write_level(folder: Path, hashes: list[bytes]) -> list[bytes]:
    """The tiles of one level; answers the hashes of the next, one for each full tile."""
    tiles = [hashes[start : start + SPAN] for start in range(0, len(hashes), SPAN)]
    for place, tile in enumerate(tiles):
        _put(folder, place, len(tile), b"".join(tile))
    return [tree.root_of(tile) for tile in tiles if len(tile) == SPAN]


def _put(folder: Path, place: int, width: int, content: bytes) -> None:
    file = folder / path_of(place, width)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)


def path_of(place: int, width: int) -> str:
    """Where a tile lies below its level: 1234067 is `x001/x234/067`, one that is not full ends in `.p/<width>`."""
    digits = f"{place % 1000:03}"
    while place := place // 1000:
        digits = f"x{place % 1000:03}/{digits}"
    return digits if width == SPAN else f"{digits}.p/{width}"


def _entry(leaf: Leaf) -> bytes:
    return len(leaf.content).to_bytes(2) + leaf.content


def _opening(leaf: Leaf) -> bytes:
    """Index, key, and byte for byte what the key turns into the commitment; both empty when erased."""
    told = {"k": base64(leaf.salt), "n": leaf.number - 1, "p": leaf.personal.decode()}
    return f"{json.dumps(told, ensure_ascii=False, separators=(',', ':'))}\n".encode()
