"""Take a copy while others write, prove it, seal it, put it where it is safe."""

import contextlib
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic
from typing import NamedTuple

from django.conf import settings
from django.utils.translation import gettext as _

import lumbung
from lumbung import clock
from lumbung.backup import archive, disk, escrow, heads, homes, places, rules, sealing, state
from lumbung.sql import copying
from lumbung.web.words import Refused

Say = Callable[[str], None]
SLOWEST = 45 * 60  # seconds for one stick; a page from a phone's time that nobody waits for
LOCAL = 2  # copies that stay on this computer, to be downloaded


class Written(NamedTuple):
    """What became of a copy at one place; `words` say why not."""

    id: str
    name: str
    ok: bool
    words: str


class Made(NamedTuple):
    """A copy: its sealed file on this computer, what is in it, where it lies besides, how long it took."""

    file: Path
    manifest: archive.Manifest
    written: list[Written]
    seconds: int

    @property
    def entries(self) -> int:
        return entries_of(self.manifest)


def entries_of(manifest: archive.Manifest) -> int:
    return sum(head.size for head in manifest.heads.values())


def make(*, by: str, to: list[Path] = (), extra: list[str] = (), say: Say = lambda words: None) -> Made:
    """Take a copy of everything and write it to every place that answers, and to the folders named.

    by       who asked, for the list of copies
    extra    age recipients besides the keys on paper
    Raises   Refused: no two keys yet, another copy is on its way, or the copy is not whole; nothing was kept then
    """
    began = monotonic()
    with state.alone():
        keys = _keys_of(state.load(), extra)
        escrow.renew()
        with scratch(state.folder()) as work:
            packed, manifest = take(work, say)
            say(_("Menyandi"))
            sealed = _sealed(work, packed, manifest, keys)
            file = _keep(sealed, manifest)
        written = [_write(file, manifest, place, path, say) for place, path in _places(to)]
        made = Made(file, manifest, written, round(monotonic() - began))
        _remember(made, by)
    return made


def _keys_of(found: dict, extra: list[str]) -> list[str]:
    keys = [key["recipient"] for key in state.usable_keys(found)] + [sealing.checked(one) for one in extra]
    if len(set(keys)) < rules.LEAST_KEYS:
        raise Refused(_("Buat dan periksa dulu lembar pemulihan: tanpa itu tidak seorang pun dapat membuka cadangan."))
    return keys


@contextlib.contextmanager
def scratch(folder: Path) -> Iterator[Path]:
    """A folder for half-done work that only we can read; it vanishes, and so does what a killed run left."""
    for left in folder.glob(".kerja-*"):
        shutil.rmtree(left, ignore_errors=True)
    work = Path(tempfile.mkdtemp(prefix=".kerja-", dir=folder))
    try:
        yield work
    except OSError as error:
        raise disk.refusal(error, _("Cakram komputer ini")) from error
    finally:
        shutil.rmtree(work, ignore_errors=True)


def take(work: Path, say: Say) -> tuple[Path, archive.Manifest]:
    """A proven copy, packed and not yet sealed, in the folder for half-done work."""
    home, at = work / "home", clock.now()
    home.mkdir(mode=0o700)
    say(_("Menyalin pembukuan"))
    try:
        method, names = copying.copy_into(home)
    except copying.CopyFailed as error:
        raise Refused(_("Pembukuan tidak dapat disalin: %(reason)s"), reason=error) from error
    small = homes.small_files()
    for name in small:
        (home / name).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        shutil.copyfile(settings.HOME / name, home / name)
    say(_("Memeriksa salinan"))
    memory = prove_newest(home, method)
    say(_("Mengemas"))
    facts = {"made_at": at, "method": method, "version": lumbung.__version__, "heads": memory.heads}
    folders = [(home, names + small), (settings.HOME, homes.photos())]
    try:
        return work / "packed.tar.gz", archive.pack(work / "packed.tar.gz", folders, **facts)
    except ValueError as error:
        raise Refused(_("Ada berkas yang berubah saat dikemas. Cadangkan sekali lagi.")) from error


