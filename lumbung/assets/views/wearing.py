"""Depreciation: seen for a whole month before it is booked."""

from datetime import date

from django.contrib import messages
from django.utils.translation import gettext as _

from lumbung import clock
from lumbung.assets import actions, rules
from lumbung.assets.forms import WearForm
from lumbung.assets.reports.wearing import plan
from lumbung.assets.views.showing import crumbs, rights
from lumbung.assets.views.things import tried
from lumbung.security.access import may
from lumbung.web.page import go, page
from lumbung.web.words import Count

SHOWN = 6  # months to choose from


def _asked_period(request, today: date) -> str:
    """The month that the address asks for; else the last whole one."""
    try:
        asked = rules.period_of(rules.first_day(request.GET.get("bulan", "")))
    except ValueError:
        asked = ""
    return asked if "2000-01" <= asked <= rules.period_of(today) else rules.later(rules.period_of(today), -1)


@may("assets.see")
def wear(request):
    """A month's depreciation, thing by thing. Whoever may, books it."""
    today = clock.today()
    period, may_wear = _asked_period(request, today), rights(request)["may_wear"]
    planned = plan(request.cooperative.id, period)
    form = WearForm(request.POST or None, initial={"on": min(rules.last_day(period), today), "seal": planned.seal})
    if form.is_valid() and may_wear:
        facts = {"cooperative_id": request.cooperative.id, "period": period, "by": request.person.id}
        made = tried(form, lambda: actions.depreciate(**facts, **form.cleaned_data))
        if made is not None:
            messages.success(request, _("Penyusutan %(n)s barang dicatat.") % {"n": Count(len(made))})
            return go(request, f"{request.path}?bulan={period}")
    this_month = rules.period_of(today)
    return page(
        request, "assets/wear.html", status=422 if form.errors else 200, plan=planned, form=form, may_wear=may_wear,
        first=rules.first_day(period), whole=rules.last_day(period) <= today,
        months=[rules.first_day(rules.later(this_month, -back)) for back in range(1, SHOWN + 1)],
        crumbs=crumbs(request, (_("Penyusutan"), None)),
    )  # fmt: skip
