"""The page of copies: how safe the books are, and one button for each thing that makes them safer."""

from lumbung.backup.views.branched import anew
from lumbung.backup.views.keys import confirm, retire, sheets
from lumbung.backup.views.looking import download, overview, progress
from lumbung.backup.views.restoring import bring, discard, restore, use
from lumbung.backup.views.running import adopt, drill, make, remove, warn, written_anew

__all__ = [
    "adopt",
    "anew",
    "bring",
    "confirm",
    "discard",
    "download",
    "drill",
    "make",
    "overview",
    "progress",
    "remove",
    "restore",
    "retire",
    "sheets",
    "use",
    "warn",
    "written_anew",
]
