"""The member book: one row a person."""

import re
from collections.abc import Callable
from datetime import date

from lumbung.money import Unreadable
from lumbung.sheets import dates, months, people
from lumbung.sheets.cells import Broken, is_blank, is_number, key, says_nothing, text
from lumbung.sheets.opening import Book, Sheet
from lumbung.sheets.refusals import Undecided

from . import amounts, layout, profile, vocabulary
from .contract import Note, NotUnderstood, Problem, Reading, Row, SheetInfo
from .layout import Layout

_ = str
YOUNGEST = 10  # a two-digit birth year less than this many years before the book lies in the century before
_GONE = re.compile(
    r"\b(keluar|berhenti|mundur|mengundurkan diri|pindah|dikeluarkan|diberhentikan|non ?aktif)\b", re.IGNORECASE
)
_DEAD = re.compile(r"\b(alm|almh|almarhum|almarhumah|meninggal|wafat|md)\b", re.IGNORECASE)
_REPEATED = ("born", "joined", "left", "address", "job", "rt", "rw", "rt_rw", "gender", "phone", "birthplace", "note")
NO_NAME = _("Nama di baris ini kosong. Tulis namanya, atau hapus barisnya bila tidak dipakai.")
NO_NIK = _("NIK belum tertulis. Salin 16 angka dari KTP.")
NIK_OTHER_DAY = _(
    "NIK %(name)s menunjukkan tanggal lahir %(day)d-%(month)d-%(year)02d, di buku %(born)s. Cocokkan dengan KTP."
)
NIK_OTHER_SEX = _("NIK %(name)s menunjukkan %(sex)s, di buku %(gender)s. Cocokkan dengan KTP.")
NO_LEAVING_DAY = _('Tertulis "%(text)s" tanpa tanggal. Tulis tanggal keluarnya.')


def read(book: Book, reading: Reading, *, year: int | None, today: date | None) -> None:
    """Fill `reading` with every member row of every sheet that is a member list.

    Raises  NotUnderstood: no sheet is
    """
    found = [(sheet, plan) for sheet in book.sheets if (plan := _layout(sheet))]
    visible = [pair for pair in found if not pair[0].hidden] or found
    if not visible:
        raise NotUnderstood(
            _(
                "Tidak ada lembar yang mirip daftar anggota. "
                "Pastikan ada baris judul kolom, misalnya Nama, NIK, Tgl Masuk."
            )
        )
    for sheet, plan in visible:
        _SheetReader(sheet, plan, reading, year=year, today=today).read()
    people_rows = [row for row in reading.rows if row.status != "skipped"]
    reading.totals = {"members": len(people_rows), "questions": sum(len(row.problems) for row in people_rows)}


def _layout(sheet: Sheet) -> Layout | None:
    plan = layout.find(sheet, lambda head: vocabulary.role("members", head))
    if not plan or "name" not in plan.columns or layout.is_grid(sheet):
        return None
    profile.complete(sheet, plan)
    told = {"nik", "born", "phone", "joined", "address", "gender", "number", "rt_rw", "job"} & set(plan.columns)
    return plan if told else None


