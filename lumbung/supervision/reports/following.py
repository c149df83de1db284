"""What was doubted, what was answered, and what is still open."""

from typing import NamedTuple

from lumbung.ledger import reports as books
from lumbung.security.reports import names
from lumbung.supervision.models import Finding, Remark


class Followed(NamedTuple):
    """A doubt and how it stands: `state` is open (officers are asked), answered (the supervisor reads), or closed."""

    finding: Finding
    entry: books.JournalEntry
    state: str
    last: str
    who: str


def finding(cooperative_id: int, finding_id: int) -> Finding | None:
    """A doubt that is followed up; an entry that agreed is none."""
    return Finding.objects.filter(cooperative_id=cooperative_id, id=finding_id).exclude(verdict="ok").first()


def followed(cooperative_id: int, state: str = "") -> list[Followed]:
    """Every doubt, newest first; of one state when it is named, `waiting` for all that are not closed."""
    doubts = list(Finding.objects.filter(cooperative_id=cooperative_id).exclude(verdict="ok").order_by("-id"))
    last = {}
    for remark in Remark.objects.filter(cooperative_id=cooperative_id).order_by("id"):
        last[remark.finding_id] = remark
    entries = {entry.number: entry for entry in books.entries_of(cooperative_id, [one.number for one in doubts])}
    people = names(one.by for one in doubts)
    found = [
        Followed(one, entries[one.number], _state(last.get(one.id)), _words(one, last), people.get(one.by, ""))
        for one in doubts
    ]
    wanted = {"waiting": ("open", "answered")}.get(state, (state,))
    return [one for one in found if not state or one.state in wanted]


def _state(last: Remark | None) -> str:
    if last is None or last.kind == Remark.Kind.ASK:
        return "open"
    return "closed" if last.kind == Remark.Kind.CLOSE else "answered"


def _words(doubt: Finding, last: dict[int, Remark]) -> str:
    return last[doubt.id].text if doubt.id in last else doubt.note


def open_count(cooperative_id: int, state: str = "waiting") -> int:
    return len(followed(cooperative_id, state))


def thread(doubt: Finding) -> dict:
    """Everything said about one doubt, oldest first, and how it stands."""
    remarks = list(Remark.objects.filter(cooperative_id=doubt.cooperative_id, finding_id=doubt.id).order_by("id"))
    people = names({doubt.by, *(remark.by for remark in remarks)})
    return {
        "remarks": [(remark, people.get(remark.by, "")) for remark in remarks],
        "state": _state(remarks[-1] if remarks else None),
        "who": people.get(doubt.by, ""),
    }
