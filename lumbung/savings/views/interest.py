"""Interest: seen for a whole month before it is credited; and the tax that was withheld."""

from django.contrib import messages
from django.utils.translation import gettext as _

from lumbung import clock, money
from lumbung.approvals.models import Draft
from lumbung.approvals.views import waits
from lumbung.ledger import reports as books
from lumbung.savings import actions, rules
from lumbung.savings.actions.deciding import percent
from lumbung.savings.forms import METHODS, CreditForm, RemitForm
from lumbung.savings.reports import tax as taxes
from lumbung.savings.reports.interest import plan
from lumbung.savings.reports.tax import TAX_OWED
from lumbung.savings.views.showing import crumbs, rights
from lumbung.security.access import may
from lumbung.web import months
from lumbung.web.page import go, page
from lumbung.web.words import Count, Refused

SHOWN = 6  # months to choose from


@may("savings.see")
def interest(request):
    """A month's interest: what each member gets and why. Whoever may, credits it."""
    today = clock.today()
    period, may_credit = months.asked(request.GET.get("bulan", ""), today), rights(request)["may_credit"]
    planned = plan(request.cooperative.id, period)
    form = CreditForm(request.POST or None, initial={"on": min(months.last_day(period), today), "seal": planned.seal})
    if form.is_valid() and may_credit and (made := _credited(request, form, period)) is not None:
        messages.success(request, _("%(n)s jasa dicatat.") % {"n": Count(made)})
        return go(request, f"{request.path}?bulan={period}")
    history = taxes.by_month(request.cooperative.id, today)
    return page(
        request, "savings/interest.html", status=422 if form.errors else 200, plan=planned, form=form,
        first=months.first_day(period), method=METHODS[planned.method], whole=months.last_day(period) <= today,
        months=months.before(today, SHOWN), history=history[:SHOWN],
        cliff=sum(1 for line in planned.to_credit if line.lost),
        rate=_percent(planned.rate, _("%(rate)s persen setahun")), law=_law(planned.law),
        owed=books.balance_of(request.cooperative.id, TAX_OWED),
        here="interest", crumbs=crumbs(request, (_("Jasa bulanan"), None)), **rights(request),
    )  # fmt: skip


def _percent(rate: int, words: str) -> str:
    return words % {"rate": percent(rate).replace(".", ",")}


def _law(law: rules.Tax) -> str:
    """The tax in one line."""
    words = _("bebas sampai %(threshold)s sebulan; di atasnya %(rate)s persen dari seluruhnya")
    return words % {"threshold": money.show(law.threshold), "rate": percent(law.rate).replace(".", ",")}


def _credited(request, form, period: str) -> int | None:
    try:
        made = actions.credit_interest(
            cooperative_id=request.cooperative.id, period=period, by=request.person.id, **form.cleaned_data
        )
    except Refused as refusal:
        form.add_refusal(refusal)
        return None
    return len(made)


@may("savings.credit")
def tax(request):
    """What was withheld and is still to be paid to the state."""
    coop, today = request.cooperative.id, clock.today()
    owed = books.balance_of(coop, TAX_OWED)
    form = RemitForm(request.POST or None, cooperative=request.cooperative, initial={"amount": owed or None})
    if form.is_valid():
        try:
            done = actions.remit_or_ask(cooperative_id=coop, by=request.person.id, **form.facts())
        except Refused as refusal:
            form.add_refusal(refusal)
        else:
            if isinstance(done, Draft):
                return waits(request, done)
            document = books.entry(coop, done).document
            messages.success(request, _("Setoran PPh dicatat: %(document)s.") % {"document": document})
            return go(request, "savings:tax", slug=request.cooperative.slug)
    taxed = [month for month in taxes.by_month(coop, today) if month.tax]
    withheld, paid = sum(month.tax for month in taxed), taxes.remitted(coop)
    return page(
        request, "savings/tax.html", status=422 if form.errors else 200, months=taxed, owed=owed, form=form,
        withheld=withheld, remitted=paid, agrees=owed == withheld - paid,
        crumbs=crumbs(request, (_("PPh jasa simpanan"), None)), here="interest",
    )  # fmt: skip
