"""A member's own pages. Each begins with who she is; a number in an address is looked for among hers only."""

import functools

from django.contrib import messages
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lumbung import clock
from lumbung.members import nik
from lumbung.members import reports as register
from lumbung.members.views.showing import told
from lumbung.portal import actions, reports
from lumbung.portal.forms import CorrectionForm, SuggestionForm
from lumbung.portal.models import Consent
from lumbung.receipts.views.proving import as_file, shown_proof
from lumbung.security.access import may
from lumbung.security.models import Role
from lumbung.security.reports import member_of, names
from lumbung.web.page import go, page
from lumbung.web.words import Refused

NEWEST = 5


def own(view):
    """Open a page for the member who asks: the view gets her; who is in no register meets words about that."""

    @may("own.see")
    @functools.wraps(view)
    def inside(request, **kwargs):
        member = register.get(request.cooperative.id, member_of(request.cooperative.id, request.person.id) or 0)
        if member is None:
            return page(request, "portal/nobody.html")
        return view(request, member, **kwargs)

    return inside


def _crumbs(request, here: str) -> list:
    return [(_("Simpanan saya"), reverse("portal:home", kwargs={"slug": request.cooperative.slug})), (here, None)]


@own
def home(request, member):
    """Beranda Anggota: words first, then figures, one thumb."""
    return page(
        request, "portal/home.html", member=member, savings=reports.savings(member), today=clock.today(),
        entries=reports.history(member, limit=NEWEST), **_dues(member), lines=reports.of_member(member)[:1],
    )  # fmt: skip


def _dues(member) -> dict:
    return {"dues": reports.dues(member, clock.today())}


@own
def history(request, member):
    """Every entry that concerns her, year by year."""
    entries = reports.history(member)
    years = sorted({entry.booked_on.year for entry in entries}, reverse=True)
    year = request.GET.get("tahun", "")
    shown = [entry for entry in entries if not year or str(entry.booked_on.year) == year]
    return page(
        request, "portal/history.html", member=member, entries=shown, years=years, year=year,
        crumbs=_crumbs(request, _("Riwayat")),
    )  # fmt: skip


@own
def receipt(request, member, number):
    """One entry of hers, to show or to print; anybody else's does not exist here."""
    entry = reports.entry(member, number)
    if entry is None:
        raise Http404
    return page(
        request, "portal/receipt.html", member=member, entry=entry,
        maker=names([entry.made_by]).get(entry.made_by, ""), crumbs=_crumbs(request, entry.document),
        proof=shown_proof(member.cooperative_id, [number]),
        proof_file=reverse("portal:proof", kwargs={"slug": request.cooperative.slug, "number": number}),
    )  # fmt: skip


@own
def proof(request, member, number):
    """The same entry as a file that proves itself, hers to keep."""
    entry = reports.entry(member, number)
    if entry is None:
        raise Http404
    return as_file(entry.document, member.cooperative_id, [number])


@own
def data(request, member):
    """Data saya: what is stored, who looked, what changed; and a wish to have it corrected."""
    form = CorrectionForm(request.POST or None)
    if form.is_valid():
        try:
            actions.ask_correction(member=member, by=request.person.id, **form.cleaned_data)
        except Refused as refusal:
            form.add_refusal(refusal)
        else:
            messages.success(request, _("Permintaan Anda sampai ke pengurus."))
            return go(request, "portal:data", slug=request.cooperative.slug)
    return page(
        request, "portal/data.html", status=422 if form.errors else 200, form=form, member=member,
        nik=nik.shown(member), looks=_looks(member), asked=reports.corrections(member),
        history=told(register.history(member)), **_home(member), crumbs=_crumbs(request, _("Data saya")),
    )  # fmt: skip


def _looks(member) -> list[dict]:
    labels = dict(Role.choices)
    return [{"who": seen.who, "role": _(labels.get(seen.role, seen.role)), "day": seen.day}
            for seen in reports.looks(member)]  # fmt: skip


def _home(member) -> dict:
    agreed = reports.consents(member, Consent.Purpose.HOUSEHOLD)
    return {"agreed": agreed, "household": reports.household(member)}


@require_POST
@own
def household(request, member):
    """Let those at the same address see one's name, or no longer."""
    given = request.POST.get("given") == "1"
    actions.consent(member=member, purpose=Consent.Purpose.HOUSEHOLD, given=given, by=request.person.id)
    words = _("Nama Anda terlihat oleh anggota serumah.") if given else _("Nama Anda tidak terlihat lagi.")
    messages.success(request, words)
    return go(request, "portal:data", slug=request.cooperative.slug)


@own
def suggest(request, member):
    """Kotak saran: what she wrote and what was answered; and a new one."""
    form = SuggestionForm(request.POST or None)
    if form.is_valid():
        try:
            actions.suggest(member=member, by=request.person.id, **form.cleaned_data)
        except Refused as refusal:
            form.add_refusal(refusal)
        else:
            messages.success(request, _("Saran Anda tertulis di Buku Saran Anggota."))
            return go(request, "portal:suggest", slug=request.cooperative.slug)
    return page(
        request, "portal/suggest.html", "form", status=422 if form.errors else 200, form=form,
        lines=reports.of_member(member), crumbs=_crumbs(request, _("Kotak saran")),
    )  # fmt: skip
