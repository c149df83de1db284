"""Insiden: written down, the letters drafted, people told, all within three days."""

from django.contrib import messages
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from lumbung import clock
from lumbung.cooperatives.actions import set_bylaw
from lumbung.members import reports as register
from lumbung.members.paper import PDF, file
from lumbung.privacy import actions, letters, reports
from lumbung.privacy.forms import AuthorityForm, IncidentForm, StepForm
from lumbung.privacy.rules.incidents import AUTHORITY, AUTHORITY_ADDRESS, named
from lumbung.privacy.views.asked import crumbs
from lumbung.security import rules as duties
from lumbung.security.access import may
from lumbung.security.reports import names
from lumbung.web.page import go, page
from lumbung.web.words import Refused


def _here(request) -> tuple:
    return _("Insiden"), reverse("privacy:incidents", kwargs={"slug": request.cooperative.slug})


def _case(request, incident_id: int) -> reports.Case:
    """Raises  Http404: not here"""
    found = reports.case(request.cooperative.id, incident_id, clock.now())
    if found is None:
        raise Http404
    return found


@may("incidents.see")
def incidents(request):
    """The register of incidents, with what is left of each three days."""
    return page(
        request, "privacy/incidents.html", cases=reports.cases(request.cooperative.id, clock.now()),
        authority=reports.authority(request.cooperative.id, clock.today()),
        may_write=duties.may(request.roles, "incidents.write"), crumbs=crumbs(request, (_("Insiden"), None)),
    )  # fmt: skip


@may("incidents.write")
def new_incident(request):
    """One form, read from top to bottom: what, when, which data, whose, what was done."""
    coop, now = request.cooperative.id, clock.local(clock.now())
    known = {"known_on": now.date(), "known_hour": f"{now:%H.%M}", "scope": "all"}
    form = IncidentForm(request.POST or None, initial=known, quarters=register.neighbourhoods(coop))
    if form.is_valid():
        try:
            made = actions.report(cooperative_id=coop, by=request.person.id, **form.facts())
        except Refused as refusal:
            form.add_refusal(refusal)
        else:
            messages.success(request, _("Insiden dicatat. Suratnya sudah siap dicetak."))
            return go(request, "privacy:incident", slug=request.cooperative.slug, incident_id=made.id)
    return page(
        request, "privacy/new_incident.html", "form", status=422 if form.errors else 200, form=form,
        crumbs=crumbs(request, _here(request), (_("Catat insiden"), None)),
    )  # fmt: skip


@may("incidents.see")
def incident(request, incident_id):
    """One incident: its clock, its letters, whom it touches, what was done; and the next step."""
    case = _case(request, incident_id)
    may_write = duties.may(request.roles, "incidents.write") and not case.closed
    form = StepForm(request.POST or None) if may_write else None
    if form and form.is_valid():
        try:
            actions.step(incident=case.incident, by=request.person.id, **form.cleaned_data)
        except Refused as refusal:
            form.add_refusal(refusal)
        else:
            messages.success(request, _("Langkah dicatat."))
            return go(request, "privacy:incident", slug=request.cooperative.slug, incident_id=incident_id)
    taken = reports.steps(case.incident)
    people = names([case.incident.by, *(one.by for one in taken)])
    return page(
        request, "privacy/incident.html", "form", status=422 if form and form.errors else 200, form=form, case=case,
        steps=[(one, people.get(one.by, "")) for one in taken], who=people.get(case.incident.by, ""),
        members=reports.affected(case.incident), kinds=named(case.incident.kinds),
        authority=reports.authority(request.cooperative.id, clock.today()),
        crumbs=crumbs(request, _here(request), (case.incident.title, None)),
    )  # fmt: skip


@may("incidents.see")
def letters_pdf(request, incident_id):
    """A letter for each member it touches, in one file."""
    case = _case(request, incident_id)
    made = letters.to_members(request.cooperative, case.incident, reports.affected(case.incident), clock.today())
    return file(made, PDF, f"surat-anggota-{incident_id}.pdf")


@may("incidents.see")
def authority_pdf(request, incident_id):
    """The letter to the authority."""
    case, on = _case(request, incident_id), clock.today()
    to = reports.authority(request.cooperative.id, on)
    made = letters.to_authority(request.cooperative, case.incident, case.members, to, on)
    return file(made, PDF, f"surat-lembaga-{incident_id}.pdf")


@may("incidents.write")
def authority(request):
    """To whom the second letter goes: ministries change their names, the law lets a new body come."""
    coop, today = request.cooperative.id, clock.today()
    name, address = reports.authority(coop, today)
    form = AuthorityForm(request.POST or None, initial={"name": name, "address": address})
    if form.is_valid():
        for key, said in ((AUTHORITY, "name"), (AUTHORITY_ADDRESS, "address")):
            set_bylaw(cooperative_id=coop, key=key, value=form.cleaned_data[said], valid_from=today)
        messages.success(request, _("Alamat lembaga disimpan."))
        return go(request, "privacy:incidents", slug=request.cooperative.slug)
    return page(
        request, "privacy/authority.html", "form", status=422 if form.errors else 200, form=form,
        crumbs=crumbs(request, _here(request), (_("Alamat lembaga"), None)),
    )  # fmt: skip
