"""Workbooks that somebody sends: measured, named anew, and read once in a process apart, then by ours.

Photos have their own way in: `web.fields.PhotoField` makes each anew. Nothing else is taken from people.
Source  reference/reliability.md 2d
"""

import re
import tempfile
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePath

from django.utils.translation import gettext as _

from lumbung.sheets import apart, guard
from lumbung.sheets.refusals import Unwelcome
from lumbung.web.words import Refused

LARGEST = 12_000_000  # bytes; what is larger comes in from the command line
LONGEST = 120  # signs of a name
DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)  # names that Windows keeps for itself


@contextmanager
def workbook(file) -> Iterator[Path]:
    """An uploaded workbook as a path that vanishes afterwards; its name is `safe_name` of what it was called.

    Raises  Refused: too large, no workbook, or not to be let in
    """
    if file.size > LARGEST:
        raise Refused(_("Berkas ini lebih dari 12 MB. Pecah per tahun, lalu kirim satu per satu."))
    with lying(file.read(), file.name) as path:
        refuse_unwelcome(path)
        yield path


@contextmanager
def lying(content: bytes, called: str) -> Iterator[Path]:
    """Content as a file of its own, for readers that want a path; in memory where the system has such a folder."""
    memory = "/dev/shm"  # noqa: S108 - a folder of our own is made within it
    with tempfile.TemporaryDirectory(prefix="lumbung-", dir=memory if Path(memory).is_dir() else None) as folder:
        path = Path(folder) / safe_name(called)
        path.write_bytes(content)
        yield path


def refuse_unwelcome(path: Path) -> None:
    """Raises  Refused: it may not come in"""
    try:
        guard.look(path)
        apart.try_out(path)
    except Unwelcome as unwelcome:
        raise Refused(_(unwelcome.message), **unwelcome.params) from unwelcome


def safe_name(called: str) -> str:
    """What a file is called, for people and for a disk: no folders, no signs that cannot be seen, not too long."""
    name = PurePath(unicodedata.normalize("NFC", called).replace("\\", "/")).name
    name = "".join(sign for sign in name if unicodedata.category(sign)[0] != "C").strip(" .")
    name = re.sub(r'[<>:"|?*]', "_", name)
    stem, dot, suffix = name.rpartition(".")
    if dot and len(suffix) <= 5:
        name = f"{stem[: LONGEST - 6]}.{suffix}"
    return f"_{name[: LONGEST - 1]}" if DEVICES.match(name) else name[:LONGEST] or "berkas"
