"""Long work in a program of its own, so that a page can be left and found again."""

import subprocess
import sys

from django.conf import settings
from django.utils.translation import gettext as _

from lumbung import clock
from lumbung.backup import disk, homes, state


def start(*words: str, told: str = "") -> None:
    """Start a command of `lumbung`; `told` goes to its input and into no list of programs."""
    tell(step=_("Menyiapkan"), started=clock.now().isoformat())
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "start_new_session": True}
    program = subprocess.Popen(
        [sys.executable, "-m", "lumbung.site.cli", *words], cwd=homes.program(), stdin=subprocess.PIPE,
        env=homes.environment(settings.HOME, homes.url()), **quiet,
    )  # fmt: skip
    with program.stdin as line:
        line.write(told.encode())


def tell(**told) -> None:
    """For the page that waits: the step, or what went wrong; nothing when all is done."""
    disk.put_json(state.folder(), state.PROGRESS, told)
