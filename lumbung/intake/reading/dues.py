"""The dues book: one row a member, one column a month; or one sheet a month.

`paid` is money by the column it was written in: three months paid at once stand in one cell, and are spread over the
unpaid months by whoever writes.
"""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date

from lumbung import money
from lumbung.money import Unreadable
from lumbung.sheets import months, people
from lumbung.sheets.cells import is_blank, is_number, says_nothing, text
from lumbung.sheets.dates import is_ditto
from lumbung.sheets.opening import Book, Sheet
from lumbung.sheets.refusals import Undecided

from . import amounts, grid, layout, vocabulary
from .contract import Note, NotUnderstood, Problem, Reading, Row, SheetInfo
from .layout import Layout

_ = str
_RATE = re.compile(
    r"(?:rp\.?\s*)?(\d[\d.,]*\s*(?:rb|ribu|k)?)\s*,?-?\s*(?:/|per|tiap|setiap|se)\s*-?(?:bln|bulan|orang|anggota)",
    re.IGNORECASE,
)
_RATE_AFTER = re.compile(
    r"(?:@|per bulan|perbulan|sebulan|/ ?bulan|/ ?bln|tarif|besar(?:nya)?(?: iuran| simpanan)?)\s*[:=]?\s*"
    r"(?:rp\.?\s*)?(\d[\d.,]*\s*(?:rb|ribu|k)?)",
    re.IGNORECASE,
)
_RATE_BRACKET = re.compile(
    r"(?:wajib|iuran)[^()]*\(\s*(?:@|rp\.?)?\s*(?:rp\.?\s*)?(\d[\d.,]*\s*(?:rb|ribu|k)?)\s*(?:,-)?\s*\)", re.IGNORECASE
)
NO_NAME = _("Nama di baris ini kosong, padahal ada isinya. Tulis nama anggotanya.")
COLOURED = _("Sel ini kosong tetapi diwarnai. Apakah sudah dibayar? Tulis jumlahnya, atau hapus warnanya.")
COMMENTED = _('Sel ini kosong tetapi ada komentar "%(text)s". Tulis jumlah yang dibayar, atau hapus komentarnya.')
SUM_DIFFERS = _(
    "Jumlah di kolom %(column)d tertulis %(written)s, isi barisnya %(counted)s. Periksa sel bulan di baris ini."
)
RATE_UNKNOWN = _("Besar iuran sebulan tidak tertulis di lembar ini. Isi besarnya, misalnya 20.000.")


def read(book: Book, reading: Reading, *, year: int | None, rate: int | None) -> None:
    """Fill `reading` with the dues of one year.

    rate    sen a month, when the sheet does not tell and the bylaws do
    Raises  NotUnderstood: no sheet is a dues grid
    """
    sheets = _of_year([_SheetReader(sheet, plan, reading, year=year, rate=rate) for sheet, plan in _grids(book)], year)
    for reader in sheets:
        reader.read()
    _add_up(reading)


def _grids(book: Book) -> list[tuple[Sheet, Layout]]:
    """Sheets that are grids of months; when there is none, sheets of one month each."""
    shown = [sheet for sheet in book.sheets if not sheet.hidden] or book.sheets
    plans = [
        (sheet, layout.find(sheet, lambda head: vocabulary.role("dues", head), with_months=True)) for sheet in shown
    ]
    named = [(sheet, plan) for sheet, plan in plans if plan and {"name", "number"} & set(plan.columns)]
    grids = [(sheet, plan) for sheet, plan in named if len(plan.months) >= 2]
    single = [(sheet, plan) for sheet, plan in named if len(plan.months) == 1 or _single_month(sheet, plan)]
    if not (grids or single):
        raise NotUnderstood(
            _(
                "Tidak ada lembar yang mirip daftar iuran. "
                "Pastikan ada baris judul kolom: Nama, lalu bulan Januari sampai Desember."
            )
        )
    return grids or single


def _single_month(sheet: Sheet, plan: Layout) -> bool:
    """Whether the sheet is one month's dues; if so its amount column becomes that month's."""
    column = plan.columns.get("dues") or plan.columns.get("total")
    captions = (sheet.name, *layout.captions(sheet, plan))
    month = next(filter(None, map(months.in_caption, captions)), None)
    if column and month:
        plan.months[column] = (month, None)
    return bool(column and month)


def _of_year(sheets: list["_SheetReader"], year: int | None) -> list["_SheetReader"]:
    """The sheets of the year asked for, else of the last year there is."""
    told = [sheet.year for sheet in sheets if sheet.year]
    wanted = year or max(told, default=None)
    return [sheet for sheet in sheets if sheet.year in {wanted, None}] or sheets


