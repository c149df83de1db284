"""Part E of the notes: what the figures say about the health of the cooperative (reference: domain section 6.5)."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from lumbung.ledger.reports.shape import Row

# Name, what is divided, by what (keys of lines; a minus takes the sum away from nothing), how it is printed.
_RATIOS = (
    ("liquid", gettext_noop("Kas dan bank dibanding jumlah aset"), ("AL1",), ("A.",)),
    ("cash", gettext_noop("Kas dibanding liabilitas jangka pendek"), ("AL1",), ("LP.",)),
    ("current", gettext_noop("Aset lancar dibanding liabilitas jangka pendek"), ("AL.",), ("LP.",)),
    ("own", gettext_noop("Ekuitas dibanding jumlah aset"), ("EK.",), ("A.",)),
    ("roa", gettext_noop("SHU dibanding jumlah aset"), ("S.",), ("A.",)),
    ("roe", gettext_noop("SHU dibanding ekuitas"), ("S.",), ("EK.",)),
    ("savings", gettext_noop("SHU dibanding simpanan pokok dan wajib"), ("S.",), ("EK1", "EK2")),
    ("cost", gettext_noop("Beban usaha dibanding SHU kotor"), ("-BU.",), ("SK.",)),
)


def ratios(figures: dict[str, dict[str, int]]) -> list[Row]:
    """E. Rasio: this period, and the one before it in brackets; what cannot be divided is nil."""
    rows = [Row("E", _("E. RASIO"), "head", {})]
    for key, label, above, below in _RATIOS:
        now, then = (_share(figures[column], above, below) for column in ("amount", "prior"))
        text = _("%(now)s (sebelumnya %(then)s)") % {"now": now, "then": then} if now and then else now
        rows.append(Row(f"E.{key}", _(label), "line", {"text": text}))
    return rows


def _share(figures: dict[str, int], above: tuple[str, ...], below: tuple[str, ...]) -> str:
    """`12,5%`, rounded down to a tenth of a percent; empty when there is nothing to divide by."""
    top, bottom = _sum(figures, above), _sum(figures, below)
    if bottom <= 0:
        return ""
    sign, tenths = "-" if top < 0 else "", abs(top) * 1000 // bottom
    return f"{sign}{tenths // 10},{tenths % 10}%"


def _sum(figures: dict[str, int], keys: tuple[str, ...]) -> int:
    return sum(-figures[key[1:]] if key.startswith("-") else figures[key] for key in keys)
