"""What opens without a line: which files the service worker keeps, and its script with their names in it."""

import hashlib
import json
from functools import cache
from pathlib import Path

from django.templatetags.static import static

import lumbung

FOLDER = Path(__file__).parent / "static" / "web"
SCRIPT = FOLDER / "outbox" / "worker.js"
NOT_NEEDED = {"logo-512.png", "logo-180.png", "hills.svg", "outbox/worker.js"}


@cache
def shell() -> list[str]:
    """The address of every file that a page may need, as it is served: with its hash once files have been collected."""
    names = {path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*") if path.is_file()} - NOT_NEEDED
    joined = static("web/lumbung.css") != "/static/web/lumbung.css"  # then the one sheet holds the others
    sheets = {name for name in names if name.endswith(".css") and name != "lumbung.css"}
    return [static(f"web/{name}") for name in sorted(names - sheets if joined else names)]


@cache
def build() -> str:
    """Changes with any of these files and with the version of the program."""
    said = "\n".join([lumbung.__version__, *shell(), SCRIPT.read_text()])
    return hashlib.sha256(said.encode()).hexdigest()[:12]


def script() -> str:
    """The worker's own script."""
    return f"const BUILD = {json.dumps(build())}, SHELL = {json.dumps(shell())};\n{SCRIPT.read_text()}"
