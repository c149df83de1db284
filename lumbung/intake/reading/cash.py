"""The cash or bank book: one row a movement, a running balance beside it, usually one sheet a month.

Source  reference/domain.md 7.4 (3)
"""

import re
from collections import Counter
from datetime import date

from lumbung.money import Unreadable
from lumbung.sheets import dates, months
from lumbung.sheets.cells import Broken, is_blank, key, says_nothing, text
from lumbung.sheets.opening import Book, Sheet
from lumbung.sheets.refusals import Undecided

from . import amounts, layout, vocabulary
from .balances import Line, walk
from .contract import NotUnderstood, Problem, Reading, Row, SheetInfo
from .layout import Layout

_ = str
SIDES = ({"inflow", "outflow"}, {"debit", "credit"}, {"amount"})
_SUFFIX = re.compile(r"^(.*\d)\s*(cr|db|k|d|kr)\.?$", re.IGNORECASE)
_INWARD = frozenset({"masuk", "m", "in", "penerimaan", "pemasukan", "terima", "kas masuk", "uang masuk", "debit masuk"})
_OUTWARD = frozenset({"keluar", "out", "pengeluaran", "kas keluar", "uang keluar", "belanja"})
_DEBIT = frozenset({"d", "db", "dr", "debet", "debit"})
_CREDIT = frozenset({"k", "c", "cr", "kr", "kredit", "credit"})
NO_DATE = _("Tanggal baris ini belum tertulis, dan di atasnya juga tidak ada. Tulis tanggalnya, misalnya 5-3-2025.")
OTHER_MONTH = _("Tanggal %(day)s di luar bulan lembar ini (%(month)s). Tulis tanggal yang benar.")
NO_DIRECTION = _("Tidak jelas uang ini masuk atau keluar. Tulis masuk atau keluar.")


def read(book: Book, reading: Reading, *, year: int | None, today: date | None, polarity: str | None) -> None:
    """Fill `reading` with every movement of every sheet that is a cash or bank book.

    Raises  NotUnderstood: no sheet is
    """
    sheets = _of_year([_SheetReader(sheet, plan, reading, year, today) for sheet, plan in _books(book)], year)
    if all(sheet.month for sheet in sheets):
        sheets.sort(key=lambda sheet: (sheet.year or 0, sheet.month))
    walk(sheets, reading, polarity)


def _books(book: Book) -> list[tuple[Sheet, Layout]]:
    found = []
    for sheet in book.sheets:
        plan = layout.find(sheet, lambda head: vocabulary.role("cash", head))
        if not plan:
            continue
        columns = plan.columns
        if "description" not in columns and "remark" in columns:
            columns["description"] = columns.pop("remark")
        sided = any(side <= set(columns) for side in SIDES) or {"inflow", "outflow", "debit", "credit"} & set(columns)
        if (
            sided
            and {"date", "description"} & set(columns)
            and not ("date" not in columns and "balance" not in columns)
        ):
            found.append((sheet, plan))
    chosen = [pair for pair in found if not pair[0].hidden] or found
    chosen = [pair for pair in chosen if not vocabulary.SUMMARY_SHEET.match(key(pair[0].name))] or chosen
    if not chosen:
        raise NotUnderstood(
            _(
                "Tidak ada lembar yang mirip buku kas. "
                "Pastikan ada baris judul kolom: Tanggal, Uraian, Masuk, Keluar, Saldo."
            )
        )
    return chosen


def _of_year(sheets: list["_SheetReader"], year: int | None) -> list["_SheetReader"]:
    return [sheet for sheet in sheets if year is None or sheet.year in {year, None}] or sheets


