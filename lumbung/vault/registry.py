"""Which columns are sealed: each package names its own, for whoever rotates keys or checks that everything opens."""

from typing import NamedTuple

from django.apps import apps


class Column(NamedTuple):
    """A sealed column and the blind index beside it; `kind` is what the index is of, the same in every table."""

    model: str
    sealed: str
    index: str
    kind: str

    @property
    def table(self) -> type:
        return apps.get_model(self.model)


COLUMNS: list[Column] = []


def register(column: Column) -> Column:
    if column not in COLUMNS:
        COLUMNS.append(column)
    return column
