"""The home pages: where a person lands, the day at the desk, what waits, and the check of the books."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from lumbung import clock
from lumbung.cooperatives.actions import close_task
from lumbung.cooperatives.models import Cooperative
from lumbung.cooperatives.reports import open_tasks
from lumbung.help import tour
from lumbung.ledger.audit import erased
from lumbung.ledger.reports.book import book_facts
from lumbung.portal.views import home as own_home
from lumbung.recovery.actions import WrongCode
from lumbung.safety.asking import VERIFIED
from lumbung.security import actions as security
from lumbung.security import rules
from lumbung.security.access import may
from lumbung.security.guessing import guessed, guessed_too_often
from lumbung.security.models import Person
from lumbung.security.reports import cooperatives_of, helped_by
from lumbung.site import actions, desk, findings
from lumbung.site.forms import BeginForm
from lumbung.web.page import go, page
from lumbung.web.words import Refused
from lumbung.witness.reports import standing

TASKS_A_PAGE = 25


@sensitive_post_parameters("code", "passphrase", "again")
def begin(request):
    """The first person of a fresh installation; nobody finds this page afterwards."""
    if Person.objects.exists():
        raise Http404
    if request.method == "POST" and guessed_too_often(request, "begin"):
        return page(request, "site/begin.html", status=429, busy=True)
    form = BeginForm(request.POST or None)
    if form.is_valid():
        given = {name: value for name, value in form.cleaned_data.items() if name != "again"}
        try:
            cooperative, _person = actions.begin(**given)
        except WrongCode as refusal:
            guessed(request, "begin")
            security.record(cooperative_id=None, person_id=None, deed="code.refused")
            form.add_refusal(refusal, "code")
        except Refused as refusal:
            form.add_refusal(refusal)
        else:
            words = _("%(name)s sudah dibuat. Masuklah dengan nama masuk dan kata sandi Anda.")
            messages.success(request, words % {"name": cooperative.name})
            return go(request, "account_login")
    return page(request, "site/begin.html", status=422 if form.errors else 200, form=form)


@login_required
def home(request):
    """Straight to the only cooperative, else a choice."""
    mine = cooperatives_of(request.person.id, clock.today())
    mine += Cooperative.objects.filter(id__in=helped_by(request.person.id, clock.now())).order_by("name")
    if len(mine) == 1:
        return redirect("today", slug=mine[0].slug)
    return page(request, "site/home.html", cooperatives=mine)


@may("home.see")
def today(request):
    """The day at the desk; a member sees her own savings instead."""
    if rules.HELPER in request.roles:
        return go(request, "recovery:helping", slug=request.cooperative.slug)
    if not rules.may(request.roles, "cash.see"):
        return own_home(request, slug=request.cooperative.slug)
    return page(request, "site/today.html", tour=tour.of(request), **desk.today(request))


@may("tasks.answer")
def tasks(request):
    waiting = Paginator(open_tasks(request.cooperative.id), TASKS_A_PAGE).get_page(request.GET.get("halaman"))
    for task in waiting:
        task.url = desk.where_to_answer(request.cooperative.slug, task)
    return page(request, "site/tasks.html", tasks=waiting, total=waiting.paginator.count, may_answer=True)


@require_POST
@may("tasks.answer")
def task_done(request, task_id):
    close_task(cooperative_id=request.cooperative.id, task_id=task_id, by=request.person.id)
    messages.success(request, _("Dicatat sudah beres."))
    return go(request, "tasks", slug=request.cooperative.slug)


@may("verify.see")
def verify(request):
    """Explain, or recompute the whole book and say what was found."""
    coop, found = request.cooperative.id, {}
    if request.method == "POST":
        problems, machine = findings.of_book(coop), findings.of_machine().said()
        found = {
            "checked": True, "problems": problems, "machine": machine, "count": len(problems) + len(machine),
            "erased": erased(coop), "checked_at": clock.now(),
        }  # fmt: skip
        facts = {"person_id": request.person.id, "deed": VERIFIED, "detail": {"problems": found["count"]}}
        security.record(cooperative_id=coop, **facts)
    return page(request, "site/verify.html", facts=book_facts(coop), **standing.of(coop), **found)
