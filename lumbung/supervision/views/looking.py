"""The supervisor's desk: what is unusual, and the week's ten entries beside their paper."""

from datetime import timedelta

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from lumbung import clock
from lumbung.cash.reports import slips_of
from lumbung.cash.reports.voucher import voucher_of
from lumbung.security.access import may
from lumbung.security.rules import may as holds
from lumbung.supervision import actions, reports, rules
from lumbung.supervision.forms import JudgeForm
from lumbung.web.page import go, page
from lumbung.web.words import Refused

A_PAGE, SOME = 40, 5


def crumbs(request, *last) -> list:
    return [(_("Pengawasan"), reverse("supervision:overview", kwargs={"slug": request.cooperative.slug})), *last]


def asked_week(request) -> str:
    """The week in the address, else this one. Raises Http404: no such week."""
    return _known(request.GET.get("minggu") or rules.week_of(clock.today()))


def _known(week: str) -> str:
    try:
        rules.first_day(week)
    except ValueError:
        raise Http404 from None
    return week


def span(week: str) -> dict:
    """What a page says of a week."""
    return {"week": week, "first": rules.first_day(week), "last": rules.last_day(week)}


@may("supervision.see")
def overview(request):
    """What this week asks of the supervisors."""
    coop, week = request.cooperative.id, rules.week_of(clock.today())
    sample = reports.checked(coop, week)
    found = reports.odd(coop, rules.first_day(week), rules.last_day(week))
    return page(
        request, "supervision/overview.html", **span(week), sample=sample, odd=_told(found[:SOME]),
        odd_count=len(found), done=sum(1 for one in sample if one.finding),
        waiting=reports.followed(coop, "waiting")[:SOME], may_check=holds(request.roles, "supervision.check"),
    )  # fmt: skip


def _told(found) -> list[dict]:
    return [{"entry": one.entry, "reasons": [rules.REASONS[word] for word in one.reasons]} for one in found]


@may("supervision.see")
def unusual(request):
    """The unusual entries of a week, narrowed to one reason."""
    coop, week, reason = request.cooperative.id, asked_week(request), request.GET.get("sebab", "")
    found = reports.odd(coop, rules.first_day(week), rules.last_day(week))
    counts = [{"word": word, "label": label, "count": sum(1 for one in found if word in one.reasons)}
              for word, label in rules.REASONS.items()]  # fmt: skip
    chosen = [one for one in found if not reason or reason in one.reasons]
    shown = Paginator(_told(chosen), A_PAGE).get_page(request.GET.get("halaman"))
    return page(
        request, "supervision/unusual.html", "rows", shown=shown, total=len(found), reason=reason, counts=counts,
        **span(week), may_check=holds(request.roles, "supervision.check"), **around(week),
        crumbs=crumbs(request, (_("Catatan janggal"), None)),
    )  # fmt: skip


def around(week: str) -> dict:
    """The weeks before and after, while there is one."""
    first, today = rules.first_day(week), clock.today()
    later = rules.week_of(rules.last_day(week) + timedelta(days=1))
    return {"before": rules.week_of(first - timedelta(days=1)),
            "after": later if rules.first_day(later) <= today else ""}  # fmt: skip


@may("supervision.see")
def sample(request):
    """The week's sample; drawing it is the supervisor's deed, choosing it is nobody's."""
    coop, week = request.cooperative.id, asked_week(request)
    may_check = holds(request.roles, "supervision.check")
    refusal = None
    if request.method == "POST" and may_check:
        try:
            actions.draw(cooperative_id=coop, week=week, by=request.person.id)
        except Refused as refused:
            refusal = refused
    return page(
        request, "supervision/sample.html", status=422 if refusal else 200, **span(week), **around(week),
        checked=reports.checked(coop, week), weeks=reports.weeks_drawn(coop)[:12], may_check=may_check,
        refusal=refusal, crumbs=crumbs(request, (_("Sampel mingguan"), None)),
    )  # fmt: skip


@may("supervision.check")
def judge(request, week, number):
    """One entry as the book has it, to lay beside its paper."""
    coop = request.cooperative.id
    one = next((each for each in reports.checked(coop, _known(week)) if each.entry.number == number), None)
    if one is None:
        raise Http404
    form = JudgeForm(request.POST or None)
    if form.is_valid():
        try:
            actions.judge(cooperative_id=coop, week=week, number=number, by=request.person.id, **form.cleaned_data)
        except Refused as refusal:
            form.add_refusal(refusal)
        else:
            messages.success(request, _("%(document)s dijawab.") % {"document": one.entry.document})
            return _next(request, week)
    here = f"{reverse('supervision:sample', kwargs={'slug': request.cooperative.slug})}?minggu={week}"
    return page(
        request, "supervision/judge.html", "form", status=422 if form.errors else 200, form=form, one=one, week=week,
        voucher=voucher_of(coop, number), slips=slips_of(coop, number),
        crumbs=crumbs(request, (_("Sampel mingguan"), here), (one.entry.document, None)),
    )  # fmt: skip


def _next(request, week: str):
    """The next entry that waits, or the list when all are answered."""
    slug = request.cooperative.slug
    waiting = [one.entry.number for one in reports.checked(request.cooperative.id, week) if not one.finding]
    if waiting:
        return go(request, "supervision:judge", slug=slug, week=week, number=waiting[0])
    return go(request, f"{reverse('supervision:sample', kwargs={'slug': slug})}?minggu={week}")
