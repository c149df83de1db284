"""Values of rows: sealed with their cooperative's key, bound to their row, found again without being opened."""

import base64

from lumbung.vault import keys, rules
from lumbung.vault.models import Met
from lumbung.vault.registry import Column


class Pen:
    """Seals many values of one cooperative; its key is fetched once.

    Raises  Locked: the master key is not here
    """

    def __init__(self, cooperative_id: int):
        self.cooperative_id, self.key = cooperative_id, keys.current(cooperative_id)

    def put(self, row, column: Column, text: str) -> None:
        """Set value and index on a row that the caller saves; "" takes both away."""
        setattr(row, column.sealed, rules.seal(self.key, text.encode(), _place(row, column)) if text else None)
        setattr(row, column.index, self.index(column, text) if text else None)

    def index(self, column: Column, text: str) -> bytes:
        return rules.blind(self.key.index, str(self.cooperative_id), column.kind, text)


def of(row, column: Column) -> str:
    """The value of a row; "" when it has none.

    Raises  Locked; Unopened: changed, or sealed for another row
    """
    sealed = getattr(row, column.sealed)
    if sealed is None:
        return ""
    sealed = bytes(sealed)
    one = keys.of(row.cooperative_id, rules.key_of(sealed))
    return rules.unseal(one, sealed, _place(row, column)).decode()


def seal_text(cooperative_id: int, where: str, text: str) -> str:
    """A value that waits in a text column; `where` says what it belongs to, and it opens for that alone."""
    at = rules.place("text", where, cooperative_id, "")
    return base64.b64encode(rules.seal(keys.current(cooperative_id), text.encode(), at)).decode()


def open_text(cooperative_id: int, where: str, sealed: str) -> str:
    """Raises  Locked; Unopened"""
    raw, at = base64.b64decode(sealed), rules.place("text", where, cooperative_id, "")
    return rules.unseal(keys.of(cooperative_id, rules.key_of(raw)), raw, at).decode()


def _place(row, column: Column) -> bytes:
    return rules.place(row._meta.db_table, column.sealed, row.cooperative_id, row.id)


# --- between cooperatives -------------------------------------------------------------------------------------------


def note(cooperative_id: int, column: Column, texts: list[str]) -> None:
    """Remember that these values were met here."""
    if texts:
        Met.objects.bulk_create(_met(cooperative_id, column, texts), ignore_conflicts=True, batch_size=500)


def unnote(cooperative_id: int, column: Column, text: str) -> None:
    """The value is no longer here."""
    for met in _met(cooperative_id, column, [text]):
        Met.objects.filter(value=met.value, where=met.where).delete()


def is_elsewhere(cooperative_id: int, column: Column, text: str) -> bool:
    """Whether the value was met in another cooperative too; never in which."""
    (met,) = _met(cooperative_id, column, [text])
    return Met.objects.filter(value=met.value).exclude(where=met.where).exists()


def _met(cooperative_id: int, column: Column, texts: list[str]) -> list[Met]:
    """`where` is another sign for each value, so that rows do not gather by cooperative."""
    across = keys.across()
    values = [rules.blind(across, column.kind, text) for text in texts]
    return [Met(value=value, where=rules.blind(across, value.hex(), str(cooperative_id))) for value in values]
