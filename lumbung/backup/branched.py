"""After an older copy came back: which entries are gone, what receipts tell of them, and which are recorded again.

What is gone lies in `restored.lost` of the state, by cooperative; what receipts told, in `restored.told`.
"""

from datetime import date
from typing import NamedTuple

from lumbung.backup import state
from lumbung.ledger import reports as books
from lumbung.ledger.events import EVENTS
from lumbung.witness.reports.brought import Brought, brought

SHOWN = 200  # lost entries on the page
LOOKED_AT = 1000  # new entries among which the lost ones are looked for again
WHERE = {"dues": "dues:grid", "savings": "savings:savers"}  # where a kind of entry is recorded; all others with cash
CASH = "cash:overview"
DAY_ENDS = "TH-"


class Gone(NamedTuple):
    """One entry that was in the books once. `amount` 0 and `kind` empty while nobody brought its receipt."""

    number: int
    document: str = ""
    day: date | None = None
    kind: str = ""
    amount: int = 0
    again: str = ""

    @property
    def label(self) -> str:
        return str(EVENTS[self.kind].label) if self.kind in EVENTS else ""

    @property
    def is_day_end(self) -> bool:
        """The end of a day is made anew by closing the day; nobody looks for its receipt."""
        return self.document.startswith(DAY_ENDS)

    @property
    def where(self) -> str:
        return WHERE.get(self.kind.split(".")[0], CASH)


def gone(cooperative) -> list[Gone]:
    """The entries that are gone, by number; those that a new entry is like are told as recorded again."""
    restored = state.load().get("restored", {})
    lost = restored.get("lost", {}).get(cooperative.slug)
    if not lost:
        return []
    found = {number: Gone(number) for number in range(lost["after"] + 1, lost["until"] + 1)[:SHOWN]}
    for number, document, day in lost["documents"]:
        found[number] = Gone(number, document, date.fromisoformat(day))
    for number, (document, day, kind, amount) in restored.get("told", {}).get(cooperative.slug, {}).items():
        found[int(number)] = Gone(int(number), document, date.fromisoformat(day), kind, amount)
    return paired(sorted(found.values()), _since(cooperative.id, lost["after"]))


def _since(cooperative_id: int, after: int) -> list[books.JournalEntry]:
    numbers = [number for number, _document, _day in books.documents_after(cooperative_id, after)]
    return books.entries_of(cooperative_id, numbers[:LOOKED_AT])


def paired(lost: list[Gone], new: list) -> list[Gone]:
    """Each lost entry with the first new one of its kind, day and amount that is not another's already."""
    free = [entry for entry in new if not entry.reversed_by]
    done = []
    for one in lost:
        same = next((e for e in free if (e.kind, e.booked_on, e.amount) == (one.kind, one.day, one.amount)), None)
        if same:
            free.remove(same)
        done.append(one._replace(again=same.document if same else ""))
    return done


def take_receipt(cooperative, text: str) -> Brought:
    """Remember what a receipt tells of an entry that is gone.

    Raises  Refused: it is no receipt of this book
    """
    told = brought(cooperative.id, text)
    with state.changing() as kept:
        of_slug = kept.setdefault("restored", {}).setdefault("told", {}).setdefault(cooperative.slug, {})
        of_slug[str(told.number)] = [told.document, told.day.isoformat(), told.kind, told.amount]
    return told
