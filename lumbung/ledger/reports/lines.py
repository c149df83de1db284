"""From figures by line to the rows of a statement, in the order of its layout."""

from django.utils.translation import gettext as _

from lumbung.ledger.layout import NOTE_OF, Line, accounts_of
from lumbung.ledger.reports.shape import Row


def add_up(layout: list[Line], figures: dict[str, int]) -> None:
    """Fill in the subtotals and totals of a layout."""
    for line in layout:
        if line.adds:
            figures[line.key] = sum(figures[key] for key in line.adds)


def drawn(layout: list[Line], figures: dict[str, dict[str, int]]) -> tuple[Row, ...]:
    """The rows of a layout; `figures` are those of each column, by line."""
    return tuple(
        Row(
            line.key,
            _(line.label),
            line.level,
            {} if line.level == "head" else {column: each[line.key] for column, each in figures.items()},
            accounts_of(line),
            note=NOTE_OF.get(line.key, ""),
        )
        for line in layout
    )
