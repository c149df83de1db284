"""Changing the register: a new member, a correction, leaving."""

from django.contrib import messages
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lumbung import clock
from lumbung.cooperatives.actions import close_task
from lumbung.cooperatives.reports import open_tasks
from lumbung.members import actions, reports, rules
from lumbung.members.forms import CorrectForm, NewMemberForm, StandingForm
from lumbung.members.models import Member
from lumbung.members.views.showing import get_member
from lumbung.security.access import may
from lumbung.web.page import go, page
from lumbung.web.words import Refused


def _crumbs(request, *last) -> list:
    return [(_("Anggota"), reverse("members:list", kwargs={"slug": request.cooperative.slug})), *last]


def _to(request, member: Member):
    return go(request, "members:detail", slug=request.cooperative.slug, member_id=member.id)


@may("members.register")
def new(request):
    """An application, or a member of the paper book."""
    form = NewMemberForm(request.POST or None, initial={"kind": Member.Kind.FULL})
    if form.is_valid():
        try:
            member = _register(request, dict(form.cleaned_data))
        except Refused as refusal:
            form.add_refusal(refusal)
        else:
            words = _("%(name)s terdaftar dengan nomor %(number)s.") % {"name": member, "number": member.number}
            messages.success(request, words)
            return _to(request, member)
    status = 422 if form.errors else 200
    return page(
        request,
        "members/new.html",
        "form",
        status=status,
        form=form,
        crumbs=_crumbs(request, (_("Anggota baru"), None)),
    )


def _register(request, facts: dict) -> Member:
    coop = request.cooperative.id
    if not facts["joined_on"]:
        facts["applied_on"] = clock.today()
    number = rules.as_wide(facts.pop("number"), (m.number for m in reports.everyone(coop).only("number")))
    return actions.register(cooperative_id=coop, by=request.person.id, number=number, source="form", **facts)


@may("members.change")
def correct(request, member_id):
    """Correct what is written; `?tugas=` is the question that this answers."""
    member = get_member(request, member_id)
    form = CorrectForm.of(member, request.POST or None)
    task = _task(request, member)
    if form.is_valid():
        try:
            actions.correct(member=member, by=request.person.id, reason=form.cleaned_data["reason"], **form.changes())
        except Refused as refusal:
            form.add_refusal(refusal)
        else:
            if task and form.changes():
                close_task(cooperative_id=request.cooperative.id, task_id=task.id, by=request.person.id)
            messages.success(request, _("Perubahan disimpan. Yang lama tetap ada di riwayat."))
            return _to(request, member)
    return page(
        request, "members/correct.html", "form", status=422 if form.errors else 200, form=form, member=member,
        task=task,
        crumbs=_crumbs(request, (member, _url(request, member)), (_("Ubah data"), None)),
    )  # fmt: skip


def _url(request, member: Member) -> str:
    return reverse("members:detail", kwargs={"slug": request.cooperative.slug, "member_id": member.id})


def _task(request, member: Member):
    wanted = request.GET.get("tugas", "")
    tasks = open_tasks(request.cooperative.id, subject_kind="member", subject_id=member.id)
    return tasks.filter(id=wanted).first() if wanted.isdigit() else None


@require_POST
@may("members.change")
def standing(request, member_id):
    """Inactive, or active again."""
    member = get_member(request, member_id)
    form = StandingForm(request.POST)
    deed = actions.set_inactive if member.status == Member.Status.ACTIVE else actions.set_active
    if form.is_valid():
        deed(member=member, by=request.person.id, reason=form.cleaned_data["reason"])
        messages.success(request, _("Keadaan %(name)s dicatat.") % {"name": member})
    else:
        messages.error(request, _("Tulis sebabnya, misalnya “tidak hadir sejak Januari”."))
    return _to(request, member)
