"""Term deposits: the list with what falls due, one of them, its beginning and its end."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lumbung import clock
from lumbung.approvals.models import Draft
from lumbung.approvals.views import waits
from lumbung.cooperatives.reports import bylaws
from lumbung.ledger import reports as books
from lumbung.members.rules import search_terms
from lumbung.members.views.showing import get_member
from lumbung.savings import actions
from lumbung.savings.actions.deciding import percent
from lumbung.savings.forms import INTEREST_TO, EndForm, PlacedForm, PlaceForm, UndoForm
from lumbung.savings.reports import terms as reports
from lumbung.savings.reports.ending import ending
from lumbung.savings.views.showing import crumbs, rights
from lumbung.security.access import may
from lumbung.web.page import go, page
from lumbung.web.words import Refused

A_PAGE = 50
KINDS = {
    "paid": gettext_lazy("Dicairkan"),
    "interest": gettext_lazy("Jasa dibayar"),
    "forfeited": gettext_lazy("Jasa hangus"),
    "penalty": gettext_lazy("Denda"),
}


def get_term(request, deposit_id: int) -> reports.Standing:
    """A deposit of this cooperative as it stands today.

    Raises  Http404: not here
    """
    one = reports.deposit(request.cooperative.id, deposit_id, clock.today())
    if one is None:
        raise Http404
    return one


def trail(request, *rest) -> list:
    here = reverse("savings:terms", kwargs={"slug": request.cooperative.slug})
    return crumbs(request, (_("Berjangka"), here), *rest)


@may("savings.see")
def terms(request):
    """Everything that is put away: what falls due first."""
    today, state = clock.today(), request.GET.get("keadaan", "")
    known = reports.deposits(request.cooperative.id, today)
    soon = [one for one in known if one.is_open and one.matures_on <= today + reports.SOON]
    chosen = {"jatuh-tempo": soon, "selesai": [one for one in known if not one.is_open]}
    words = search_terms(request.GET.get("cari", "")[:80])
    found = [one for one in chosen.get(state, [one for one in known if one.is_open])
             if all(word in f"{one.member.search_text} {one.deposit.serial.lower()} " for word in words)]  # fmt: skip
    return page(
        request, "savings/terms.html", "rows", shown=Paginator(found, A_PAGE).get_page(request.GET.get("halaman")),
        state=state, soon=len(soon), total=sum(one.held for one in found), waiting=sum(one.waiting for one in found),
        here="terms", crumbs=crumbs(request, (_("Berjangka"), None)), **rights(request),
    )  # fmt: skip


@may("savings.see")
def term(request, deposit_id):
    one = get_term(request, deposit_id)
    return page(
        request, "savings/term.html", one=one, entries=[(row, KINDS[row.kind]) for row in one.entries],
        interest_to=INTEREST_TO[one.deposit.interest_to], rate=percent(one.deposit.rate).replace(".", ","),
        crumbs=trail(request, (one.deposit.serial, None)), **rights(request),
    )  # fmt: skip


@may("savings.receive")
def new_term(request):
    """A term deposit begins."""
    coop = request.cooperative
    usual = percent(bylaws(coop.id, clock.today()).term_rate_year).replace(".", ",")
    asked = request.GET.get("anggota", "")
    initial = {"rate": usual, **({"member": int(asked)} if asked.isdecimal() and len(asked) < 20 else {})}
    form = PlaceForm(request.POST or None, cooperative=coop, initial=initial)
    if form.is_valid():
        facts = form.facts()
        member = get_member(request, facts.pop("member"))
        made = _tried(form, lambda: actions.place_term(member=member, by=request.person.id, **facts))
        if made:
            messages.success(request, _("Bilyet %(serial)s dibuat.") % {"serial": made.serial})
            return go(request, "savings:term", slug=coop.slug, deposit_id=made.id)
    return _form_page(
        request, form, title=_("Simpanan berjangka baru"), button=_("Simpan dan buat bilyet"), icon="check",
        back=reverse("savings:terms", kwargs={"slug": coop.slug}), crumbs=trail(request, (_("Baru"), None)),
    )  # fmt: skip


def _tried(form, act):
    try:
        return act()
    except Refused as refusal:
        form.add_refusal(refusal)
        return None


def _form_page(request, form, **words):
    return page(request, "savings/form.html", "form", status=422 if form.errors else 200, form=form, **words)


def _of_one(request, one, form, act, *, done: str, **words):
    """A deed on one deposit, which answers a number or what waits: its form, or back with what was done."""
    slug = request.cooperative.slug
    if form.is_valid() and (posted := _tried(form, act)):
        if isinstance(posted, Draft):
            return waits(request, posted)
        document = books.entry(request.cooperative.id, posted).document
        messages.success(request, done % {"document": document})
        return go(request, "savings:term", slug=slug, deposit_id=one.deposit.id)
    here = reverse("savings:term", kwargs={"slug": slug, "deposit_id": one.deposit.id})
    return _form_page(
        request, form, one=one, back=here, crumbs=trail(request, (one.deposit.serial, here), (words["title"], None)),
        **words,
    )  # fmt: skip


def _ids(request, one) -> dict:
    return {"cooperative_id": request.cooperative.id, "deposit_id": one.deposit.id, "by": request.person.id}


@may("savings.pay", step_up=True)
def end(request, deposit_id):
    """Give it back, at its end or before."""
    one = get_term(request, deposit_id)
    figures = ending(one, bylaws(request.cooperative.id, clock.today()), clock.today())
    form = EndForm(request.POST or None, cooperative=request.cooperative, due=not figures.early)
    return _of_one(
        request, one, form, lambda: actions.end_or_ask(**_ids(request, one), **form.facts()), figures=figures,
        title=_("Cairkan %(serial)s") % {"serial": one.deposit.serial}, button=_("Cairkan"), icon="hand-coins",
        done=_("Dicairkan dengan %(document)s."),
    )  # fmt: skip


@may("savings.pay", step_up=True)
def pay_interest(request, deposit_id):
    """Pay the interest that waits; the deposit goes on."""
    one = get_term(request, deposit_id)
    form = PlacedForm(request.POST or None, cooperative=request.cooperative)
    return _of_one(
        request, one, form, lambda: actions.interest_or_ask(**_ids(request, one), **form.facts()),
        title=_("Bayar jasa %(serial)s") % {"serial": one.deposit.serial}, button=_("Bayar jasa"), icon="hand-coins",
        done=_("Jasa dibayar dengan %(document)s."), pays=one.waiting,
    )  # fmt: skip


@may("ledger.reverse")
def undo_term(request, deposit_id):
    """Take the placing back."""
    one = get_term(request, deposit_id)
    form = UndoForm(request.POST or None)
    return _of_one(
        request, one, form, lambda: actions.undo_placing(**_ids(request, one), **form.cleaned_data).number, danger=True,
        title=_("Batalkan %(serial)s?") % {"serial": one.deposit.serial}, button=_("Batalkan catatan"), icon="undo-2",
        done=_("Penempatan dibatalkan dengan %(document)s."),
    )  # fmt: skip
