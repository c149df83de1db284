"""Files that people add: sealed on the disk under a random name, counted, served so that nothing in them can run."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db.models import Sum
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _

from lumbung import clock
from lumbung.sql import writes
from lumbung.vault import keys, rules
from lumbung.vault.arriving import lying
from lumbung.vault.keeping import Locked
from lumbung.vault.models import Paper
from lumbung.web.words import Count, Refused

MAGIC = b"lumbung sealed 1\n"
ALONE = "default-src 'none'; sandbox"  # what somebody sent is only ever looked at
MB = 1_000_000


@writes
def keep(cooperative_id: int, folder: str, content: bytes, suffix: str) -> str:
    """Seal a file into the data folder; its name there. Whoever undoes the deed drops the file.

    Raises  Refused: no room left for this cooperative; Locked
    """
    _refuse_full(cooperative_id, len(content))
    name = f"{folder}/{cooperative_id}/{secrets.token_hex(16)}{suffix}"
    kept = default_storage.save(name, ContentFile(_sealed(cooperative_id, name, content)))
    assert kept == name, "a random name is nobody else's"
    Paper.objects.create(cooperative_id=cooperative_id, name=name, size=len(content), kept_at=clock.now())
    return name


@contextmanager
def kept(cooperative_id: int, folder: str, content: bytes, suffix: str) -> Iterator[str]:
    """Keep a file, give its name; gone again when what follows fails."""
    name = keep(cooperative_id, folder, content, suffix)
    try:
        yield name
    except Exception:
        default_storage.delete(name)
        raise


@writes
def drop(cooperative_id: int, name: str) -> None:
    """Throw a file away; a second time changes nothing."""
    Paper.objects.filter(cooperative_id=cooperative_id, name=name).delete()
    default_storage.delete(name)


def content(cooperative_id: int, name: str) -> bytes:
    """What is inside.

    Raises  FileNotFoundError; Locked; Unopened: not of this cooperative, or changed on the disk
    """
    with default_storage.open(name) as file:
        raw = file.read()
    if not raw.startswith(MAGIC):
        return raw  # from before files were sealed; `seal_open_files` finds it at the next update
    sealed = raw[len(MAGIC) :]
    return rules.unseal(keys.of(cooperative_id, rules.key_of(sealed)), sealed, _place(cooperative_id, name))


@contextmanager
def opened(cooperative_id: int, name: str, called: str) -> Iterator[Path]:
    """The content as a file of its own, for readers that want a path."""
    with lying(content(cooperative_id, name), called) as path:
        yield path


def shown(cooperative_id: int, name: str, called: str, kind: str = "image/jpeg") -> HttpResponse:
    """A file as an answer; nothing in it can run, whatever a browser takes it for.

    Raises  Http404: the file is gone, or its key is not here
    """
    try:
        body = content(cooperative_id, name)
    except (FileNotFoundError, Locked, rules.Unopened):
        raise Http404 from None
    headers = {
        "Content-Disposition": f'attachment; filename="{called}"', "Content-Security-Policy": ALONE,
        "X-Content-Type-Options": "nosniff",
    }  # fmt: skip
    return HttpResponse(body, content_type=kind, headers=headers)


def taken_by(cooperative_id: int) -> int:
    """Bytes of all files of a cooperative."""
    return Paper.objects.filter(cooperative_id=cooperative_id).aggregate(all=Sum("size"))["all"] or 0


def _refuse_full(cooperative_id: int, more: int) -> None:
    if taken_by(cooperative_id) + more > settings.QUOTA:
        raise Refused(
            _("Tempat foto dan berkas koperasi ini penuh (%(most)s MB). Minta pemasang Lumbung menambahnya."),
            most=Count(settings.QUOTA // MB),
        )  # fmt: skip


def _sealed(cooperative_id: int, name: str, content: bytes) -> bytes:
    return MAGIC + rules.seal(keys.current(cooperative_id), content, _place(cooperative_id, name))


def _place(cooperative_id: int, name: str) -> bytes:
    return rules.place("vault_paper", "file", cooperative_id, name)


# --- anew -----------------------------------------------------------------------------------------------------------


def seal_anew(cooperative_id: int, name: str) -> None:
    """Seal a file with the key that is in use now; whole or not at all."""
    path = Path(default_storage.path(name))
    fresh = path.with_name(f".{path.name}.baru")
    fresh.write_bytes(_sealed(cooperative_id, name, content(cooperative_id, name)))
    fresh.replace(path)


def seal_open_files(cooperative_id: int, folders: tuple[str, ...] = ("slips", "items")) -> int:
    """Files from before there was a vault: sealed and counted; how many."""
    found = [f"{folder}/{cooperative_id}/{name}" for folder in folders for name in _names(f"{folder}/{cooperative_id}")]
    known = set(Paper.objects.filter(cooperative_id=cooperative_id).values_list("name", flat=True))
    for name in found:
        if name not in known:
            _adopt(cooperative_id, name)
    return len(set(found) - known)


def _names(folder: str) -> list[str]:
    return [name for name in default_storage.listdir(folder)[1] if name[0] != "."] if _exists(folder) else []


def _exists(folder: str) -> bool:
    return Path(default_storage.path(folder)).is_dir()


@writes
def _adopt(cooperative_id: int, name: str) -> None:
    size = len(content(cooperative_id, name))
    seal_anew(cooperative_id, name)
    Paper.objects.create(cooperative_id=cooperative_id, name=name, size=size, kept_at=clock.now())
