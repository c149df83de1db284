"""What a workbook became, taking it back, and what is left between the opening balances."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.utils.translation import gettext as _

from lumbung import clock
from lumbung.intake import actions, output, reports
from lumbung.intake.forms import DifferenceForm, UndoForm
from lumbung.intake.reports import hindrance
from lumbung.intake.views.drawing import FATES
from lumbung.security.access import may
from lumbung.security.reports import names
from lumbung.security.rules import may as holds
from lumbung.web.page import go, page
from lumbung.web.words import Refused

A_PAGE = 25


def _batch_or_404(request, batch_id: int):
    found = reports.batch(request.cooperative.id, batch_id)
    if found is None:
        raise Http404
    return found


@may("intake.read")
def result(request, batch_id):
    """One batch: what became of each row, with links into the books."""
    batch = _batch_or_404(request, batch_id)
    shown = Paginator(reports.rows_of(batch).exclude(deed="skipped"), A_PAGE).get_page(request.GET.get("halaman"))
    entries = reports.entries_of(batch)
    for row in shown:
        row.fate, row.numbers = FATES.get(row.deed, row.deed), entries.get(row.position, [])
        row.title = row.said.get("description") or row.said.get("name") or "–"
    return page(
        request, "intake/result.html", batch=batch, shown=shown, words=output.summary(batch.summary),
        makers=names([batch.made_by]), entries=sum(map(len, entries.values())), opening=entries.get(0, []),
        left=reports.clearing_left(request.cooperative.id), may_undo=holds(request.roles, "intake.undo"),
        may_post=holds(request.roles, "intake.post"),
    )  # fmt: skip


@may("intake.undo")
def undo(request, batch_id):
    """Take a batch back, with a reason; what is in the way is said first."""
    batch = _batch_or_404(request, batch_id)
    form = UndoForm(request.POST or None)
    if form.is_valid():
        try:
            actions.undo(
                cooperative_id=batch.cooperative_id, batch_id=batch.id, by=request.person.id, today=clock.today(),
                reason=form.cleaned_data["reason"],
            )  # fmt: skip
        except Refused as refusal:
            form.add_refusal(refusal)
        else:
            messages.success(request, _("Impor %(file)s dibatalkan.") % {"file": batch.file_name})
            return go(request, "intake:result", slug=request.cooperative.slug, batch_id=batch.id)
    return page(
        request, "intake/undo.html", "form", 422 if form.errors else 200, batch=batch, form=form,
        hindrance=hindrance.against_undoing(batch), words=output.summary(batch.summary),
    )  # fmt: skip


@may("intake.post")
def difference(request):
    """What is left between the opening balances: shown, explained, and accepted by a person."""
    coop = request.cooperative.id
    left = reports.clearing_left(coop)
    form = DifferenceForm(request.POST or None, initial={"amount": left, "on": reports.last_day_booked(coop)})
    if form.is_valid():
        try:
            posted = actions.accept_difference(cooperative_id=coop, by=request.person.id, **form.cleaned_data)
        except Refused as refusal:
            form.add_refusal(refusal)
        else:
            messages.success(request, _("Selisih dibukukan dengan %(document)s.") % {"document": posted.document})
            return go(request, "intake:start", slug=request.cooperative.slug)
    return page(request, "intake/difference.html", "form", 422 if form.errors else 200, form=form, left=left)
