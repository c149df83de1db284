"""Where the master key lies: never in the data folder, so that whoever copies that folder has nothing.

    environment   $LUMBUNG_MASTER_KEY: a server's own secret store; also how our own programs hand it on
    file          <fingerprint>.key, readable by its owner only, in a folder beside the data folder ($LUMBUNG_KEYS)
    keyring       the system's own: Windows Credential Manager, macOS Keychain, Secret Service
    passphrase    in the data folder, but under Argon2id of a passphrase that is asked for at the start

Looked for in this order. Which one a new key goes into: $LUMBUNG_KEEP_KEY, else the keyring where there is one.
The master key is also in the copies, sealed to the recovery sheets: `lumbung.backup.escrow`.
"""

import base64
import binascii
import json
import os
import stat
from pathlib import Path

from argon2.low_level import Type, hash_secret_raw
from django.conf import settings
from django.utils.translation import gettext as _

from lumbung.vault import rules
from lumbung.web.words import Refused

ENVIRONMENT, FILE, KEYRING, PASSPHRASE, HELD = "environment", "file", "keyring", "passphrase", "held"
VARIABLE, SAID = "LUMBUNG_MASTER_KEY", "LUMBUNG_PASSPHRASE"
SERVICE = "lumbung"
COST = {"time_cost": 3, "memory_cost": 65_536, "parallelism": 1}  # about 0.1 s and 64 MiB

_found: dict[str, tuple[bytes, str]] = {}  # fingerprint → key and where it was: asked once a process


class Locked(Refused):
    """The master key is not here: what is sealed stays sealed."""


def get(master: str) -> bytes:
    """The master key of this fingerprint.

    Raises  Locked
    """
    found = look(master)
    if found is None:
        raise Locked(
            _("Kunci data pribadi tidak ada di komputer ini. Ambil lembar pemulihan, lalu jalankan"
              " `lumbung vault --from-sheet`.")
        )  # fmt: skip
    return found[0]


def look(master: str) -> tuple[bytes, str] | None:
    """The master key and where it lies; None when it is not here."""
    if master not in _found:
        for where, ask in ((ENVIRONMENT, _from_environment), (FILE, _from_file), (KEYRING, _from_keyring)):
            if (secret := ask(master)) and rules.fingerprint(secret) == master:
                _found[master] = secret, where
                break
    return _found.get(master)


def hold(secret: bytes) -> None:
    """Know a master key in this process alone, unless it lies on this computer already."""
    master = rules.fingerprint(secret)
    if look(master) is None:
        _found[master] = secret, HELD


def is_only_held(master: str) -> bool:
    return _found.get(master, (b"", ""))[1] == HELD


def forget_all() -> None:
    """Ask again: for tests and after a key was put elsewhere."""
    _found.clear()


def put(secret: bytes, where: str = "", passphrase: str = "") -> str:
    """Keep a master key for the starts to come; where it went.

    Raises  Refused: the place refuses it
    """
    where, master = where or _wanted(), rules.fingerprint(secret)
    if where == PASSPHRASE:
        _into_passphrase(master, secret, passphrase)
    elif where == KEYRING:
        _into_keyring(master, secret)
    else:
        _into_file(master, secret)
    _found[master] = secret, where
    return where


def take_away(master: str, left: str = "") -> None:
    """Remove a master key from every place but the one that is left."""
    if left != FILE:
        _file(master).unlink(missing_ok=True)
    if left != PASSPHRASE:
        under_passphrase(master).unlink(missing_ok=True)
    if left != KEYRING and _from_keyring(master):
        _keyring().delete_password(SERVICE, master)
    if not left:
        _found.pop(master, None)


def _wanted() -> str:
    if settings.KEEP_KEY:
        return settings.KEEP_KEY
    return KEYRING if not settings.DEMO and _keyring() else FILE


def as_text(secret: bytes) -> str:
    return base64.urlsafe_b64encode(secret).decode()


