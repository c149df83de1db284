"""Pemulihan akun: what runs, one case in words, and each step by whoever may take it."""

from django.contrib import messages
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lumbung import clock
from lumbung.recovery import actions, reports, rules
from lumbung.recovery.forms import ObjectForm, OpenForm
from lumbung.recovery.models import Case
from lumbung.security.access import may
from lumbung.security.rules import may as holds
from lumbung.web.page import go, page
from lumbung.web.words import Refused


@may("people.see")
def cases(request):
    """What runs and what ended, the latest first."""
    found = reports.newest(request.cooperative.id, clock.now())
    running, ended = [one for one in found if not one.ended], [one for one in found if one.ended]
    may_open = holds(request.roles, "recovery.open")
    return page(request, "recovery/cases.html", running=running, ended=ended, may_open=may_open)


@may("recovery.open", step_up=True)
def open_case(request):
    """Officer 1 says who stands before him, and why."""
    people = reports.who_may_be_lost(request.cooperative.id, request.person.id, clock.today())
    form = OpenForm(request.POST or None, people=people, initial={"person": request.GET.get("orang", "")})
    if form.is_valid():
        given = form.cleaned_data
        try:
            made = actions.open_case(
                cooperative_id=request.cooperative.id, person_id=int(given["person"]), by=request.person.id,
                reason=given["reason"], seen=given["seen"], request_id=given["request_id"],
            )  # fmt: skip
        except Refused as refusal:
            form.add_refusal(refusal)
        else:
            messages.success(request, _("Dibuka. Sekarang mintalah petugas kedua mengesahkannya dari akunnya sendiri."))
            return _to(request, made.id)
    back = reverse("recovery:cases", kwargs={"slug": request.cooperative.slug})
    return page(
        request, "recovery/open.html", "form", 422 if form.errors else 200, form=form, back=back,
        crumbs=[(_("Pemulihan akun"), back), (_("Buka"), None)],
    )  # fmt: skip


def _to(request, case_id: int):
    return go(request, "recovery:case", slug=request.cooperative.slug, case_id=case_id)


def _found(request, case_id: int) -> Case:
    found = reports.case(request.cooperative.id, case_id)
    if found is None:
        raise Http404
    return found


@may("recovery.see")
def case(request, case_id):
    """One case, and what this person may do in it."""
    return _shown(request, _found(request, case_id))


def _shown(request, found: Case, status=200, refusal=None, form=None, code=""):
    one, me = reports.standing(found), request.person.id
    follows = rules.NEXT[found.kind].get(one.state, set())
    second = reports.may_confirm(found, clock.today())
    handed_by = me == reports.confirmed_by(found) or (found.kind == "first" and holds(request.roles, "people.manage"))
    above = (_("Pemulihan akun"), reverse("recovery:cases", kwargs={"slug": request.cooperative.slug}))
    return page(
        request, "recovery/case.html", "case", status, one=one, refusal=refusal, code=code,
        may_confirm="confirmed" in follows and me in second,
        programme_needed="confirmed" in follows and not second & reports.handlers(found.cooperative_id, clock.today()),
        may_code="code" in follows and handed_by and found.person_id != me,
        may_object="objected" in follows, may_withdraw="withdrawn" in follows and found.opened_by == me,
        form=form or ObjectForm(), crumbs=[above, (one.name, None)],
        door=request.build_absolute_uri(reverse("code_door")), login_name=reports.login_name(found),
    )  # fmt: skip


def _do(request, case_id: int, deed, said: str, **facts):
    """One step of a case, by whoever is at the keyboard."""
    found = _found(request, case_id)
    try:
        deed(cooperative_id=request.cooperative.id, case_id=case_id, by=request.person.id, **facts)
    except Refused as refusal:
        return _shown(request, found, 422, refusal)
    messages.success(request, said)
    return _to(request, case_id)


@may("recovery.confirm", step_up=True)
@require_POST
def confirm(request, case_id):
    """Officer 2 agrees."""
    return _do(request, case_id, actions.confirm, _("Disahkan. Masa tunggu berjalan; semua pengurus melihatnya."))


@may("recovery.object")
@require_POST
def object_to(request, case_id):
    """Somebody says no."""
    form = ObjectForm(request.POST)
    if not form.is_valid():
        return _shown(request, _found(request, case_id), 422, form=form)
    return _do(
        request, case_id, actions.object_to, _("Keberatan dicatat dan pemulihan dihentikan."), **form.cleaned_data
    )


@may("recovery.open")
@require_POST
def withdraw(request, case_id):
    """Whoever opened it takes it back."""
    return _do(request, case_id, actions.withdraw, _("Ditarik kembali. Tidak ada yang berubah pada akunnya."))


@may("recovery.confirm", step_up=True)
@require_POST
def code(request, case_id):
    """The code, on this answer and nowhere else."""
    found = _found(request, case_id)
    try:
        made = actions.make_code(cooperative_id=request.cooperative.id, case_id=case_id, by=request.person.id)
    except Refused as refusal:
        return _shown(request, found, 422, refusal)
    return _shown(request, found, code=made)
