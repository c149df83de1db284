"""Book 15, Buku Inventaris, as one of the printed books: every thing that was ever ours or lent to us."""

from django.urls import reverse
from django.utils.translation import gettext as _

from lumbung.assets.forms import CONDITIONS, LEAVINGS, SOURCES
from lumbung.assets.reports.inventory import Line, inventory
from lumbung.books.shape import Asked, Part, Row
from lumbung.web.dates import short_date


def goods(asked: Asked) -> list[Part]:
    """The things by code, and what those that are ours and here cost and are worth."""
    lines = inventory(asked.cooperative_id, asked.end)
    own = [line for line in lines if line.is_here and not line.item.is_lent]
    rows = [_row(line, asked.cooperative.slug) for line in lines]
    sums = {"cost": sum(line.item.cost for line in own), "depreciation": sum(line.worn for line in own),
            "book_value": sum(line.value for line in own)}  # fmt: skip
    return [Part([*rows, Row({"name": _("Jumlah milik koperasi"), **sums}, "total")])] if rows else []


def _row(line: Line, slug: str) -> Row:
    item, own = line.item, not line.item.is_lent
    left = f"{LEAVINGS[line.left.kind]} {short_date(line.left.left_on)}" if line.left else ""
    serial = f"SN {item.serial_no}" if item.serial_no else ""
    cells = {
        "code": item.code, "name": item.name, "day": item.acquired_on, "origin": str(SOURCES[item.source]),
        "count": item.quantity, "price": item.unit_cost, "cost": item.cost,
        "life": _("%(months)s bulan") % {"months": item.life_months} if own else "",
        "depreciation": line.worn if own else None, "book_value": line.value if own else None,
        "condition": str(CONDITIONS[line.seen.condition]) if line.seen else "",
        "place": line.seen.location if line.seen else "",
        "remark": "; ".join(filter(None, (left, item.party, serial, item.note))),
    }  # fmt: skip
    return Row(cells, url=reverse("assets:item", kwargs={"slug": slug, "item_id": item.id}))