def of_text(text: str) -> bytes:
    """Empty when it is no key."""
    try:
        secret = base64.b64decode(text.strip(), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        return b""
    return secret if len(secret) == rules.KEY_BYTES else b""


# --- environment ----------------------------------------------------------------------------------------------------


def _from_environment(master: str) -> bytes:
    keys = map(of_text, os.environ.get(VARIABLE, "").split())
    return next((secret for secret in keys if secret and rules.fingerprint(secret) == master), b"")


def handed_on(*more: bytes) -> dict[str, str]:
    """For the environment of a program of ours that works with the same keys."""
    secrets = [secret for secret, _where in _found.values()] + list(more)
    given = os.environ.get(VARIABLE, "").split() + [as_text(secret) for secret in secrets]
    return {VARIABLE: " ".join(dict.fromkeys(given))} if given else {}


# --- a file beside the data folder ----------------------------------------------------------------------------------


def _file(master: str) -> Path:
    return Path(settings.KEYS) / f"{master}.key"


def _from_file(master: str) -> bytes:
    try:
        return of_text(_file(master).read_text())
    except OSError:
        return b""


def _into_file(master: str, secret: bytes) -> None:
    folder, file = Path(settings.KEYS), _file(master)
    if Path(settings.HOME).resolve() in [folder.resolve(), *folder.resolve().parents]:
        raise Refused(_("Map kunci %(folder)s ada di dalam map data. Setel LUMBUNG_KEYS ke map lain."), folder=folder)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w") as out:
            out.write(as_text(secret) + "\n")
            out.flush()
            os.fsync(out.fileno())
    except OSError as error:
        raise Refused(
            _("Kunci data pribadi tidak dapat disimpan di %(folder)s: %(reason)s. Setel LUMBUNG_KEYS ke map lain."),
            folder=folder, reason=error.strerror,
        ) from error  # fmt: skip


def is_private(master: str) -> bool:
    """Whether nobody but its owner can read the key file; true where there is none, or no such rights."""
    file = _file(master)
    return os.name == "nt" or not file.exists() or not file.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO)


# --- the system's keyring -------------------------------------------------------------------------------------------


def _keyring():
    """The system's keyring; None where there is none that could keep anything."""
    if settings.KEEP_KEY == FILE:
        return None
    import keyring  # slow to import, and asked for in few places
    from keyring.backends.fail import Keyring as Nowhere

    found = keyring.get_keyring()
    return None if isinstance(found, Nowhere) or found.priority < 1 else found


def _from_keyring(master: str) -> bytes:
    from keyring.errors import KeyringError

    try:
        found = _keyring()
        return of_text(found.get_password(SERVICE, master) or "") if found else b""
    except (KeyringError, OSError):
        return b""


def _into_keyring(master: str, secret: bytes) -> None:
    from keyring.errors import KeyringError

    try:
        (found := _keyring()) and found.set_password(SERVICE, master, as_text(secret))
    except (KeyringError, OSError) as error:
        raise Refused(_("Brankas kunci komputer ini menolak: %(reason)s."), reason=error) from error
    if not found or _from_keyring(master) != secret:
        raise Refused(_("Komputer ini tidak punya brankas kunci. Pakai --keep-in file atau --keep-in passphrase."))


# --- under a passphrase ---------------------------------------------------------------------------------------------


def under_passphrase(master: str) -> Path:
    return Path(settings.HOME) / "kunci" / f"{master}.json"


def _into_passphrase(master: str, secret: bytes, passphrase: str) -> None:
    if len(passphrase) < 15:
        raise Refused(_("Kalimat sandi pembuka paling sedikit 15 huruf. Empat kata acak mudah diingat."))
    salt, file = os.urandom(16), under_passphrase(master)
    told = {"salt": salt.hex(), **COST}
    told["wrapped"] = rules.wrap(_stretched(passphrase, told), secret, master).hex()
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w") as out:
        json.dump(told, out)


def unlock(master: str, passphrase: str) -> None:
    """Open the master key by its passphrase, for this process.

    Raises  Refused: another passphrase
    """
    told = json.loads(under_passphrase(master).read_text())
    try:
        secret = rules.unwrap(_stretched(passphrase, told), bytes.fromhex(told["wrapped"]), master)
    except rules.Unopened:
        raise Refused(_("Kalimat sandi itu tidak cocok. Ketik sekali lagi.")) from None
    _found[master] = secret, PASSPHRASE


def _stretched(passphrase: str, told: dict) -> bytes:
    cost = {name: told[name] for name in COST}
    return hash_secret_raw(passphrase.encode(), bytes.fromhex(told["salt"]), **cost, hash_len=32, type=Type.ID)
