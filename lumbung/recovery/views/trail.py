"""Jejak: who did what, and when. Read by the chair and the supervisors, searched, printed."""

from django.core.paginator import Paginator

from lumbung import clock
from lumbung.recovery import reports
from lumbung.recovery.forms import SpanForm
from lumbung.security.access import may
from lumbung.web.page import page

A_PAGE = 50


@may("trail.see")
def trail(request):
    """The lines of a span of days, the latest first; no number of a person stands in one."""
    form = SpanForm(request.GET or None)
    given = form.cleaned_data if form.is_bound and form.is_valid() else {}
    words = request.GET.get("cari", "")
    rows = reports.events(
        request.cooperative.id, words=words, since=given.get("sejak"), until=given.get("sampai")
    )  # fmt: skip
    shown = Paginator(rows, A_PAGE).get_page(request.GET.get("halaman"))
    return page(
        request, "recovery/trail.html", "rows", shown=shown, lines=reports.trail(list(shown)), form=form, words=words,
        total=shown.paginator.count, printed_at=clock.now(),
    )  # fmt: skip
