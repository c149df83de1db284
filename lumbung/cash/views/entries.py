"""One entry: its voucher, its slips, its journal; printed."""

from django.contrib import messages
from django.http import Http404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lumbung.cash import actions, reports
from lumbung.cash.forms import SlipForm
from lumbung.cash.reports.voucher import Voucher, voucher_of
from lumbung.ledger import reports as books
from lumbung.ledger.forms import ReverseForm
from lumbung.ledger.reports.entries import can_be_undone
from lumbung.security.access import may
from lumbung.security.rules import may as holds
from lumbung.vault import papers
from lumbung.web.page import go, page
from lumbung.web.words import Refused


@may("ledger.see")
def entry(request, number):
    """Any entry of the book, whichever page it came from."""
    return _entry_page(request, _voucher(request, number))


def _voucher(request, number: int) -> Voucher:
    voucher = voucher_of(request.cooperative.id, number)
    if voucher is None:
        raise Http404
    return voucher


def _entry_page(request, voucher: Voucher, status=200, **forms):
    cooperative_id, one = request.cooperative.id, voucher.entry
    linked = {name: number and books.entry(cooperative_id, number)
              for name, number in (("undone_by", one.reversed_by), ("undoes", one.reverses))}  # fmt: skip
    may_reverse = holds(request.roles, "ledger.reverse") and can_be_undone(one)
    return page(
        request, "cash/entry.html", status=status, voucher=voucher, slips=reports.slips_of(cooperative_id, one.number),
        may_reverse=may_reverse, may_add=holds(request.roles, "cash.receive"), **linked,
        **{"reverse_form": ReverseForm(), "slip_form": SlipForm(), **forms},
    )  # fmt: skip


@may("cash.receive")
@require_POST
def add_slip(request, number):
    """One more photo for an entry."""
    voucher = _voucher(request, number)
    form = SlipForm(request.POST, request.FILES)
    if form.is_valid():
        try:
            slip = form.cleaned_data["photo"]
            actions.attach_slip(cooperative_id=request.cooperative.id, number=number, slip=slip, by=request.person.id)
        except Refused as refusal:
            form.add_refusal(refusal, "photo")
        else:
            messages.success(request, _("Foto nota disimpan."))
            return go(request, "cash:entry", slug=request.cooperative.slug, number=number)
    return _entry_page(request, voucher, 422, slip_form=form)


@may("ledger.see")
def slip(request, slip_id):
    """A photo, to whoever may see its entry."""
    kept = reports.slip(request.cooperative.id, slip_id)
    if kept is None:
        raise Http404
    return papers.shown(request.cooperative.id, kept.file, f"nota-{kept.number}.jpg")
