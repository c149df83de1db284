"""Style sheets, scripts and pictures as they are served, collected again only when one of them has changed."""

import hashlib
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.management import call_command

from lumbung.web import storage

NOT_OURS = ["django_htmx", "account", "mfa"]  # files of packages that no page of ours asks for


def collect_when_stale() -> bool:
    """Fill the folder that WhiteNoise serves from; says whether there was anything to do."""
    stamp = settings.STATIC_ROOT.with_name("static.stamp")
    state = _state()
    if settings.STATIC_ROOT.is_dir() and stamp.exists() and stamp.read_text() == state:
        return False
    call_command("collectstatic", interactive=False, clear=True, verbosity=0, ignore_patterns=NOT_OURS)
    stamp.write_text(state)
    return True


def _state() -> str:
    """A digest of every source file's name, size and time, and of the code that hashes them."""
    digest = hashlib.sha256(Path(storage.__file__).read_bytes())
    for finder in finders.get_finders():
        for name, source in finder.list(NOT_OURS):
            file = Path(source.path(name)).stat()
            digest.update(f"{name} {file.st_size} {file.st_mtime_ns}\n".encode())
    return digest.hexdigest()
