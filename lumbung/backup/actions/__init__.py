"""What is done about copies: keys and places made, copies taken, restored, tried."""

from lumbung.backup.actions.drilling import drill
from lumbung.backup.actions.making import make
from lumbung.backup.actions.preparing import adopt, confirm_keys, make_keys, remove_place, retire_keys, set_warning
from lumbung.backup.actions.readying import ready
from lumbung.backup.actions.restoring import restore

__all__ = [
    "adopt",
    "confirm_keys",
    "drill",
    "make",
    "make_keys",
    "ready",
    "remove_place",
    "restore",
    "retire_keys",
    "set_warning",
]
