"""How a value is written by each engine when the ORM is not between: SQLite knows text, numbers and bytes only."""

from datetime import UTC, date, datetime
from uuid import UUID

from lumbung.sql.engine import SQLITE, engine


def as_uuid(value: UUID):
    return value.hex if engine() == SQLITE else value


def uuid_of(stored) -> UUID:
    return stored if isinstance(stored, UUID) else UUID(hex=stored)


def as_day(value: date):
    return value.isoformat() if engine() == SQLITE else value


def as_date(stored) -> date | None:
    return date.fromisoformat(stored) if isinstance(stored, str) else stored


def as_moment(value: datetime):
    """UTC, as Django stores it."""
    value = value.astimezone(UTC)
    return value.replace(tzinfo=None).isoformat(sep=" ") if engine() == SQLITE else value


def moment_of(stored) -> datetime:
    """An aware moment in UTC."""
    if isinstance(stored, str):
        return datetime.fromisoformat(stored).replace(tzinfo=UTC)
    return stored.astimezone(UTC) if stored.tzinfo else stored.replace(tzinfo=UTC)


def as_blob(value: bytes) -> bytearray:
    """Bytes for a binary column. SQLite's driver asks its adapters about each `bytes`, and none about a `bytearray`."""
    return bytearray(value)


def as_stored(column: str) -> str:
    """A column of days or moments as the engine keeps it: Django's own reading of one costs as much as a hash."""
    return f"{column} || ''" if engine() == SQLITE else column
