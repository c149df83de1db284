"""Pengurus & akun: who serves here, who gives an office, who ends one."""

from django.contrib import messages
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lumbung import clock
from lumbung.recovery import actions, reports
from lumbung.recovery.forms import AppointForm
from lumbung.security.access import may
from lumbung.security.rules import may as holds
from lumbung.web.page import go, page
from lumbung.web.words import Refused


@may("people.see")
def people(request):
    """Everybody with an office, and what may be done."""
    coop, now = request.cooperative.id, clock.now()
    officers, new = reports.serving(coop, clock.today()), reports.new_cases(coop, now)
    return page(
        request, "recovery/people.html", officers=[(one, new.get(one.person.id)) for one in officers],
        running=sum(not one.ended for one in reports.newest(coop, now)), helping=reports.helping_now(coop, now),
        manages=holds(request.roles, "people.manage"),
        sees_trail=holds(request.roles, "trail.see"),
    )  # fmt: skip


@may("people.manage", step_up=True)
def appoint(request):
    """An office for somebody known, or for somebody new with the code that lets her in."""
    form, case, code = AppointForm(request.POST or None), None, ""
    if form.is_valid():
        given = form.cleaned_data
        facts = {name: given[name] for name in ("login_name", "role", "basis")}
        facts |= {"cooperative_id": request.cooperative.id, "by": request.person.id}
        try:
            if given["full_name"]:
                case, code = actions.appoint_new(
                    full_name=given["full_name"], request_id=given["request_id"], **facts
                )  # fmt: skip
            else:
                person = actions.appoint_known(**facts)
        except Refused as refusal:
            form.add_refusal(refusal)
        else:
            if case is None:
                messages.success(request, _("%(name)s sudah diangkat.") % {"name": person.full_name})
                return go(request, "recovery:people", slug=request.cooperative.slug)
            if not code:
                return go(request, "recovery:case", slug=request.cooperative.slug, case_id=case.id)
    back = reverse("recovery:people", kwargs={"slug": request.cooperative.slug})
    return page(
        request, "recovery/appoint.html", "given" if code else "form", 422 if form.errors else 200, form=form,
        code=code, case=case, back=back, crumbs=[(_("Pengurus & akun"), back), (_("Angkat"), None)],
        login_name=reports.login_name(case) if case else "", door=request.build_absolute_uri(reverse("code_door")),
    )  # fmt: skip


@may("people.manage", step_up=True)
@require_POST
def end_office(request, person_id, role):
    """An office is over."""
    try:
        actions.end_office(
            cooperative_id=request.cooperative.id, person_id=person_id, role=role, by=request.person.id
        )  # fmt: skip
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Jabatannya berakhir. Dengan jabatan itu ia tidak membuka buku lagi."))
    return go(request, "recovery:people", slug=request.cooperative.slug)
