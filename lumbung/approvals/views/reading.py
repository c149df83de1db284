"""Persetujuan: what waits, one draft in words, and what the chair or its maker does with it."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from lumbung import clock
from lumbung.approvals import deeds, reports, rules
from lumbung.approvals.actions import told
from lumbung.approvals.forms import RefuseForm, SeenForm, StandInForm
from lumbung.approvals.models import Draft
from lumbung.ledger.reports.payments import earlier_payments
from lumbung.security.access import may
from lumbung.security.rules import may as holds
from lumbung.vault import papers
from lumbung.web.page import go, page

A_PAGE, FEW = 25, 5


@may("approvals.see")
def drafts(request):
    """What waits, the oldest first; what was decided, the latest first."""
    coop = request.cooperative.id
    decided = Paginator(reports.decided(coop), A_PAGE).get_page(request.GET.get("halaman"))
    return page(
        request, "approvals/list.html", waiting=reports.waiting(coop), decided=decided, me=request.person.id,
        limit=reports.limit(coop, clock.today()), decides=holds(request.roles, "approvals.decide"),
    )  # fmt: skip


def waits(request, draft: Draft):
    """For the pages that pay: not posted, the chair decides first; here is what she will read."""
    messages.info(request, _("Menunggu persetujuan ketua. Belum dibukukan, dan uangnya belum boleh keluar."))
    return go(request, "approvals:draft", slug=request.cooperative.slug, draft_id=draft.id)


def find(request, draft_id: int) -> reports.Case:
    case = reports.case(request.cooperative.id, draft_id)
    if case is None:
        raise Http404
    return case


@may("approvals.see")
def draft(request, draft_id):
    """One draft as whoever decides must know it."""
    return show_draft(request, find(request, draft_id))


@may("approvals.see")
def photo(request, draft_id):
    """The photo that was asked with."""
    kept = find(request, draft_id).draft.facts.get("photo")
    if kept is None:
        raise Http404
    return papers.shown(request.cooperative.id, kept["file"], f"nota-ajuan-{draft_id}.jpg")


def show_draft(request, case: reports.Case, status=200, form=None, seen: str = ""):
    """The page of a draft; `seen` is the fingerprint that somebody had read, when it has become another since."""
    one, mine = case.draft, case.draft.made_by == request.person.id
    vouched = reports.endorsements(one)
    open_ = case.waits and not mine
    now = {"digest": one.digest}
    return page(
        request, "approvals/draft.html", "draft", status, case=case, why=reasons(request, one), vouched=vouched,
        facts=deeds.known(one.deed).tell(request.cooperative.id, one.facts), **_beside(one, seen),
        decides=open_ and holds(request.roles, "approvals.decide"),
        may_endorse=open_ and one.needs > 1 and not vouched and holds(request.roles, "approvals.endorse"),
        may_stand_in=open_ and holds(request.roles, "approvals.stand_in"),
        own=case.waits and mine and holds(request.roles, "approvals.change"),
        seen_form=SeenForm(initial=now, auto_id="seen_%s"), refuse_form=form or RefuseForm(initial=now),
        stand_in_form=StandInForm(initial=now, auto_id="stand_%s"),
        mistakes=form.non_field_errors() if form else (), crumbs=crumbs(request, (one.title, None)),
    )  # fmt: skip


def reasons(request, one: Draft) -> list[str]:
    """Why it waits, in words; of a draft from before the reasons were kept, the limit."""
    kept = [rules.Why(*each) for each in one.facts.get("why", ())]
    first = rules.Why("one", one.amount, reports.limit(request.cooperative.id, one.booked_on))
    return [told(each, request.cooperative.id, one.booked_on) for each in kept or [first]]


def _beside(one: Draft, seen: str) -> dict:
    """What stands beside a draft: its versions, what is other than what was seen, what was paid before, who gets it."""
    versions, payee = reports.versions(one.cooperative_id, one.id), one.facts.get("payee") or 0
    before = next((each for each in versions if each.digest == seen), None)
    near = reports.near(one.cooperative_id, one.booked_on).get(payee)
    kind = one.facts.get("kind", "")
    return {
        "versions": versions,
        "changed": rules.differences(_content(before), _content(one)) if before else (),
        "related": near.words if near else "",
        "earlier": earlier_payments(one.cooperative_id, kind, payee, FEW) if kind else (),
        "heir": reports.heir_of(one.cooperative_id, payee) if one.needs > 1 else None,
    }


def _content(one: Draft) -> dict:
    return {"amount": one.amount, "on": one.booked_on, "memo": one.memo}


def crumbs(request, *steps):
    return [(_("Persetujuan"), reverse("approvals:list", kwargs={"slug": request.cooperative.slug})), *steps]
