"""The first page of cash: how much lies where, how it flowed, what waits."""

from django.contrib import messages
from django.utils.translation import gettext as _

from lumbung import clock
from lumbung.cash import actions, reports
from lumbung.cash.forms import PlaceForm
from lumbung.cash.rules import CATEGORIES
from lumbung.security.access import may
from lumbung.security.rules import may as holds
from lumbung.web import charts
from lumbung.web.page import go, page
from lumbung.web.words import Refused


@may("cash.see")
def overview(request):
    """Places with their balances, six weeks as a chart, the newest entries, open advances, money of unknown origin."""
    cooperative_id, today = request.cooperative.id, clock.today()
    held = reports.held(cooperative_id)
    month = reports.span(cooperative_id, today.replace(day=1), today)
    return page(
        request, "cash/overview.html", held=held, total=sum(each.amount for each in held), month=month,
        chart=_weeks(cooperative_id, today), newest=reports.newest(cooperative_id), categories=CATEGORIES,
        advances=reports.open_advances(cooperative_id), unknown=reports.unidentified(cooperative_id),
        today=today, may_receive=holds(request.roles, "cash.receive"), may_move=holds(request.roles, "cash.transfer"),
        tills=[(each, each.words(today)) for each in reports.countable(cooperative_id)],
        offers=reports.waiting_offers(cooperative_id, request.person.id), may_count=holds(request.roles, "cash.count"),
    )  # fmt: skip


def _weeks(cooperative_id: int, today):
    weeks = reports.weeks(cooperative_id, today)
    return charts.bars(
        title=_("Uang masuk dan keluar, enam minggu"),
        labels=[f"{week.start.day}/{week.start.month}" for week in weeks],
        series=[
            (_("Uang masuk"), [week.inward for week in weeks]),
            (_("Uang keluar"), [week.outward for week in weeks]),
        ],
    )


@may("cash.transfer")
def open_place(request):
    """The places in use, and a new one."""
    form = PlaceForm(request.POST or None)
    if form.is_valid():
        try:
            place = actions.open_place(
                cooperative_id=request.cooperative.id, opened_on=request.cooperative.books_from, **form.cleaned_data
            )
        except Refused as refusal:
            form.add_refusal(refusal, "name")
        else:
            messages.success(request, _("%(name)s siap dipakai.") % {"name": place.name})
            return go(request, "cash:places", slug=request.cooperative.slug)
    status = 422 if form.errors else 200
    return page(request, "cash/places.html", "form", status, form=form, held=reports.held(request.cooperative.id))
