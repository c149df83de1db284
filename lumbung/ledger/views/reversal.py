"""Batalkan: one deed for any entry, from the journal or from its slip."""

from django.contrib import messages
from django.http import Http404
from django.urls import reverse as address
from django.utils.translation import gettext as _

from lumbung.ledger import actions, reports
from lumbung.ledger.forms import ReverseForm
from lumbung.security.access import may
from lumbung.web.page import go, page
from lumbung.web.words import Refused


@may("ledger.reverse")
def reverse(request, number):
    """Undo an entry with a reason; it stays in sight, and each of the two names the other."""
    wrong = reports.entry(request.cooperative.id, number)
    if wrong is None:
        raise Http404
    slug, form = request.cooperative.slug, ReverseForm(request.POST or None)
    where = "cash:entry" if "bukti" in request.GET else "ledger:entry"
    if form.is_valid():
        try:
            posted = actions.undo(request.cooperative.id, number, by=request.person.id, **form.cleaned_data)
        except Refused as refusal:
            form.add_refusal(refusal)
        else:
            words = _("%(wrong)s dibatalkan dengan %(document)s.")
            messages.success(request, words % {"wrong": wrong.document, "document": posted.document})
            return go(request, where, slug=slug, number=number)
    back = address(where, kwargs={"slug": slug, "number": number})
    return page(
        request, "ledger/reverse.html", "form", 422 if form.errors else 200, entry=wrong, form=form, back=back,
        crumbs=[(_("Jurnal"), address("ledger:journal", kwargs={"slug": slug})), (wrong.document, back),
                (_("Batalkan"), None)],
    )  # fmt: skip