def prove_newest(home: Path, method: str) -> heads.Memory:
    """Prove a copy of the books that are in use: it must hold all that is known of them.

    Raises  Refused: it is not whole, or older than what is remembered
    """
    known = heads.remembered()
    memory = homes.prove(home, method, known.heads)
    if method == "sqlite-backup":
        copying.settle(home / copying.FILE)
    if lines := heads.missing(memory.heads, known):
        raise Refused(_("Pembukuan di komputer ini lebih lama dari buktinya. %(missing)s"), missing="; ".join(lines))
    heads.remember(memory, clock.now())
    return memory


def _sealed(work: Path, packed: Path, manifest: archive.Manifest, keys: list[str]) -> Path:
    """Seal, and prove by a key of this moment alone that the sealed file opens to the same bytes."""
    once, recipient = sealing.new_key()
    sealed = work / rules.name_of(manifest.made_at, entries_of(manifest))
    sealing.seal(packed, sealed, [*keys, recipient])
    if sealing.digest_inside(sealed, once) != disk.digest_of(packed):
        raise Refused(_("Sandinya tidak terbuka kembali dengan benar. Cadangkan sekali lagi."))
    return sealed


def _keep(sealed: Path, manifest: archive.Manifest) -> Path:
    """The copy that stays on this computer, where a download takes it from; the older ones go."""
    folder = state.folder()
    target = folder / sealed.name
    sealed.replace(target)
    disk.fsync_folder(folder)
    for older in places.copies(folder)[LOCAL:]:
        (folder / older.name).unlink(missing_ok=True)
    return target


def _places(to: list[Path]) -> list[tuple[dict, Path]]:
    named = [({"id": "", "name": str(path)}, path) for path in to]
    return [*places.reachable(state.load()), *named]


def _write(file: Path, manifest: archive.Manifest, place: dict, path: Path, say: Say) -> Written:
    """One place; its refusal is told and keeps nobody else from a copy."""
    say(_("Menulis ke %(place)s") % {"place": place["name"]})
    try:
        _write_there(file, manifest, place, path)
    except Refused as refused:
        return Written(place["id"], place["name"], False, str(refused))
    except OSError as error:
        return Written(place["id"], place["name"], False, str(disk.refusal(error, place["name"])))
    return Written(place["id"], place["name"], True, "")


def _write_there(file: Path, manifest: archive.Manifest, place: dict, path: Path) -> None:
    disk.clear_unfinished(path)
    if shutil.disk_usage(path).free < file.stat().st_size:
        thin(path)
    digest = disk.write_whole(path, file.name, file, _hurrying(monotonic()))
    if disk.digest_of(path / file.name) != digest:
        with contextlib.suppress(OSError):
            (path / file.name).unlink()
        raise Refused(
            _("%(place)s membaca lain dari yang ditulis. Stik ini rusak; pakai yang lain."), place=place["name"]
        )
    _tell(path, file, digest, manifest)
    thin(path)


def _hurrying(began: float) -> Callable[[int], None]:
    """Raises  TimeoutError: the place has taken too long already"""

    def told(_written: int) -> None:
        if monotonic() - began > SLOWEST:
            raise TimeoutError

    return told


def _tell(path: Path, file: Path, digest: str, manifest: archive.Manifest) -> None:
    """Beside the copies: what each weighs, and how far the books had come, for whoever restores an older one."""
    told = places.told_of(path)
    copies = told.get("copies", {}) | {file.name: {"size": file.stat().st_size, "sha256": digest}}
    known = heads.together(heads.without_given_up(heads.read(told), state.load()), heads.remembered())
    places.tell(path, known.as_json() | {"copies": copies})


def thin(path: Path) -> None:
    """Take the needless copies away."""
    for copy in rules.needless(places.copies(path)):
        (path / copy.name).unlink(missing_ok=True)


def _remember(made: Made, by: str) -> None:
    run = {
        "at": made.manifest.made_at.isoformat(), "by": by, "name": made.file.name, "entries": made.entries,
        "size": made.file.stat().st_size, "method": made.manifest.method, "seconds": made.seconds,
        "places": [written._asdict() for written in made.written],
    }  # fmt: skip
    with state.changing() as kept:
        kept["runs"].append(run)
