"""Which side brings money in, and whether every running balance follows from the one before.

The balance is computed again from the opening. A row is reported when its written balance follows neither from that nor
from the balance written above it: so a slip carried on is reported once, where it was made, and not on every row after
it. Two slips alike side by side, after which the balance is right again, are two.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from lumbung import money

from .contract import Note, Problem, Reading, Row, SheetInfo

_ = str
NOT_FOLLOWING = _("Saldo tertulis %(written)s, seharusnya %(expected)s. Periksa jumlah dan saldo di baris ini.")
OPENING_DIFFERS = _(
    "Saldo awal tertulis %(written)s, padahal lembar sebelumnya berakhir %(expected)s. Periksa keduanya."
)
UNDECIDED_SIDES = _("Tidak jelas kolom mana yang berarti uang masuk, Debet atau Kredit. Pilih salah satu.")
BOTH_SIDES = _("Baris ini berisi uang masuk dan uang keluar sekaligus. Pecah menjadi dua baris.")
MINUS = _("Jumlah di baris ini minus. Bila ini pembetulan, tulis di kolom sebelahnya.")
TOTAL_DIFFERS = _("Jumlah %(side)s tertulis %(written)s, isi lembarnya %(counted)s.")


@dataclass(slots=True)
class Line:
    """One row on its way to become an entry. `first` in or debit, `second` out or credit, all in sen."""

    row: Row
    first: int | None = None
    second: int | None = None
    balance: int | None = None
    sides: tuple[str, str] = ("inflow", "outflow")
    is_entry: bool = False
    carried: bool = False  # a balance brought forward
    closing: bool = False  # a total or closing row
    unknown: bool = False  # an amount here could not be read
    fixed: bool = False  # the row itself says in or out

    def close(self, reason: str) -> None:
        self.closing, self.row.reason = True, reason
        self.row.problems.clear()

    def movement(self, polarity: str) -> int:
        """What the row adds to the cash in hand, in sen."""
        difference = (self.first or 0) - (self.second or 0)
        return difference if self.fixed or polarity == "debit" else -difference


class SheetLines(Protocol):
    name: str
    year: int | None
    month: int | None
    lines: list[Line]
    columns: dict[str, int]
    names_sides: bool
    told_opening: int | None  # written above the head

    def info(self, polarity: str | None) -> SheetInfo: ...


def walk(sheets: Sequence[SheetLines], reading: Reading, chosen: str | None) -> None:
    """Decide the sides, follow the balances through all sheets, and add up the months into `reading`."""
    votes = [_votes(sheet) for sheet in sheets]
    usual = _winner(sum(votes, Counter()))
    books = _Books(reading)
    for sheet, own in zip(sheets, votes, strict=True):
        decided = "debit" if sheet.names_sides and not _contradicted(own) else _winner(own) or usual or chosen
        fallback = "credit" if reading.kind == "bank" else "debit"
        info = sheet.info(decided or fallback)
        if decided is None and reading.kind == "bank" and any(line.is_entry for line in sheet.lines):
            info.problems.append(Problem("polarity", sheet.columns.get("debit"), UNDECIDED_SIDES))
        reading.sheets.append(info)
        books.follow(sheet, decided or fallback)
    reading.totals = books.totals()


def _votes(sheet: SheetLines) -> Counter:
    """How many steps from one written balance to the next agree with each polarity."""
    votes: Counter = Counter()
    last: int | None = None
    for line in sheet.lines:
        if line.is_entry and last is not None and line.balance is not None and not line.unknown and not line.fixed:
            step, debit = line.balance - last, line.movement("debit")
            if debit and abs(step) == abs(debit):
                votes["debit" if step == debit else "credit"] += 1
        if line.is_entry or line.carried:
            last = line.balance if line.balance is not None else _carried_balance(line, None)
    return votes


def _winner(votes: Counter) -> str | None:
    ranked = votes.most_common()
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]


def _contradicted(votes: Counter) -> bool:
    """Heads that say in and out are believed unless three balances and more say the reverse, and none agrees."""
    return votes["credit"] >= 3 and not votes["debit"]


def _carried_balance(line: Line, polarity: str | None) -> int | None:
    """The amount brought forward: the balance, or what was written under one of the sides instead of it."""
    if line.balance is not None or not line.carried:
        return line.balance
    if line.first is not None and line.second is not None:
        return line.movement(polarity) if polarity else None
    return line.first if line.first is not None else line.second


@dataclass(slots=True)
class _Month:
    year: int | None
    month: int | None
    entries: int = 0
    inflow: int = 0
    outflow: int = 0
    closing: int | None = None

    def told(self, *, with_year: bool) -> dict[str, object]:
        """For the totals; the year only where the book runs over several."""
        facts = {"month": self.month, "entries": self.entries, "inflow": self.inflow, "outflow": self.outflow}
        return ({"year": self.year} if with_year else {}) | facts | {"closing": self.closing}


@dataclass(slots=True)
class _Books:
    """The book as it grows, sheet after sheet."""

    reading: Reading
    opening: int | None = None
    running: int | None = None  # computed again from the opening
    written: int | None = None  # the last balance anybody wrote
    carried: list[tuple[Line, int]] = field(default_factory=list)  # rows that only follow a slip above
    months: dict[tuple[int | None, int | None], _Month] = field(default_factory=dict)

    def follow(self, sheet: SheetLines, polarity: str) -> None:
        if sheet.month:
            self._month(sheet.year, sheet.month)
        self._start(sheet, polarity)
        inflow = outflow = 0
        for line in sheet.lines:
            if line.is_entry:
                self._entry(sheet, line, polarity)
                inflow += line.row.values.get("inflow") or 0
                outflow += line.row.values.get("outflow") or 0
            elif line.closing:
                if line.balance == self.running:
                    self._back_again(sheet)
                self._check_total(sheet, line, polarity, inflow, outflow)
            self.reading.rows.append(line.row)

    def _month(self, year: int | None, month: int | None) -> _Month:
        if (year, month) not in self.months:
            self.months[year, month] = _Month(year, month, closing=self.running)
        return self.months[year, month]

    def _start(self, sheet: SheetLines, polarity: str) -> None:
        """Take the sheet's carried balance as opening, or hold it against where the last sheet ended."""
        carried = next((line for line in sheet.lines if line.carried and "awal" in line.row.reason), None)
        told = _carried_balance(carried, polarity) if carried else None
        told = told if told is not None else sheet.told_opening
        if told is not None and told == self.running:
            self._back_again(sheet)
        if carried and told is not None:
            carried.row.values["balance"] = told
        if told is None and self.running is None:
            told = _before_first(sheet, polarity)
        if self.running is None:
            self.opening = told if self.opening is None else self.opening
            self.running = told
        elif told is not None and told != self.running:
            self._opening_differs(sheet, carried, told, polarity)
        self.written = told if told is not None else self.written
        self.carried.clear()

    def _opening_differs(self, sheet: SheetLines, carried: Line | None, told: int, polarity: str) -> None:
        params = {"written": money.show(told), "expected": money.show(self.running)}
        if carried:
            carried.row.problems.append(Problem("balance", sheet.columns.get("balance"), OPENING_DIFFERS, params))
        else:
            self.reading.notes.append(Note(sheet.name, None, None, OPENING_DIFFERS, params))
        if _agreeing(sheet, told, polarity) > _agreeing(sheet, self.running, polarity):
            self.running = told

    def _entry(self, sheet: SheetLines, line: Line, polarity: str) -> None:
        inward, outward = (line.first, line.second) if line.fixed or polarity == "debit" else (line.second, line.first)
        values = line.row.values
        values |= {"inflow": inward, "outflow": outward, "balance": line.balance}
        if inward and outward:
            line.row.problems.append(Problem("outflow", sheet.columns.get(line.sides[1]), BOTH_SIDES))
        if (inward or 0) < 0 or (outward or 0) < 0:
            line.row.problems.append(Problem("inflow" if (inward or 0) < 0 else "outflow", None, MINUS))
        self._follow_balance(sheet, line, polarity)
        values["expected"] = self.running
        day = values["date"]
        month = (
            self._month(sheet.year, sheet.month)
            if sheet.month
            else self._month(*((day.year, day.month) if day else self._last()))
        )
        month.entries += 1
        month.inflow += inward or 0
        month.outflow += outward or 0
        month.closing = self.running

    def _last(self) -> tuple[int | None, int | None]:
        return next(reversed(self.months), (None, None))

    def _follow_balance(self, sheet: SheetLines, line: Line, polarity: str) -> None:
        if line.unknown:
            self.running = line.balance if line.balance is not None else self.running
            self.written = line.balance
            return
        move = line.movement(polarity)
        before, self.running = self.running, None if self.running is None else self.running + move
        if line.balance is None:
            self.written = None if self.written is None else self.written + move
            return
        if before is None:
            self.running = line.balance
        elif line.balance != self.running and (self.written is None or line.balance != self.written + move):
            self._report(sheet, line, self.running)
        elif line.balance != self.running:
            self.carried.append((line, self.running))
        if line.balance == self.running:
            self._back_again(sheet)
        self.written = line.balance

    def _back_again(self, sheet: SheetLines) -> None:
        """The balance is right again: a single row that only followed the slip above it was a slip of its own."""
        if len(self.carried) == 1:
            line, expected = self.carried[0]
            self._report(sheet, line, expected)
        self.carried.clear()

    def _report(self, sheet: SheetLines, line: Line, expected: int) -> None:
        params = {"written": money.show(line.balance), "expected": money.show(expected)}
        line.row.problems.append(Problem("balance", sheet.columns.get("balance"), NOT_FOLLOWING, params))

    def _check_total(self, sheet: SheetLines, line: Line, polarity: str, inflow: int, outflow: int) -> None:
        """A written total that differs from the rows above it is listed, not mended."""
        first, second = (inflow, outflow) if polarity == "debit" else (outflow, inflow)
        for side, written, counted in zip(line.sides, (line.first, line.second), (first, second), strict=True):
            if written is not None and written != counted and "bulan ini" not in line.row.values["description"].lower():
                params = {"side": side, "written": money.show(written), "counted": money.show(counted)}
                self.reading.notes.append(
                    Note(sheet.name, line.row.row, sheet.columns.get(side), TOTAL_DIFFERS, params)
                )

    def totals(self) -> dict[str, object]:
        """Of the whole book, as the sheets have it."""
        known = sorted(self.months.values(), key=lambda month: (month.year or 0, month.month or 0))
        several = len({month.year for month in known}) > 1
        return {
            "opening": self.opening,
            "closing": self.running,
            "entries": sum(month.entries for month in known),
            "inflow": sum(month.inflow for month in known),
            "outflow": sum(month.outflow for month in known),
            "months": [month.told(with_year=several) for month in known],
            "questions": sum(len(row.problems) for row in self.reading.rows),
        }  # fmt: skip


def _before_first(sheet: SheetLines, polarity: str) -> int | None:
    """Where no opening is written: the first written balance less what led to it."""
    moved = 0
    for line in sheet.lines:
        if line.is_entry and not line.unknown:
            moved += line.movement(polarity)
            if line.balance is not None:
                return line.balance - moved
    return None


def _agreeing(sheet: SheetLines, opening: int | None, polarity: str) -> int:
    """How many written balances of the sheet follow from `opening`."""
    running, count = opening or 0, 0
    for line in sheet.lines:
        if line.is_entry and not line.unknown:
            running += line.movement(polarity)
            count += line.balance == running
    return count
