"""What the environment may decide: where data lives, which database, which secret."""

import os
import secrets
from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

# For lumbung.sql.bulk and the guards; the ORM never prepares. A plan made for one cooperative, which the statistics
# have not met yet, reads all of its rows by any index that begins with it.
ALONE = {"prepare_threshold": 1, "options": "-c plan_cache_mode=force_generic_plan"}
POOLED = {"prepare_threshold": None}

CHECKOUT = Path(__file__).resolve().parents[2]


def flag(name: str, *, default: bool) -> bool:
    """A yes or no from the environment; anything else stops the start."""
    value = os.environ.get(name, "").strip().lower()
    if value in ("", "1", "true", "yes", "0", "false", "no"):
        return value in ("1", "true", "yes") if value else default
    raise ImproperlyConfigured(f"{name} must be 1 or 0, not {value!r}")


def home() -> Path:
    """The data folder: $LUMBUNG_HOME, else var/ in a checkout, else the platform's data folder."""
    if chosen := os.environ.get("LUMBUNG_HOME"):
        folder = Path(chosen).expanduser().resolve()
    elif (CHECKOUT / "pyproject.toml").exists():
        folder = CHECKOUT / "var"
    else:
        folder = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "lumbung"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def secret_key(folder: Path) -> str:
    """The installation's secret, made once and readable by its owner only."""
    file = folder / "secret-key"
    if not file.exists():
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w") as out:
            out.write(secrets.token_urlsafe(50))
    return file.read_text().strip()


def keys_folder(home: Path) -> Path:
    """Where key files lie: $LUMBUNG_KEYS, else the platform's folder for settings; never in the data folder."""
    if chosen := os.environ.get("LUMBUNG_KEYS"):
        folder = Path(chosen).expanduser().resolve()
        if folder == home or home in folder.parents:
            raise ImproperlyConfigured("LUMBUNG_KEYS must lie outside the data folder: whoever copies that has both")
        return folder
    base = os.environ.get("APPDATA") or os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config"
    return Path(base) / "lumbung-keys"


def keep_key() -> str:
    """Where a new master key goes, $LUMBUNG_KEEP_KEY: file or keyring; empty: a keyring where there is one."""
    chosen = os.environ.get("LUMBUNG_KEEP_KEY", "").strip().lower()
    if chosen not in ("", "file", "keyring"):
        raise ImproperlyConfigured(f"LUMBUNG_KEEP_KEY must be file or keyring, not {chosen!r}")
    return chosen


def quota() -> int:
    """How many bytes of photos and files a cooperative may keep: $LUMBUNG_QUOTA_MB, else 2,000 MB."""
    megabytes = os.environ.get("LUMBUNG_QUOTA_MB", "").strip() or "2000"
    if not megabytes.isdecimal():
        raise ImproperlyConfigured(f"LUMBUNG_QUOTA_MB must be a number of megabytes, not {megabytes!r}")
    return int(megabytes) * 1_000_000


def origin() -> str:
    """What the names of this installation's proof logs begin with: $LUMBUNG_ORIGIN, a domain that is yours."""
    name = os.environ.get("LUMBUNG_ORIGIN", "").strip().rstrip("/") or "lumbung.example"
    if not name.isprintable() or "+" in name or " " in name:
        raise ImproperlyConfigured(f"LUMBUNG_ORIGIN must be a name without spaces or plus signs, not {name!r}")
    return name


def database(folder: Path) -> dict:
    """Django's settings for $DATABASE_URL: `postgres://user:password@host:port/name` or `sqlite:///path`.

    `?pooled=1` behind PgBouncer in transaction mode: no statement is kept prepared, no cursor outlives its transaction.
    """
    url = os.environ.get("DATABASE_URL", "")
    if not url:
        return sqlite(folder / "lumbung.sqlite3")
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return sqlite(Path(unquote(parts.path)))
    if parts.scheme not in ("postgres", "postgresql"):
        raise ImproperlyConfigured("DATABASE_URL must begin with postgres:// or sqlite://")
    query = dict(pair.split("=", 1) for pair in parts.query.split("&") if "=" in pair)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(query.get("host", parts.hostname or "")),
        "PORT": str(parts.port or query.get("port", "")),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "DISABLE_SERVER_SIDE_CURSORS": query.get("pooled") == "1",
        "OPTIONS": POOLED if query.get("pooled") == "1" else ALONE,
    }


def sqlite(file: Path) -> dict:
    """One file an installation, durable through a power cut: design section 3, measured in reliability fact 4."""
    pragmas = (
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA recursive_triggers=ON;"
        " PRAGMA mmap_size=0; PRAGMA cache_size=-20000; PRAGMA trusted_schema=OFF;"
        # 16 MB of log before it is written home: one posting in some 350 pays for it, not one in 80.
        " PRAGMA wal_autocheckpoint=4000;"
    )
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": file,
        "CONN_MAX_AGE": None,
        "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": pragmas},
        "TEST": {"NAME": os.environ.get("LUMBUNG_TEST_SQLITE") or None},
    }
