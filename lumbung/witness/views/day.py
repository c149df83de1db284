"""Tutup hari: one button in the evening, and the days that were closed before."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lumbung import clock
from lumbung.ledger.actions import close_day
from lumbung.security.access import may
from lumbung.security.rules import may as holds
from lumbung.web.page import go, page
from lumbung.web.words import Refused
from lumbung.witness.reports import days

ROWS = 10


@may("day.see")
def day(request):
    """What is new since the last day's end, the button, the days before."""
    return _day(request)


def _day(request, refusal="", status=200):
    coop = request.cooperative.id
    pages = Paginator(days.kept(coop), ROWS).get_page(request.GET.get("halaman"))
    return page(
        request, "witness/day.html", None, status, since=days.since_last(coop), today=clock.today(), ends=pages,
        told=days.told(coop, pages), refusal=str(refusal), may_close=holds(request.roles, "day.close"),
        may_send=holds(request.roles, "witness.send"),
        crumbs=[(_("Hari Ini"), reverse("today", kwargs={"slug": request.cooperative.slug})), (_("Tutup hari"), None)],
    )  # fmt: skip


@may("day.close")
@require_POST
def close(request):
    """Close the day; a second tap finds it closed."""
    try:
        posted = close_day(cooperative_id=request.cooperative.id, on=clock.today(), by=request.person.id)
    except Refused as refusal:
        return _day(request, refusal, 422)
    words = _("Hari ini ditutup dengan %(document)s.") if posted.is_new else _("Hari ini sudah ditutup: %(document)s.")
    messages.success(request, words % {"document": posted.document})
    return go(request, "witness:day", slug=request.cooperative.slug)


@may("day.see")
def head_file(request, size):
    """A kept head as the file that a witness or a drawer keeps."""
    kept = days.kept(request.cooperative.id).filter(size=size).first()
    if kept is None:
        raise Http404
    name = f"{request.cooperative.slug}-{size}.txt"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(kept.note, content_type="text/plain; charset=utf-8", headers=headers)