class _SheetReader:
    """One sheet, row by row; `above` keeps the last cells, for ditto marks."""

    def __init__(self, sheet: Sheet, plan: Layout, reading: Reading, *, year: int | None, today: date | None) -> None:
        self.sheet, self.plan, self.reading = sheet, plan, reading
        self.columns = plan.columns
        captions = [sheet.name, *(text(cell) for row in sheet.rows[: plan.header_row - 1] for cell in row if cell)]
        self.year = year or next(filter(None, map(months.year_in_caption, reversed(captions))), None)
        latest = self.year or (today.year if today else None) or _latest_year(sheet, plan)
        self.frames = {
            name: dates.Frame(
                latest=latest - YOUNGEST if name == "born" else latest + 1,
                month_first=name in plan.columns and dates.is_month_first(self._column(name)),
            )
            for name in ("born", "joined", "left")
        }
        self.above: dict[str, object] = {}

    def _column(self, name: str):
        place = self.columns[name] - 1
        return (row[place] for row in self.sheet.rows[self.plan.first_row - 1 :] if place < len(row))

    def read(self) -> None:
        self.reading.sheets.append(SheetInfo(self.sheet.name, self.plan.header_row, self.columns, self.year))
        over = False
        for number in range(self.plan.first_row, len(self.sheet.rows) + 1):
            cells = self.sheet.rows[number - 1]
            kind = layout.kind_of_row(cells, self.plan, self.columns["name"])
            if kind == "blank":
                continue
            over = over or kind == "signature"
            row = Row(self.sheet.name, number)
            if over or kind:
                row.reason = layout.REASONS["signature" if over else kind]
            else:
                self._read_row(row)
            self.reading.rows.append(row)

    def _cell(self, row: Row, name: str) -> object:
        if name not in self.columns:
            return None
        cell = self.sheet.cell(row.row, self.columns[name])
        if dates.is_ditto(cell) and name in _REPEATED:
            return self.above.get(name)
        self.above[name] = cell
        return cell

    def _read_row(self, row: Row) -> None:
        name = self._cell(row, "name")
        if is_blank(name):
            self._without_name(row)
            if row.reason:
                return
        row.values = {"name": people.name(name), "number": self._number(row), "nik": self._nik(row)}
        row.values["gender"] = self._gender(row)
        for field in ("born", "joined"):
            row.values[field] = self._ask(row, field, lambda cell, field=field: dates.read(cell, self.frames[field]))
        row.values["left"], row.values["standing"] = self._leaving(row)
        row.values["phone"] = self._ask(row, "phone", people.phone)
        self._surroundings(row)
        self._compare_with_nik(row)

    def _without_name(self, row: Row) -> None:
        told = [field for field in ("nik", "born", "phone", "joined") if not says_nothing(self._cell(row, field))]
        if told:
            row.problems.append(Problem("name", self.columns["name"], NO_NAME))
        else:
            row.reason = layout.REASONS["section"]

    def _ask(self, row: Row, field: str, read: Callable[[object], object]) -> object:
        """The field's value, or None and a problem when no careful reader could tell."""
        try:
            return read(self._cell(row, field))
        except (Undecided, Unreadable) as error:
            row.problems.append(Problem.of(field, self.columns[field], error))
            return None

    def _number(self, row: Row) -> str | None:
        cell = self._cell(row, "number")
        return None if says_nothing(cell) else text(cell)

    def _nik(self, row: Row) -> str | None:
        number = self._ask(row, "nik", people.nik)
        asked = any(problem.field == "nik" for problem in row.problems)
        if number is None and not asked and "nik" in self.columns:
            row.problems.append(Problem("nik", self.columns["nik"], NO_NIK))
        return number

    def _gender(self, row: Row) -> str | None:
        if "gender" in self.columns:
            return self._ask(row, "gender", people.gender)
        ticked = [mark for mark, field in (("L", "gender_male"), ("P", "gender_female"))
                  if field in self.columns and not says_nothing(self._cell(row, field))]  # fmt: skip
        return ticked[0] if len(ticked) == 1 else None

    def _leaving(self, row: Row) -> tuple[date | None, str | None]:
        """The day a member left and why: from its own column, or out of the remarks (`keluar 24-11-2021`)."""
        own = self._cell(row, "left")
        said = " ".join(text(self._cell(row, field)) for field in ("status", "note") if field in self.columns)
        dead = bool(_DEAD.search(said)) or people.is_late(self._cell(row, "name"))
        standing = "deceased" if dead else "left" if _GONE.search(said) or not says_nothing(own) else None
        if not says_nothing(own) and not _GONE.fullmatch(text(own)):
            return self._ask(row, "left", lambda cell: dates.read(_after_words(cell), self.frames["left"])), standing
        if standing is None or (dead and not re.search(r"\d", said)):
            return None, standing
        column = self.columns.get("note") or self.columns.get("status") or self.columns.get("left")
        try:
            return dates.read(_after_words(said), self.frames["left"]), standing
        except Undecided:
            row.problems.append(Problem("left", column, NO_LEAVING_DAY, {"text": said.strip() or text(own)}))
            return None, standing

    def _surroundings(self, row: Row) -> None:
        values = row.values
        for field in ("address", "job", "note", "birthplace"):
            cell = self._cell(row, field)
            values[field] = None if says_nothing(cell) else text(cell)
        if not values["birthplace"] and isinstance(born := self._cell(row, "born"), str):
            place = dates.split_lead(text(born))[0]
            values["birthplace"] = place if place and months.number_of(place) is None and key(place) != "tgl" else None
        pair = people.rt_rw(self._cell(row, "rt_rw")) or people.rt_rw(values["address"]) or ("", "")
        values["rt"] = people.number_only(self._cell(row, "rt")) or pair[0] or None
        values["rw"] = people.number_only(self._cell(row, "rw")) or pair[1] or None
        if "principal" in self.columns:
            values["principal"] = self._ask(row, "principal", amounts.principal)

    def _compare_with_nik(self, row: Row) -> None:
        """A NIK that tells another day or gender is worth a look; people move and old errors stay, so no question."""
        nik, born, gender = (row.values[field] for field in ("nik", "born", "gender"))
        if not nik:
            return
        day, month, year, sex = people.born_in_nik(nik)
        if born and (born.day, born.month, born.year % 100) != (day, month, year):
            said = NIK_OTHER_DAY
            told = {"name": row.values["name"], "day": day, "month": month, "year": year, "born": born.isoformat()}
            self.reading.notes.append(Note(row.sheet, row.row, self.columns["nik"], said, told))
        if gender and gender != sex:
            said = NIK_OTHER_SEX
            told = {"name": row.values["name"], "sex": sex, "gender": gender}
            self.reading.notes.append(Note(row.sheet, row.row, self.columns["nik"], said, told))


def _after_words(cell: object) -> object:
    """The cell from its first date on: `keluar per 24-11-2021 (pindah)` becomes `24-11-2021`."""
    if not isinstance(cell, str) or isinstance(cell, Broken):
        return cell
    found = re.search(
        r"\d{1,2}[\s\-/.]*([a-z]+[\s\-/.]*|\d{1,2}[\s\-/.]+)\d{2,4}|\d{4}-\d{1,2}-\d{1,2}", text(cell), re.IGNORECASE
    )
    return found[0] if found else text(cell)


def _latest_year(sheet: Sheet, plan: Layout) -> int:
    """The last year the sheet itself writes in full, for two-digit years; a generation ahead when it writes none."""
    years = [0]
    for name in ("joined", "left"):
        column = plan.columns.get(name)
        for row in sheet.rows[plan.first_row - 1 :] if column else ():
            cell = row[column - 1] if column <= len(row) else None
            if isinstance(cell, date):
                years.append(cell.year)
            elif isinstance(cell, str) and not is_number(cell):
                years += map(int, re.findall(r"(?<!\d)20[0-4]\d(?!\d)", cell))
    return max(years) or 2030
