"""The master key of personal data for the day when the computer is gone: sealed to the recovery sheets, in the home.

`kunci/titipan-<fingerprint>.age`. It travels with every copy, so two halves of a sheet are enough on another machine.
"""

import contextlib
from pathlib import Path

import pyrage
from django.conf import settings

from lumbung.backup import disk, sealing, state
from lumbung.vault import keeping, reports, rules
from lumbung.web.words import Refused

FOLDER, FRONT, END = "kunci", "titipan-", ".age"


def file(home: Path, master: str) -> Path:
    return home / FOLDER / f"{FRONT}{master}{END}"


def is_kept() -> bool:
    """Whether the master key in use can be had from the recovery sheets."""
    master = reports.master()
    return bool(master) and bool(state.usable_keys(state.load())) and file(settings.HOME, master).exists()


def renew() -> None:
    """Seal the master key in use to the sheets in use; older escrow goes. Without sheets or the key, nothing."""
    recipients, master = [key["recipient"] for key in state.usable_keys(state.load())], reports.master()
    found = keeping.look(master) if master else None
    if not recipients or found is None:
        return
    target = file(settings.HOME, master)
    target.parent.mkdir(mode=0o700, exist_ok=True)
    with contextlib.suppress(OSError):
        for older in set(target.parent.glob(f"{FRONT}*{END}")) - {target}:
            older.unlink()
    keys = [pyrage.x25519.Recipient.from_str(recipient) for recipient in recipients]
    disk.put_bytes(target.parent, target.name, pyrage.encrypt(found[0], keys))


def opened(home: Path, secrets: list[str]) -> list[bytes]:
    """The master keys that lie in a home, as far as these secrets open them."""
    found = []
    for sealed in sorted((home / FOLDER).glob(f"{FRONT}*{END}")):
        with contextlib.suppress(Refused, pyrage.DecryptError):
            found.append(sealing.opened(sealed.read_bytes(), secrets))
    return [secret for secret in found if len(secret) == rules.KEY_BYTES]


def take_in(home: Path, secrets: list[str]) -> list[bytes]:
    """Hold the master keys of a home that is being brought back, for this program and those it starts."""
    found = opened(home, secrets)
    for secret in found:
        keeping.hold(secret)
    return found


def settle(secrets: list[bytes]) -> None:
    """Keep master keys on this computer that only came along with a copy.

    Raises  Refused: they can be kept nowhere
    """
    for secret in secrets:
        if keeping.is_only_held(rules.fingerprint(secret)):
            keeping.put(secret)
