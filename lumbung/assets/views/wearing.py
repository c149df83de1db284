"""Depreciation: seen for a whole month before it is booked."""

from django.contrib import messages
from django.utils.translation import gettext as _

from lumbung import clock
from lumbung.assets import actions
from lumbung.assets.forms import WearForm
from lumbung.assets.reports.wearing import plan
from lumbung.assets.views.showing import crumbs, rights
from lumbung.assets.views.things import tried
from lumbung.security.access import may
from lumbung.web import months
from lumbung.web.page import go, page
from lumbung.web.words import Count

SHOWN = 6  # months to choose from


@may("assets.see")
def wear(request):
    """A month's depreciation, thing by thing. Whoever may, books it."""
    today = clock.today()
    period, may_wear = months.asked(request.GET.get("bulan", ""), today), rights(request)["may_wear"]
    planned = plan(request.cooperative.id, period)
    form = WearForm(request.POST or None, initial={"on": min(months.last_day(period), today), "seal": planned.seal})
    if form.is_valid() and may_wear:
        facts = {"cooperative_id": request.cooperative.id, "period": period, "by": request.person.id}
        made = tried(form, lambda: actions.depreciate(**facts, **form.cleaned_data))
        if made is not None:
            messages.success(request, _("Penyusutan %(n)s barang dicatat.") % {"n": Count(len(made))})
            return go(request, f"{request.path}?bulan={period}")
    return page(
        request, "assets/wear.html", status=422 if form.errors else 200, plan=planned, form=form, may_wear=may_wear,
        first=months.first_day(period), whole=months.last_day(period) <= today,
        months=months.before(today, SHOWN),
        crumbs=crumbs(request, (_("Penyusutan"), None)),
    )  # fmt: skip
