"""A cooperative as one would explain it: who paid, what is in the till, which months are closed. No database.

Amounts are sen. A deed returns when Lumbung must do it, and raises `No` when Lumbung must refuse it.
"""

from dataclasses import dataclass, field
from datetime import date

LIMIT, FIRST_DEPOSIT = 200_000_000, 1_000_000  # what one person may pay out alone, and the least that opens savings
CASH = "cash"


class No(Exception):
    """Lumbung refuses this."""


@dataclass
class Entry:
    """What one entry moved: amounts by place, CASH or (what, member)."""

    on: date
    moves: dict
    undone: bool = False
    undoes: bool = False


@dataclass
class Draft:
    on: date
    amount: int
    maker: int


@dataclass
class Cooperative:
    today: date
    closed: date = date.min
    entries: list[Entry | None] = field(default_factory=list)  # None closes or opens a month
    requests: dict = field(default_factory=dict)  # request → what was asked, and the number it got
    waiting: dict = field(default_factory=dict)  # request → Draft

    # --- what there is

    def held(self, place, until: date = date.max) -> int:
        return sum(entry.moves.get(place, 0) for entry in self.entries if entry and entry.on <= until)

    # --- deeds

    def pay_dues(self, request, on: date, member: int, amount: int) -> int:
        return self._deed(request, on, {CASH: amount, ("dues", member): amount})

    def deposit(self, request, on: date, member: int, amount: int) -> int:
        small = amount < FIRST_DEPOSIT and not self.held(("savings", member))
        return self._deed(request, on, {CASH: amount, ("savings", member): amount}, refused=small)

    def withdraw(self, request, on: date, member: int, amount: int) -> int:
        savings = ("savings", member)
        short = self._short(savings, amount, on) or self._short(CASH, amount, on)
        return self._deed(request, on, {CASH: -amount, savings: -amount}, refused=short)

    def receive(self, request, on: date, amount: int) -> int:
        return self._deed(request, on, {CASH: amount})

    def spend(self, request, on: date, amount: int) -> int | None:
        """The number of the entry; None when it waits for the chair."""
        if amount <= LIMIT:
            return self._deed(request, on, {CASH: -amount}, refused=self._short(CASH, amount, on))
        if request in self.waiting:
            return None
        if self.held(CASH) < amount:
            raise No
        self.waiting[request] = Draft(on, amount, maker=1)
        return None

    def approve(self, request, by: int) -> int:
        draft = self.waiting[request]
        if by == draft.maker:
            raise No
        short = self._short(CASH, draft.amount, draft.on)
        number = self._deed(("approved", request), draft.on, {CASH: -draft.amount}, refused=short)
        del self.waiting[request]
        return number

    def refuse(self, request, by: int) -> None:
        if by == self.waiting[request].maker:
            raise No
        del self.waiting[request]

    def undo(self, request, on: date, number: int) -> int:
        asked = ("undo", number, on)
        if known := self._known(request, asked):
            return known
        entry = self.entries[number - 1]
        if entry is None or entry.undone or entry.undoes or on <= self.closed:
            raise No
        back = {place: -amount for place, amount in entry.moves.items()}
        if any(self.held(place) + amount < 0 for place, amount in back.items() if place[0] == "savings"):
            raise No
        entry.undone = True
        return self._write(request, asked, Entry(on, back, undoes=True))

    def close(self, last: date) -> int:
        if last <= self.closed:
            raise No
        self.closed = last
        return self._write(None, None, None)

    def reopen(self, stays: date, on: date, by: int, approved_by: int) -> int:
        if by == approved_by or stays >= self.closed or on <= self.closed:
            raise No
        self.closed = stays
        return self._write(None, None, None)

    # --- how

    def _deed(self, request, on: date, moves: dict, *, refused: bool = False) -> int:
        asked = (on, tuple(sorted(moves.items(), key=str)))
        if known := self._known(request, asked):
            return known
        if refused or on <= self.closed or on > self.today:
            raise No
        return self._write(request, asked, Entry(on, moves))

    def _known(self, request, asked) -> int:
        """The number that the same request got before; a request that comes back with other figures is refused."""
        before, number = self.requests.get(request, (asked, 0))
        if before != asked:
            raise No
        return number

    def _short(self, place, amount: int, on: date) -> bool:
        """Whether a place would hold less than nothing, today or on that day."""
        return self.held(place) < amount or (on < self.today and self.held(place, on) < amount)

    def _write(self, request, asked, entry: Entry | None) -> int:
        self.entries.append(entry)
        if request is not None:
            self.requests[request] = asked, len(self.entries)
        return len(self.entries)
