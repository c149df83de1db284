"""How one month of a member looks and is called: in the year grid, on her page and on her own phone."""

from django import template
from django.utils.html import conditional_escape
from django.utils.translation import gettext as _

from lumbung import money
from lumbung.web.templatetags.lumbung import icon, in_thousands

register = template.Library()


@register.filter
def cell_words(cell) -> str:
    """What a month says to whoever hears it: `baru Rp10.000, kurang Rp10.000`. `cell` is a `reports.Cell`."""
    match cell.state:
        case "paid":
            return _("lunas")
        case "ahead":
            return _("dibayar di muka")
        case "part":
            amounts = {"paid": money.show(cell.paid), "left": money.show(cell.left)}
            return _("baru %(paid)s, kurang %(left)s") % amounts
        case "late":
            return _("belum dibayar %(due)s") % {"due": money.show(cell.due)}
        case "none":
            return _("bukan anggota")
    return _("belum waktunya")


@register.filter
def cell_face(cell) -> str:
    """What stands in the box of a month: a tick, what was paid or is owed in thousands, a dash, a dot."""
    match cell.state:
        case "paid" | "ahead":
            return icon("check")
        case "part":
            return conditional_escape(in_thousands(cell.paid))
        case "late":
            return conditional_escape(in_thousands(cell.due))
        case "none":
            return "–"
    return "·"
