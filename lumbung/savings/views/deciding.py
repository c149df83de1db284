"""The cooperative's own rules for savings."""

from django.contrib import messages
from django.utils.translation import gettext as _

from lumbung import clock
from lumbung.cooperatives.reports import bylaws
from lumbung.savings import actions
from lumbung.savings.forms import METHODS, RulesForm
from lumbung.savings.views.showing import crumbs
from lumbung.security.access import may
from lumbung.security.rules import may as holds
from lumbung.web.page import go, page
from lumbung.web.words import Count, Refused


@may("savings.see")
def decide(request):
    """The rules as they stand, and the form that changes them from a day on."""
    rule, may_decide = bylaws(request.cooperative.id, clock.today()), holds(request.roles, "savings.decide")
    form = RulesForm(request.POST or None, initial=RulesForm.now(rule))
    if form.is_valid() and may_decide:
        try:
            changed = actions.decide(
                cooperative_id=request.cooperative.id, values=form.values(),
                valid_from=form.cleaned_data["valid_from"], basis=form.cleaned_data["basis"],
            )  # fmt: skip
        except Refused as refusal:
            form.add_refusal(refusal)
        else:
            messages.success(request, _("%(n)s aturan diubah.") % {"n": Count(len(changed))})
            return go(request, "savings:decide", slug=request.cooperative.slug)
    return page(
        request, "savings/decide.html", "form", status=422 if form.errors else 200, form=form, may_decide=may_decide,
        now=RulesForm.now(rule), method=METHODS[rule.savings_interest_method], here="decide",
        crumbs=crumbs(request, (_("Aturan simpanan"), None)),
    )  # fmt: skip
