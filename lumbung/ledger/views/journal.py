"""Jurnal: every entry as people write it, and one entry by itself."""

from django.core.paginator import Paginator
from django.http import Http404
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from lumbung.ledger import reports
from lumbung.ledger.chart import ACCOUNTS
from lumbung.ledger.forms import ReverseForm
from lumbung.ledger.reports.entries import can_be_undone
from lumbung.ledger.views.statements import period
from lumbung.security.access import may
from lumbung.security.reports import names
from lumbung.security.rules import may as holds
from lumbung.web.page import page

A_PAGE = 25


@may("ledger.see")
def journal(request):
    """The entries of a period, newest first, searched by words, document or amount."""
    picked, text = period(request), request.GET.get("cari", "")[:80]
    found = reports.entries_matching(request.cooperative.id, picked.start, picked.end, text)
    shown = Paginator(found, A_PAGE).get_page(request.GET.get("halaman"))
    entries = reports.with_lines(request.cooperative.id, list(shown.object_list))
    return page(
        request, "ledger/journal.html", "rows", picked=picked, text=text, shown=shown,
        entries=_named(request, entries), total=shown.paginator.count,
    )  # fmt: skip


@may("ledger.see")
def entry(request, number):
    """One entry: its journal, who made it, what it reverses or what reversed it."""
    one = reports.entry(request.cooperative.id, number)
    if one is None:
        raise Http404
    linked = {name: other and reports.entry(request.cooperative.id, other)
              for name, other in (("undone_by", one.reversed_by), ("undoes", one.reverses))}  # fmt: skip
    slug, people = request.cooperative.slug, names([one.made_by, one.approved_by or 0])
    return page(
        request, "ledger/entry.html", entry=_named(request, [one])[0], maker=people.get(one.made_by, ""),
        approver=people.get(one.approved_by, ""),
        slips=_address("cash:entry", slug=slug, number=number), **linked, reverse_form=ReverseForm(),
        may_reverse=holds(request.roles, "ledger.reverse") and can_be_undone(one),
        crumbs=[(_("Jurnal"), reverse("ledger:journal", kwargs={"slug": slug})), (one.document, None)],
    )  # fmt: skip


def _named(request, entries) -> list[dict]:
    """Entries with the names of their accounts and of who holds a part; one question for each kind of holder."""
    held: dict[str, set[int]] = {}
    for each in entries:
        for line in each.lines:
            if line.holder and ACCOUNTS[line.account].holder_kind:
                held.setdefault(line.account, set()).add(line.holder)
    called = {code: reports.holder_names(request.cooperative.id, code, holders) for code, holders in held.items()}
    return [
        {"head": each, "lines": [_line(line, called.get(line.account, {}).get(line.holder, "")) for line in each.lines]}
        for each in entries
    ]


def _line(line, holder: str) -> dict:
    return {**line._asdict(), "name": reports.account_name(line.account), "holder_name": holder}


def _address(name: str, **kwargs) -> str:
    """Where a page of another package is; empty while it has none."""
    try:
        return reverse(name, kwargs=kwargs)
    except NoReverseMatch:
        return ""
