"""The entries behind one figure of the cash flow or of the changes in equity."""

from django.core.paginator import Paginator
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from lumbung.ledger import reports
from lumbung.ledger.layout_flows import CASH_FLOW, EQUITY_COLUMNS, EQUITY_ROWS
from lumbung.ledger.views.statements import kind_of, period, trail
from lumbung.security.access import may
from lumbung.web.page import page

A_PAGE = 50
LABELS = {"arus-kas": {line.key: line.label for line in CASH_FLOW}, "perubahan-ekuitas": dict(EQUITY_ROWS)}


@may("reports.see")
def behind(request, word, line):
    """The list, with the sum that stands in the statement."""
    kind, picked, column = kind_of(word), period(request), request.GET.get("kolom", "")
    if line not in LABELS.get(word, {}) or column not in ("", *EQUITY_COLUMNS):
        raise Http404
    parts = _parts(request.cooperative.id, word, line, column, picked)
    label = _(LABELS[word][line])
    back = reverse("ledger:statement", kwargs={"slug": request.cooperative.slug, "word": word})
    shown = Paginator(parts, A_PAGE).get_page(request.GET.get("halaman"))
    return page(
        request, "ledger/behind.html", kind=kind, picked=picked, label=label, parts=shown,
        total=sum(part.amount for part in parts),
        crumbs=trail(request, (kind.title, f"{back}?{picked.query}"), (label, None)),
    )  # fmt: skip


def _parts(cooperative_id: int, word: str, line: str, column: str, picked) -> list:
    if word == "arus-kas":
        return reports.behind_cash_line(cooperative_id, line, picked.start, picked.end)
    return reports.behind_equity(cooperative_id, line, column, picked.start, picked.end)
