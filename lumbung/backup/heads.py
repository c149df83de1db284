"""How far the books have come, remembered outside the database: an older database can then not pass for the books."""

from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from django.utils.translation import gettext as _

from lumbung.backup import disk, rules, state
from lumbung.backup.rules import Head
from lumbung.cooperatives.models import Cooperative
from lumbung.cooperatives.tenant import acting_for
from lumbung.ledger import reports as books
from lumbung.ledger.reports.book import book_facts
from lumbung.web.words import Count

LAST = 40  # documents of each book that are remembered by name


class Memory(NamedTuple):
    """`heads` by slug; `documents` by slug: (number, document, date) of the last entries."""

    heads: dict[str, Head]
    documents: dict[str, list[tuple[int, str, str]]]

    def as_json(self) -> dict:
        return {
            "heads": {slug: list(head) for slug, head in self.heads.items()},
            "documents": {slug: [list(one) for one in told] for slug, told in self.documents.items()},
        }


def now() -> Memory:
    """The books as they stand in this process's database."""
    heads, documents = {}, {}
    for cooperative in Cooperative.objects.order_by("slug"):
        with acting_for(cooperative.id):
            facts = book_facts(cooperative.id)
            rows = books.documents_after(cooperative.id, max(facts.entries - LAST, 0))
        heads[cooperative.slug] = Head(facts.entries, facts.root)
        documents[cooperative.slug] = [(number, document, day.isoformat()) for number, document, day in rows]
    return Memory(heads, documents)


def remembered(file: Path | None = None) -> Memory:
    """What a file outside the database says; nothing without one."""
    return read(disk.get_json(file or state.folder() / state.HEADS, {}))


def read(told) -> Memory:
    """A memory out of JSON; what is not one counts as nothing."""
    try:
        heads = {slug: Head(int(size), str(root)) for slug, (size, root) in told.get("heads", {}).items()}
        documents = {slug: [tuple(one) for one in rows] for slug, rows in told.get("documents", {}).items()}
        return Memory(heads, documents)
    except (AttributeError, TypeError, ValueError):
        return Memory({}, {})


def remember(memory: Memory, at: datetime) -> None:
    """Keep it beside the database."""
    disk.put_json(state.folder(), state.HEADS, memory.as_json() | {"at": at.isoformat()})


def forget() -> None:
    """For books that are thrown away on purpose: the demo, made anew."""
    (state.folder() / state.HEADS).unlink(missing_ok=True)


def together(*told: Memory) -> Memory:
    """Of each cooperative the longest book that was told of, with its documents."""
    heads = rules.furthest(*(memory.heads for memory in told))
    documents = {}
    for memory in told:
        for slug, rows in memory.documents.items():
            known = {row[0]: row for row in documents.get(slug, [])} | {row[0]: row for row in rows}
            documents[slug] = [known[number] for number in sorted(known)]
    return Memory(heads, documents)


def without_given_up(memory: Memory, kept: dict) -> Memory:
    """A stick's memory without the books that were given up when an older copy was restored by consent."""
    given_up = read(kept.get("given_up", {})).heads
    gone = {slug for slug, head in memory.heads.items() if slug in given_up and head.size <= given_up[slug].size}
    return Memory(
        {slug: head for slug, head in memory.heads.items() if slug not in gone},
        {slug: rows for slug, rows in memory.documents.items() if slug not in gone},
    )


def missing(have: dict[str, Head], known: Memory) -> list[str]:
    """What is not in books that are older than what is known, in words, a cooperative a line."""
    return [
        _missing_of(slug, size, known.heads[slug].size, known.documents.get(slug, []))
        for slug, size in sorted(rules.fewer(have, known.heads).items())
    ]


def _missing_of(slug: str, size: int, known: int, documents: list[tuple]) -> str:
    first, count = Count(size + 1), Count(known - size)
    words = _("%(slug)s: %(count)s catatan tidak ada, nomor %(first)s sampai %(last)s") % {
        "slug": slug, "count": count, "first": first, "last": Count(known)
    }  # fmt: skip
    rows = [row for row in documents if row[0] > size]
    if not rows:
        return words
    named = ", ".join(f"{document} ({day})" for _number, document, day in rows[:6])
    return f"{words}: {named}{', …' if len(rows) > 6 or rows[0][0] > size + 1 else ''}"
