"""Book 15, Buku Inventaris: every thing with its value; below it, whether the ledger agrees."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lumbung import money
from lumbung.assets.reports.inventory import Check, Line, checks, inventory
from lumbung.assets.views.showing import told
from lumbung.books.shape import MONEY, Asked, Column, Part, Row
from lumbung.web.dates import short_date

CHECKED = (
    Column("account", gettext_lazy("Akun"), 60),
    Column("written", gettext_lazy("Menurut buku ini"), 34, MONEY),
    Column("ledger", gettext_lazy("Menurut buku besar"), 34, MONEY),
    Column("verdict", gettext_lazy("Hasil"), 40),
)


def things(asked: Asked) -> list[Part]:
    """Everything that was ever written into it up to the day; the sum is of what is ours and here."""
    lines = inventory(asked.cooperative_id, asked.end)
    if not lines:
        return []
    own = [line for line in lines if not line.item.is_lent and line.is_here]
    cost, worn = sum(line.item.cost for line in own), sum(line.worn for line in own)
    total = Row({"name": _("Jumlah milik koperasi"), "cost": cost, "depreciation": worn, "book_value": cost - worn},
                "total")  # fmt: skip
    checked = [Row(_checked(check)) for check in checks(asked.cooperative_id, asked.end, lines)]
    under = [Part(checked, heading=_("Cocok dengan pembukuan?"), columns=CHECKED)] if checked else []
    return [Part([*(_row(asked, line) for line in lines), total]), *under]


def _row(asked: Asked, line: Line) -> Row:
    item, words = line.item, told(line)
    worth = {} if item.is_lent else {
        "life": _("%(n)s bulan") % {"n": item.life_months}, "depreciation": line.worn, "book_value": line.value,
    }  # fmt: skip
    cells = {
        "code": item.code, "name": item.name, "day": item.acquired_on, "origin": words["short"],
        "count": item.quantity, "price": item.unit_cost, "cost": item.cost, "condition": str(words["condition"]),
        "place": line.seen.location if line.seen else "", "remark": _remark(line, words), **worth,
    }  # fmt: skip
    return Row(cells, url=reverse("assets:item", kwargs={"slug": asked.cooperative.slug, "item_id": item.id}))


def _remark(line: Line, words: dict) -> str:
    item = line.item
    left = f"{words['leaving']} {short_date(line.left.left_on)}" if line.left else ""
    return "; ".join(part for part in (left, item.party, item.serial_no and f"SN {item.serial_no}", item.note) if part)


def _checked(check: Check) -> dict:
    difference = check.ledger - check.written
    verdict = _("beda %(amount)s") % {"amount": money.show(difference)} if difference else _("cocok")
    return {"account": f"{check.account} {check.name}", "written": check.written, "ledger": check.ledger,
            "verdict": verdict}  # fmt: skip