class _SheetReader:
    """One sheet as lines: what each row is, its date, and the amounts of its two sides."""

    def __init__(self, sheet: Sheet, plan: Layout, reading: Reading, year: int | None, today: date | None) -> None:
        self.sheet, self.plan, self.columns, self.name = sheet, plan, plan.columns, sheet.name
        self.captions = [sheet.name, *layout.captions(sheet, plan)]
        self.year = next(filter(None, map(months.year_in_caption, self.captions)), None) or year
        self.year = self.year or months.year_in_caption(reading.file)
        self.month = next(filter(None, map(months.in_caption, self.captions)), None)
        self.english = amounts.writes_english(cell for row in sheet.rows for cell in row)
        latest = (self.year or year or (today.year if today else 2030)) + 1
        column = self.columns.get("date", 0)
        written = [row[column - 1] for row in sheet.rows[plan.first_row - 1 :] if 0 < column <= len(row)]
        self.frame = dates.Frame(self.year, self.month, latest, dates.is_month_first(written))
        self.lines = self._lines()
        self.told_opening = self._opening_above()
        self._settle_month()

    def _opening_above(self) -> int | None:
        """`Saldo awal: Rp1.250.000`, written above the head in one cell or two."""
        for row in self.sheet.rows[: self.plan.header_row - 1]:
            cells = [cell for cell in row if not is_blank(cell)]
            if cells and vocabulary.OPENING.match(key(cells[0])):
                for cell in [text(cells[0]).rpartition(":")[2], *cells[1:]]:
                    if not is_blank(cell) and not amounts.is_unreadable(cell):
                        return amounts.sen(cell, english=self.english)
        return None

    @property
    def names_sides(self) -> bool:
        """Whether the heads themselves say in and out."""
        return "inflow" in self.columns or "outflow" in self.columns

    def info(self, polarity: str | None) -> SheetInfo:
        return SheetInfo(
            self.name, self.plan.header_row, self.columns, self.year, month=self.month,
            polarity=None if self.names_sides else polarity,
        )  # fmt: skip

    # --- rows ---------------------------------------------------------------------------------------------

    def _lines(self) -> list[Line]:
        found: list[Line] = []
        over, last = False, None
        for number in range(self.plan.first_row, len(self.sheet.rows) + 1):
            cells = self.sheet.rows[number - 1]
            kind = layout.kind_of_row(cells, self.plan, self.columns.get("description"))
            if kind == "blank":
                continue
            line = Line(Row(self.name, number))
            over = over or kind == "signature"
            if over or kind in {"legend", "head", "section"}:
                line.row.reason = layout.REASONS["signature" if over else kind]
            else:
                self._read_line(line, kind, found, last)
                last = line.row.values.get("date") or last
            found.append(line)
        return found

    def _cell(self, line: Line, name: str) -> object:
        return self.sheet.cell(line.row.row, self.columns[name]) if name in self.columns else None

    def _read_line(self, line: Line, kind: str, before: list[Line], last: date | None) -> None:
        said = text(self._cell(line, "description"))
        dated = not says_nothing(self._cell(line, "date")) and not dates.is_ditto(self._cell(line, "date"))
        words = [
            key(cell) for cell in self.sheet.rows[line.row.row - 1][:6] if isinstance(cell, str) and not is_blank(cell)
        ]
        self._amounts(line)
        line.balance = self._balance(line)
        line.row.values = {"date": None, "document": text(self._cell(line, "document")) or None, "description": said}
        if (kind == "total" and not dated) or any(vocabulary.CLOSING.match(word) for word in words[:3]):
            line.close(layout.REASONS["total" if kind == "total" else "closing"])
            return
        if any(vocabulary.OPENING.match(word) for word in words[:3]):
            self._open(line, before)
            return
        if line.first is None and line.second is None and not line.row.problems:
            self._without_amount(line, before, dated)
            return
        line.is_entry = True
        line.row.values["date"] = self._date(line, last)
        remark = text(self._cell(line, "remark"))
        line.row.values |= {"note": remark} if remark else {}

    def _open(self, line: Line, before: list[Line]) -> None:
        """A balance carried over: the opening of the sheet, never income; after the first entry only a check."""
        line.carried = True
        line.row.problems.clear()
        line.row.reason = layout.REASONS["opening" if not any(old.is_entry for old in before) else "closing"]

    def _without_amount(self, line: Line, before: list[Line], dated: bool) -> None:
        if line.balance is not None and not any(old.is_entry or old.carried for old in before):
            self._open(line, before)
        elif before and before[-1].is_entry and not dated and not line.row.values["document"] and line.balance is None:
            before[-1].row.values["description"] += f" {line.row.values['description']}".rstrip()
            line.row.reason = layout.REASONS["continued"]
        else:
            line.row.reason = layout.REASONS["empty"]

    def _date(self, line: Line, last: date | None) -> date | None:
        cell = self._cell(line, "date")
        if dates.is_ditto(cell) or says_nothing(cell):
            if last is None and "date" in self.columns:
                line.row.problems.append(Problem("date", self.columns["date"], NO_DATE))
            return last
        try:
            return dates.read(cell, self.frame)
        except Undecided as error:
            line.row.problems.append(Problem.of("date", self.columns["date"], error))
            return None

    # --- amounts ------------------------------------------------------------------------------------------

    def _amount(self, line: Line, name: str, cell: object) -> int | None:
        try:
            found = amounts.sen(cell, english=self.english)
        except (Undecided, Unreadable) as error:
            line.row.problems.append(Problem.of(name, self.columns[name], error))
            line.unknown = True
            return None
        return found or None

    def _balance(self, line: Line) -> int | None:
        """The written balance; one that cannot be read or was never calculated is simply not there."""
        cell = self._cell(line, "balance")
        try:
            return None if isinstance(cell, Broken) or is_blank(cell) else amounts.sen(cell, english=self.english)
        except (Undecided, Unreadable):
            return None

    def _amounts(self, line: Line) -> None:
        """`first` is what stands under in or debit, `second` under out or credit."""
        sides = ("inflow", "outflow") if self.names_sides else ("debit", "credit")
        if set(sides) & set(self.columns):
            line.first, line.second = (self._amount(line, side, self._cell(line, side)) for side in sides)
        elif "amount" in self.columns:
            self._one_column(line)
        line.sides = sides

    def _one_column(self, line: Line) -> None:
        """One column of amounts: the direction beside it, behind the amount (`20.000 CR`), or its sign."""
        cell, said = self._cell(line, "amount"), key(self._cell(line, "direction"))
        if isinstance(cell, str) and (found := _SUFFIX.match(text(cell))):
            cell, said = found[1], found[2].lower()
        amount = self._amount(line, "amount", cell)
        if amount is None:
            return
        if amount < 0:
            amount, said = -amount, said or "out"
        elif not said and "direction" not in self.columns:
            said = "in"
        if said in _INWARD | _OUTWARD:
            line.fixed = True
        if said in _INWARD | _DEBIT:
            line.first = amount
        elif said in _OUTWARD | _CREDIT:
            line.second = amount
        else:
            line.row.problems.append(Problem("direction", self.columns.get("direction"), NO_DIRECTION))
            line.unknown = True

    # --- the month of the sheet -----------------------------------------------------------------------------

    def _settle_month(self) -> None:
        """Most dates decide the sheet's month and year, whatever its caption says; a stray date is asked about."""
        entries = [line for line in self.lines if line.is_entry]
        dated = [line.row.values["date"] for line in entries if line.row.values["date"]]
        counted = Counter((day.year, day.month) for day in dated)
        if not counted:
            return
        (year, month), count = counted.most_common(1)[0]
        if count * 10 < len(dated) * 6 or (len(counted) > 2 and self.month is None):
            self.month = None
            self.year = self.year or year
            return
        self.year, self.month = year, month
        for line in entries:
            day = line.row.values["date"]
            if day and (day.year, day.month) != (year, month):
                told = {"day": day.isoformat(), "month": f"{months.NAMES[month]} {year}"}
                line.row.problems.append(Problem("date", self.columns.get("date"), OTHER_MONTH, told))
