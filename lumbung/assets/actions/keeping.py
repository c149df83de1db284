"""What all deeds of goods refuse alike, and the codes on labels and papers."""

from datetime import date

from django.utils.translation import gettext as _

from lumbung import clock, money
from lumbung.assets.reports.inventory import Line, one
from lumbung.ledger import reports as books
from lumbung.ledger.journal import Place
from lumbung.web.dates import long_date
from lumbung.web.words import Refused


def refuse_day(on: date) -> None:
    if on > clock.today():
        raise Refused(_("Tanggal %(day)s belum terjadi. Pilih hari ini atau sebelumnya."), day=long_date(on))


def refuse_empty_place(cooperative_id: int, place: Place, amount: int) -> None:
    """After paying `amount` from a place: it never holds less than nothing."""
    if (left := books.held_at(cooperative_id, place)) < 0:
        where = books.place_name(cooperative_id, place)
        raise Refused(_("Uang di %(place)s hanya %(held)s. Pilih tempat lain."), place=where,
                      held=money.show(left + amount))  # fmt: skip


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
