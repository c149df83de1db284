"""Where the table starts: the head, found in the first rows, over one row or two, and the column of each field."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from lumbung.sheets import months
from lumbung.sheets.cells import is_blank, is_number, key, text
from lumbung.sheets.opening import Sheet

from . import vocabulary

_ = str  # marks a text for the translators; whoever shows it translates it
SEARCHED = 20  # heads stand in the first 15 rows; a few more cost nothing
WIDEST = 120
_MONTHLY = re.compile(
    r"^(wajib|simp wajib|simpanan wajib|iuran|jumlah|jml|rp|bayar|nominal|setor|setoran|besar|nilai)\b|^$"
)
_DATE_PLACE = re.compile(r"[A-Za-z .]+, *(tgl\.? *)?\.*\d{0,2}[ .…_-]*[A-Za-z]*[ .…_-]*(\d{4})?")

Role = Callable[[str], str | None]


@dataclass(slots=True)
class Layout:
    """The head of one sheet. `columns` field -> column; `months` column -> (month, year or None); all from 1."""

    header_row: int
    first_row: int
    columns: dict[str, int] = field(default_factory=dict)
    months: dict[int, tuple[int, int | None]] = field(default_factory=dict)
    heads: dict[int, str] = field(default_factory=dict)
    surely_two: bool = False  # every word of the lower row is a head too

    @property
    def score(self) -> int:
        return len(self.columns) + len(set(self.months.values()))


def find(sheet: Sheet, role: Role, *, with_months: bool = False) -> Layout | None:
    """The best head among the first rows; None when no row has two known fields."""
    rows = range(1, min(SEARCHED, len(sheet.rows)) + 1)
    candidates = [_single(sheet, row, role, with_months) for row in rows]
    candidates += filter(None, (_double(sheet, row, role, with_months) for row in rows))
    best = max(candidates, key=lambda candidate: (candidate.score, candidate.surely_two), default=None)
    if best is None or best.score < 2:
        return None
    best.first_row = _after_numbering(sheet, best.first_row)
    return best


def _heads(sheet: Sheet, row: int) -> list[object]:
    return [sheet.spread(row, column) for column in range(1, min(sheet.width, WIDEST) + 1)]


def _single(sheet: Sheet, row: int, role: Role, with_months: bool) -> Layout:
    heads = _heads(sheet, row)
    layout = Layout(row, row + 1)
    run = _numbered_months(heads) if with_months else {}
    for column, head in enumerate(heads, 1):
        _place(layout, column, head, "", role, with_months, run.get(column - 1))
    return layout


def _double(sheet: Sheet, row: int, role: Role, with_months: bool) -> Layout | None:
    """The head over rows `row` and `row + 1`: each lower head under the upper one that spans it."""
    upper, lower = _heads(sheet, row), _heads(sheet, row + 1)
    run = _numbered_months(lower) if with_months else {}
    if not _are_labels(lower, run) or all(map(is_blank, upper)):
        return None
    layout, parent = Layout(row, row + 2), ""
    known = [
        bool(months.of_head(head) or (role(key(head)) and not re.search(r"\d", text(head))))
        for head in (*upper, *lower)
    ]
    layout.surely_two = sum(known[: len(upper)]) >= 2 and all(
        found or is_blank(head) for head, found in zip(lower, known[len(upper) :], strict=True)
    )
    for column, (above, below) in enumerate(zip(upper, lower, strict=True), 1):
        own = text(above)
        parent = own or (parent if text(below) else "")
        below = "" if text(below) == own else below
        if is_blank(below):
            _place(layout, column, above, "", role, with_months, None)
        else:
            _place(layout, column, below, parent, role, with_months, run.get(column - 1))
    return layout


def _are_labels(heads: list[object], run: dict[int, int]) -> bool:
    """Words only, as heads are: data has numbers, dates or long digits in it."""
    said = [head for place, head in enumerate(heads) if place not in run and not is_blank(head)]
    if not said and not run:
        return False
    return not any(
        is_number(head) or (re.search(r"\d", text(head)) and not months.of_head(head)) or len(text(head)) > 40
        for head in said
    )


def _numbered_months(heads: list[object]) -> dict[int, int]:
    """1 … 12 as heads of months; not when it is the row that numbers the columns."""
    run = months.run_of_numbers(heads)
    if not run:
        return {}
    before = [text(head) for head in heads[: min(run)]]
    is_numbering = not any(before) and any(text(head).isdecimal() for head in heads[max(run) + 1 :])
    return {} if is_numbering or (min(run) == 0) else run


def _place(
    layout: Layout, column: int, head: object, parent: str, role: Role, with_months: bool, numbered: int | None
) -> None:
    """Put one head into the layout, as a month or as the field it names; the first column of a field wins."""
    said = key(head)
    if with_months and (month := _month(head, parent, role, numbered)) and month not in layout.months.values():
        layout.months[column] = month
        layout.heads[column] = said
        return
    if with_months and parent and months.of_head(parent):
        return  # the date or signature beside a month's amount
    found = role(said) if not parent else role(f"{key(parent)} {said}") or role(said)
    if parent and found != role(said) and role(said) and role(said) not in {"ordinal", "dues", "amount"}:
        found = role(said)
    if found and found not in layout.columns:
        layout.columns[found] = column
        layout.heads[column] = said


def _month(head: object, parent: str, role: Role, numbered: int | None) -> tuple[int, int | None] | None:
    group = key(parent)
    if numbered:
        return (numbered, None) if role(group) not in {"voluntary", "principal"} else None
    if above := months.of_head(parent):
        return above if _MONTHLY.match(key(head)) else None
    own = months.of_head(head)
    return own if own and role(group) not in {"voluntary", "principal"} else None


def _after_numbering(sheet: Sheet, row: int) -> int:
    """The first row after the one that numbers the columns `1 2 3 …` or `(1) (2) (3)` or `a b c`."""
    for candidate in range(row, row + 2):
        said = [key(cell) for cell in _heads(sheet, candidate) if not is_blank(cell)]
        counted = [str(number) for number in range(1, len(said) + 1)]
        lettered = [chr(96 + number) for number in range(1, len(said) + 1)]
        if len(said) >= 3 and (said in (counted, lettered) or _climbs(said)):
            return candidate + 1
    return row


def _climbs(said: list[str]) -> bool:
    numbers = [int(word) for word in said if word.isdecimal()]
    return len(numbers) == len(said) >= 4 and all(b - a in {1, 2} for a, b in zip(numbers, numbers[1:], strict=False))


def kind_of_row(cells: list[object], layout: Layout, anchor: int | None) -> str:
    """Why a row is no data: "blank", "signature", "total", "legend", "head" or "section"; "" for data.

    anchor  column of the name or description, where totals and signatures are usually written
    """
    filled = [(column, cell) for column, cell in enumerate(cells, 1) if cell != "" and not is_blank(cell)]
    if not filled:
        return "blank"
    first = [key(cell) for _column, cell in filled[:2]]
    if any(map(vocabulary.TOTAL.match, first)):
        return "total"
    if len(filled) <= 4 and _is_signature([text(cell) for _column, cell in filled]):
        return "signature"
    if len(filled) == 1 and vocabulary.SECTION.match(first[0]):
        return "section"
    if len(filled) <= 2 and vocabulary.LEGEND.match(first[0]) and (anchor is None or filled[0][0] <= anchor):
        return "legend"
    if first[0] and layout.heads.get(filled[0][0]) == first[0]:
        repeated = sum(layout.heads.get(column) == key(cell) for column, cell in filled)
        return "head" if repeated >= 2 and repeated >= len(filled) - 1 else ""
    return ""


def _is_signature(said: list[str]) -> bool:
    """Place and date, or the offices that sign: few cells, and no figure beside them."""
    if len(said) <= 2 and any("," in words and _DATE_PLACE.fullmatch(words) for words in said):
        return True
    keys = [key(words) for words in said]
    return any(map(vocabulary.SIGNATURE.match, keys)) and not any(word.isdecimal() for word in keys)


def captions(sheet: Sheet, plan: Layout) -> list[str]:
    """Everything written above the head, cell by cell."""
    return [text(cell) for row in sheet.rows[: plan.header_row - 1] for cell in row if not is_blank(cell)]


def is_grid(sheet: Sheet) -> bool:
    """Whether the sheet is a grid of months, as dues are kept."""
    plan = find(sheet, lambda head: vocabulary.role("dues", head), with_months=True)
    return bool(plan and len(plan.months) >= 6)


REASONS = {
    "signature": _("Tanda tangan dan penutup lembar"),
    "total": _("Baris jumlah"),
    "legend": _("Keterangan lembar"),
    "head": _("Judul kolom yang diulang"),
    "section": _("Judul bagian atau baris bernomor tanpa isi"),
    "opening": _("Saldo awal: bukan transaksi"),
    "closing": _("Saldo atau jumlah penutup: bukan transaksi"),
    "continued": _("Lanjutan uraian baris di atasnya"),
    "empty": _("Tidak ada jumlah uang di baris ini"),
}
