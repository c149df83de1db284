"""Questions about keys: which there are, where the master key lies, whether everything opens."""

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from lumbung.vault import keeping, rules, sealing
from lumbung.vault.models import DataKey, MasterUse
from lumbung.vault.registry import COLUMNS, Column


class Facts(NamedTuple):
    """`where` is empty when the master key is not on this computer; `since`: when it, or the installation, was made."""

    master: str
    where: str
    is_private: bool
    since: datetime


def master() -> str:
    """The fingerprint of the master key in use; "" before there is one."""
    return MasterUse.objects.values_list("master", flat=True).first() or ""


def facts() -> Facts | None:
    """What is known of the master key; None before there is one."""
    row = MasterUse.objects.first()
    if row is None:
        return None
    found = keeping.look(row.master)
    return Facts(row.master, found[1] if found else "", keeping.is_private(row.master), row.made_at)


def data_keys(cooperative_id: int) -> list[DataKey]:
    """The keys of a cooperative, the newest first."""
    return list(DataKey.objects.filter(cooperative_id=cooperative_id).order_by("-id"))


def sealed_rows(cooperative_id: int, column: Column) -> Iterator:
    """Every row that holds a sealed value in this column."""
    rows = column.table.objects.filter(cooperative_id=cooperative_id).exclude(**{column.sealed: None})
    return rows.order_by("id").iterator(chunk_size=500)


def unopened(cooperative_id: int) -> list[tuple[str, int]]:
    """(table, row) of every sealed value that does not open in its place, or is not found by its index.

    Empty where the keys are not at hand: then nobody can say, and `facts` tells why.
    """
    try:
        return [(column.table._meta.db_table, row.id) for column in COLUMNS for row in _ill(cooperative_id, column)]
    except keeping.Locked:
        return []


def _ill(cooperative_id: int, column: Column) -> Iterator:
    pen = None
    for row in sealed_rows(cooperative_id, column):
        pen = pen or sealing.Pen(cooperative_id)
        try:
            if pen.index(column, sealing.of(row, column)) != bytes(getattr(row, column.index)):
                yield row
        except rules.Unopened:
            yield row
