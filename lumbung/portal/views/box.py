"""Book 7 for the officers: read, answered, printed."""

from django.contrib import messages
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from lumbung import clock
from lumbung.portal import actions, reports
from lumbung.portal.forms import ReplyForm
from lumbung.security.access import may
from lumbung.security.rules import may as holds
from lumbung.web.page import go, page
from lumbung.web.words import Refused


@may("suggestions.see")
def box(request):
    """The whole book in its own order; narrowed by words, and to what waits for an answer."""
    lines = reports.book(request.cooperative.id)
    if text := request.GET.get("cari", "").strip().casefold():
        lines = [line for line in lines if text in f"{line.suggestion.name} {line.suggestion.text}".casefold()]
    waiting, done = reports.answered(lines)
    shown = {"dijawab": done, "tunggu": waiting}.get(request.GET.get("lihat"), lines)
    return page(
        request, "portal/box.html", "rows", lines=shown, waiting=len(waiting), done=len(done), total=len(lines),
        today=clock.today(), may_answer=holds(request.roles, "suggestions.answer"),
    )  # fmt: skip


@may("suggestions.answer")
def answer(request, row_id):
    """The board's words to one suggestion."""
    suggestion = reports.suggestion(request.cooperative.id, row_id)
    if suggestion is None:
        raise Http404
    form = ReplyForm(request.POST or None)
    if form.is_valid():
        try:
            actions.answer(suggestion=suggestion, by=request.person.id, **form.cleaned_data)
        except Refused as refusal:
            form.add_refusal(refusal)
        else:
            messages.success(request, _("Tanggapan tertulis. Anggota membacanya di HP-nya."))
            return go(request, "portal:box", slug=request.cooperative.slug)
    line = reports.line(suggestion)
    here = reverse("portal:box", kwargs={"slug": request.cooperative.slug})
    return page(
        request, "portal/answer.html", "form", status=422 if form.errors else 200, form=form, line=line,
        crumbs=[(_("Saran anggota"), here), (_("Tanggapi"), None)],
    )  # fmt: skip
