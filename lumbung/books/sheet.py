"""Books as a spreadsheet: amounts are numbers, days are days; head above, foot below."""

from django.utils.translation import gettext as _

from lumbung.books.printed import Numbered, Printed, Section
from lumbung.books.shape import MONEY, SIGN, Column
from lumbung.books.signing import letterhead
from lumbung.web.xlsx import Money, Sheet, workbook


def sheet(shown: Printed) -> bytes:
    """The .xlsx file: one sheet for rows of one shape, so that they can be sorted and added up."""
    shapes: dict[tuple, list[Section]] = {}
    for section in shown.sections or [Section("", shown.book.columns, [])]:
        shapes.setdefault(section.columns, []).append(section)
    return workbook([_sheet(shown, sections, at) for at, sections in enumerate(shapes.values())])


def _sheet(shown: Printed, sections: list[Section], at: int) -> Sheet:
    columns, headed = sections[0].columns, any(section.heading for section in sections)
    rows, bold = [], set()
    for section in sections:
        for line in section.lines:
            bold |= {len(rows)} if line.row.kind != "row" else set()
            rows.append([*([section.heading] if headed else []), *_line(line, columns)])
    rows += [] if rows else [[_("Belum ada catatan")]]
    name = str(shown.book.name).removeprefix("Buku ")
    return Sheet(
        name=sections[0].heading if at and headed else name, columns=_heads(columns, headed),
        rows=[*rows, *_foot(shown)], titles=_titles(shown), bold=frozenset(bold), landscape=len(columns) > 6,
    )  # fmt: skip


def _titles(shown: Printed) -> list[str]:
    return [f"{shown.book.number}. {shown.book.name}", shown.cooperative.name, *letterhead(shown.cooperative),
            shown.span.label]  # fmt: skip


def _heads(columns: tuple[Column, ...], headed: bool) -> list[str]:
    return [*([_("Bagian")] if headed else []), _("No."), *(str(column.full_label) for column in columns)]


def _line(line: Numbered, columns: tuple[Column, ...]) -> list:
    return [line.no or None, *(_value(line.row.cells.get(column.key), column) for column in columns)]


def _value(value: object, column: Column):
    if value is None or value == "" or column.kind == SIGN:
        return None
    return Money(value) if column.kind == MONEY else value


def _foot(shown: Printed) -> list[list]:
    """Who signs, where and when, below the rows."""
    roles = [None, *(part for role, _name in shown.signatures for part in (role, None))]
    names = [None, *(part for _role, name in shown.signatures for part in (name or "(……………………)", None))]
    marked = [[], [None, shown.mark]] if shown.mark else []
    return [[], [None, shown.place_date], roles, [], [], names, *marked]
