"""Books 14 and 19 to 21: all cash, each bank account, the treasurer's cash and petty cash, the till of each unit."""

from django.urls import reverse
from django.utils.translation import gettext as _

from lumbung.books.shape import Asked, Part, Row
from lumbung.cash import reports
from lumbung.cash.models import CashPlace
from lumbung.ledger import reports as ledger
from lumbung.ledger.chart import ACCOUNTS, is_cash
from lumbung.ledger.reports.cash import undone

Kind = CashPlace.Kind
IN_HAND = tuple(code for code in ACCOUNTS if is_cash(code) and code.startswith("111"))


def cash(asked: Asked) -> list[Part]:
    """Book 14: all money in hand as one book."""
    return [_part(asked, IN_HAND, 0, "")]


def bank(asked: Asked) -> list[Part]:
    return _places(asked, Kind.BANK)


def treasury(asked: Asked) -> list[Part]:
    return _places(asked, Kind.GENERAL, Kind.PETTY)


def units(asked: Asked) -> list[Part]:
    return _places(asked, Kind.TILL)


def bank_choices(cooperative_id: int) -> list[tuple[str, str]]:
    return _choices(cooperative_id, Kind.BANK)


def treasury_choices(cooperative_id: int) -> list[tuple[str, str]]:
    return _choices(cooperative_id, Kind.GENERAL, Kind.PETTY)


def unit_choices(cooperative_id: int) -> list[tuple[str, str]]:
    return _choices(cooperative_id, Kind.TILL)


def _choices(cooperative_id: int, *kinds: str) -> list[tuple[str, str]]:
    return [(str(place.id), place.name) for place in reports.places(cooperative_id, closed=True) if place.kind in kinds]


def _places(asked: Asked, *kinds: str) -> list[Part]:
    """A part for each place of these kinds, or for the one that was chosen."""
    found = [place for place in reports.places(asked.cooperative_id, closed=True) if place.kind in kinds]
    chosen = [place for place in found if asked.choice in ("", str(place.id))]
    return [_part(asked, (place.account_code,), place.holder, _heading(place)) for place in chosen]


def _heading(place: CashPlace) -> str:
    return " · ".join(filter(None, (place.name, place.bank_name, place.bank_number)))


def _part(asked: Asked, codes: tuple[str, ...], holder: int, heading: str) -> Part:
    """The ledger of these accounts as a cash book: the balance of the month before first, the sums last."""
    book = ledger.account_ledger(asked.cooperative_id, codes, asked.start, asked.end, holder=holder)
    gone = undone(asked.cooperative_id, [row.entry for row in book.rows])
    opening, *lines, closing = book.rows
    first = Row({"day": asked.start, "memo": _("Saldo bulan lalu"), "balance": opening.cells["balance"]}, "carried")
    rows = [_row(line, line.entry in gone, asked.cooperative.slug) for line in lines]
    sums = {"inward": sum(row.cells["inward"] or 0 for row in rows),
            "outward": sum(row.cells["outward"] or 0 for row in rows)}  # fmt: skip
    last = Row({"memo": _("Jumlah"), **sums, "balance": closing.cells["balance"]}, "total")
    return Part([first, *rows, last], heading=heading)


def _row(line: ledger.Row, undone: bool, slug: str) -> Row:
    said = line.cells
    cells = {
        "day": said["date"], "document": said["document"], "memo": line.label, "against": said["against"],
        "inward": said["debit"] or None, "outward": said["credit"] or None, "balance": said["balance"],
        "remark": _("dibatalkan") if undone else "",
    }  # fmt: skip
    return Row(cells, url=reverse("cash:entry", kwargs={"slug": slug, "number": line.entry}))
