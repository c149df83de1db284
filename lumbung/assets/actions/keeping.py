"""What all deeds of goods refuse alike, and the codes on labels and papers."""

from datetime import date

from django.utils.translation import gettext as _

from lumbung.assets.reports.inventory import Line, one
from lumbung.web.dates import long_date
from lumbung.web.words import Refused


def here(cooperative_id: int, item_id: int, on: date) -> Line:
    """A thing that is in the book on a day.

    Raises  Refused: not in the book, or it has left
    """
    line = one(cooperative_id, item_id, on)
    if line is None:
        raise Refused(_("Barang ini tidak ada di buku inventaris pada tanggal itu."))
    if line.left is not None:
        raise Refused(_("%(name)s sudah keluar dari buku pada %(day)s."), name=line.item.name,
                      day=long_date(line.left.left_on))  # fmt: skip
    return line


def next_code(rows, begin: str) -> str:
    """`INV-0007` after INV-0006; codes are given once."""
    last = rows.filter(code__startswith=begin).order_by("code").values_list("code", flat=True).last()
    return f"{begin}{int(last.removeprefix(begin)) + 1 if last else 1:04}"
