"""An item as a device sends it, and what of it can be believed. No database, no clock."""

import hashlib
import json
from datetime import UTC, datetime
from typing import NamedTuple
from uuid import UUID

LONGEST = 200  # items in one letter


class Unreadable(Exception):
    """Not an item: nothing in it can be answered."""


class Item(NamedTuple):
    """One thing written down without a line.

    uuid        made on the device, or the request id of the form that was on the screen: a repeat is known by it
    previous    the item written before it on this device by this person here; it waits until that one has an answer
    written_at  by the clock of the device, which may be wrong
    body        the fields of the form as typed, a text or a list of texts each
    shown       the same in words, (label, text) pairs, for whoever must look at it
    page        where it was written
    withdrawn   the person took it back before it was sent: to be noted, not to be done
    replaces    an item that was refused and is now written anew
    """

    uuid: UUID
    device: UUID
    person_id: int
    cooperative_id: int
    kind: str
    version: int
    sequence: int
    previous: UUID | None
    written_at: datetime
    body: dict
    shown: list
    page: str
    withdrawn: bool
    replaces: UUID | None

    @property
    def digest(self) -> str:
        """Two items are the same when they say the same; what surrounds them may change."""
        said = json.dumps([self.kind, self.version, self.body], sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(said.encode()).hexdigest()


def read_item(given: dict) -> Item:
    """An item out of JSON; ids come as text, because a number of a script is too short for them.

    Raises  Unreadable
    """
    try:
        return Item(
            uuid=UUID(given["uuid"]), device=UUID(given["device"]), person_id=int(given["person"]),
            cooperative_id=int(given["cooperative"]), kind=_text(given["kind"], 40),
            version=_count(given["version"], 999), sequence=_count(given["sequence"], 2**53),
            previous=_maybe(given.get("previous")), written_at=_moment(given["written_at"]),
            body=_body(given["body"]), shown=_shown(given.get("shown", [])), page=str(given.get("page", ""))[:200],
            withdrawn=given.get("withdrawn") is True, replaces=_maybe(given.get("replaces")),
        )  # fmt: skip
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError) as error:
        raise Unreadable(str(error)) from error


def _text(value, most: int) -> str:
    if not isinstance(value, str) or not 0 < len(value) <= most:
        raise ValueError(value)
    return value


def _count(value, most: int) -> int:
    if not 0 < int(value) <= most:
        raise ValueError(value)
    return int(value)


def _maybe(value) -> UUID | None:
    return UUID(value) if value else None


def _moment(value: str) -> datetime:
    moment = datetime.fromisoformat(value)
    if moment.tzinfo is None:
        raise ValueError("a time without a zone")
    return moment.astimezone(UTC)


def _body(given) -> dict:
    texts = [text for value in given.values() for text in (value if isinstance(value, list) else [value])]
    if not all(isinstance(text, str) for text in [*given, *texts]):
        raise ValueError("a body holds texts")
    return dict(given)


def _shown(given) -> list:
    return [[str(label)[:80], str(text)[:200]] for label, text in given[:30]]
