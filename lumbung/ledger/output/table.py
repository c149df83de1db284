"""A statement as a plain table: which columns stand where, the label and the note number among them."""

from django.utils.translation import gettext as _

from lumbung.ledger.reports.shape import Column, Row, Statement

LABEL, NOTE = "label", "note"


def columns(statement: Statement) -> list[Column]:
    """The columns as printed, with the label in its place and the note number after it where lines have one."""
    extra = [Column(LABEL, statement.label, "text")]
    if any(row.note for row in statement.rows):
        extra.append(Column(NOTE, _("Catatan"), "text"))
    shown = statement.shown
    return [*shown[: statement.label_at], *extra, *shown[statement.label_at :]]


def cell(row: Row, column: Column):
    """What a row says in a column; None for nothing."""
    if column.key == LABEL:
        return row.label
    return row.note if column.key == NOTE else row.cells.get(column.key)


def is_book(statement: Statement) -> bool:
    """A list of many like rows, not a statement of lines."""
    return statement.label_at > 0