class _SheetReader:
    """One grid, row by row."""

    def __init__(self, sheet: Sheet, plan: Layout, reading: Reading, *, year: int | None, rate: int | None) -> None:
        self.sheet, self.plan, self.reading, self.columns = sheet, plan, reading, plan.columns
        captions = [sheet.name, *layout.captions(sheet, plan)]
        heads = Counter(told for _month, told in plan.months.values() if told)
        caption_year = next(filter(None, map(months.year_in_caption, captions)), None)
        self.year = heads.most_common(1)[0][0] if heads else caption_year or year
        if len(heads) > 1 and year in heads:
            self.year = year
        self.months = {column: month for column, (month, told) in plan.months.items() if told in {None, self.year}}
        self.name_column = self.columns.get("name") or self.columns["number"]
        self.rows = list(self._data_rows())
        self.style = grid.Style(None, self.year, amounts.writes_english(self._month_cells()), self._is_binary())
        told = _told_rate([*captions, *(text(sheet.spread(plan.header_row, column)) for column in self.months)])
        self.rate = told or self._usual_amount() or rate
        self.style = grid.Style(self.rate, self.year, self.style.english, self.style.binary)
        self.background = self._background()
        self.known: dict[tuple[type, object], grid.Paid] = {}

    def _data_rows(self) -> Iterator[tuple[int, list[object], str]]:
        over = False
        for number in range(self.plan.first_row, len(self.sheet.rows) + 1):
            cells = self.sheet.rows[number - 1]
            kind = layout.kind_of_row(cells, self.plan, self.name_column)
            over = over or kind == "signature"
            if kind != "blank":
                yield number, cells, "signature" if over else kind

    def _month_cells(self) -> Iterator[object]:
        for number, _cells, kind in self.rows:
            if not kind:
                yield from (self.sheet.cell(number, column) for column in self.months)

    def _is_binary(self) -> bool:
        numbers = {cell for cell in self._month_cells() if is_number(cell)}
        return numbers <= {0, 1} and 1 in numbers

    def _usual_amount(self) -> int | None:
        """The amount that stands in the grid most often; of equals the smaller."""
        counted: Counter = Counter()
        for (_kind, cell), times in Counter((type(cell), cell) for cell in self._month_cells()).items():
            counted[grid.direct(cell, self.style)] += times
        del counted[None]
        return min(counted, key=lambda amount: (-counted[amount], amount), default=None)

    def _background(self) -> set[tuple[int | None, int | None, str]]:
        """Fills that mean nothing: of a whole row (its name has it too) or of most of a column."""
        fills = self.sheet.marks.fills
        plain = {(row, None, fills[row, self.name_column]) for row, column in fills if column == self.name_column}
        rows = max(1, sum(1 for _number, _cells, kind in self.rows if not kind))
        for column in self.months:
            used = Counter(
                colour for (row, place), colour in fills.items() if place == column and row >= self.plan.first_row
            )
            plain |= {(None, column, colour) for colour, count in used.items() if count * 10 > rows * 6}
        return plain

    def read(self) -> None:
        columns = {**self.columns, **{f"month_{month}": column for column, month in self.months.items()}}
        info = SheetInfo(self.sheet.name, self.plan.header_row, columns, self.year, self.rate)
        if self.rate is None:
            info.problems.append(Problem("rate", None, RATE_UNKNOWN))
        self.reading.sheets.append(info)
        totalled = False
        for number, cells, kind in self.rows:
            row = Row(self.sheet.name, number, reason=layout.REASONS[kind] if kind else "")
            totalled = totalled or kind == "total"
            if not kind:
                self._read_row(row, cells, totalled=totalled)
            self.reading.rows.append(row)

    def _read_row(self, row: Row, cells: list[object], *, totalled: bool) -> None:
        name = self.sheet.spread(row.row, self.columns["name"]) if "name" in self.columns else None
        amounts_said = any(not is_blank(self.sheet.cell(row.row, column)) for column in self.months)
        ordinal = text(self.sheet.cell(row.row, self.columns["ordinal"])) if "ordinal" in self.columns else ""
        if (is_blank(name) and not amounts_said and "name" in self.columns) or (
            totalled and not ordinal and not amounts_said
        ):
            row.reason = layout.REASONS["section"]
            return
        number = self.sheet.cell(row.row, self.columns["number"]) if "number" in self.columns else None
        row.values = {
            "ordinal": ordinal or None,
            "name": people.name(name),
            "number": None if says_nothing(number) else text(number),
        }
        if is_blank(name) and "name" in self.columns:
            row.problems.append(Problem("name", self.columns["name"], NO_NAME))
        for field in ("principal", "opening"):
            if field in self.columns:
                row.values[field] = self._amount(row, field)
        self._read_months(row)
        row.values["note"] = text(self.sheet.cell(row.row, self.columns["note"])) if "note" in self.columns else None
        self._check_sum(row)

    def _amount(self, row: Row, field: str) -> int | None:
        cell = self.sheet.cell(row.row, self.columns[field])
        try:
            read_as = amounts.principal(cell) if field == "principal" else amounts.sen(cell, english=self.style.english)
        except (Undecided, Unreadable) as error:
            row.problems.append(Problem.of(field, self.columns[field], error))
            return None
        return grid.in_thousands(read_as, self.rate) if read_as else read_as

    def _read_months(self, row: Row) -> None:
        paid: dict[int, int] = {}
        paid_on: dict[int, date] = {}
        covers: dict[int, list[int]] = {}
        for column, month in sorted(self.months.items(), key=lambda item: item[1]):
            try:
                found = self._paid(self._month_cell(row.row, column))
                self._ask_about_blank(row.row, column)
            except (Undecided, Unreadable) as error:
                row.problems.append(Problem.of("paid", column, error, month))
                continue
            paid[month] = paid.get(month, 0) + found.amount
            paid_on |= {month: found.on} if found.on else {}
            comment = self.sheet.marks.comments.get((row.row, column), "")
            named = list(found.months) or (months.all_in(comment) if comment else [])
            covers |= {month: named} if named and found.amount else {}
        row.values |= {"paid": paid, "paid_total": sum(paid.values())}
        row.values |= {"paid_on": paid_on} if paid_on else {}
        row.values |= (
            {"covers": {str(month): ",".join(map(str, named)) for month, named in covers.items()}} if covers else {}
        )

    def _paid(self, cell: object) -> grid.Paid:
        """What the cell says, worked out once for all cells alike."""
        known = (type(cell), cell)
        if known not in self.known:
            self.known[known] = grid.paid(cell, self.style)
        return self.known[known]

    def _month_cell(self, row: int, column: int) -> object:
        """The cell, or for a ditto mark the nearest one above that is none."""
        cell = self.sheet.cell(row, column)
        while is_ditto(cell) and row > self.plan.first_row:
            row -= 1
            cell = self.sheet.cell(row, column)
        return cell

    def _ask_about_blank(self, row: int, column: int) -> None:
        """An empty cell that someone coloured or commented on may mean paid."""
        marks = self.sheet.marks
        if not (marks.comments or marks.fills) or not is_blank(self.sheet.cell(row, column)):
            return
        if comment := marks.comments.get((row, column)):
            raise Undecided(COMMENTED, text=comment)
        colour = marks.fills.get((row, column))
        if colour and not {(row, None, colour), (None, column, colour)} & self.background:
            raise Undecided(COLOURED)

    def _check_sum(self, row: Row) -> None:
        """A written total that agrees with no way of adding up the row is listed, not mended."""
        if "total" not in self.columns or row.problems:
            return
        written = self.sheet.cell(row.row, self.columns["total"])
        if not is_number(written) or amounts.is_unreadable(written):
            return
        counted = row.values["paid_total"]
        typed = sum(
            amounts.from_number(cell) for cell in (self.sheet.cell(row.row, c) for c in self.months) if is_number(cell)
        )
        extra = [row.values.get(field) or 0 for field in ("principal", "opening")]
        sums = {base + part for base in (counted, typed) for part in (0, *extra, sum(extra))}
        total = grid.in_thousands(amounts.from_number(written), self.rate)
        if total not in sums:
            told = {"column": self.columns["total"], "written": money.show(total), "counted": money.show(counted)}
            self.reading.notes.append(Note(row.sheet, row.row, self.columns["total"], SUM_DIFFERS, told))


def _told_rate(captions: list[str]) -> int | None:
    """The month's rate as a title or head states it: `(Rp 20.000/bulan)`, `Iuran per bulan: 20rb`."""
    for caption in captions:
        for pattern in (_RATE, _RATE_AFTER, _RATE_BRACKET):
            if found := pattern.search(caption):
                try:
                    amount = money.parse(found[1].rstrip(".,- "))
                except Unreadable:
                    continue
                if amount >= grid.THOUSAND:
                    return amount
    return None


def _add_up(reading: Reading) -> None:
    """Totals are the sheet's own, whether or not anybody knows the member."""
    rows = [row for row in reading.rows if row.status != "skipped"]
    by_month = [sum(row.values["paid"].get(month, 0) for row in rows) for month in range(1, 13)]
    reading.totals = {
        "paid_by_month": by_month,
        "paid_total": sum(by_month),
        "principal_total": sum(row.values.get("principal") or 0 for row in rows),
        "opening_total": sum(row.values.get("opening") or 0 for row in rows),
        "members": len(rows),
        "questions": sum(len(row.problems) for row in rows),
    }
