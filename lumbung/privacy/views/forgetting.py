"""Yang boleh dihapus: once a year somebody looks who need not be known any more."""

from django.contrib import messages
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from lumbung import clock
from lumbung.members.views.showing import get_member
from lumbung.privacy import actions, reports
from lumbung.privacy.forms import ForgetForm
from lumbung.privacy.reports.forgetting import of
from lumbung.privacy.views.asked import crumbs
from lumbung.security.access import may
from lumbung.sql.erasing import sweep
from lumbung.web.page import go, page
from lumbung.web.words import Refused


@may("privacy.erase")
def erasable(request):
    """Everybody who has left: what can go now, what later, what stands in the way."""
    today = clock.today()
    found = reports.parted(request.cooperative.id, today)
    rows = [(one, one.may_forget(today), one.may_release()) for one in found]
    return page(
        request, "privacy/erasable.html", rows=rows, years=reports.retention(request.cooperative.id),
        crumbs=crumbs(request, (_("Yang boleh dihapus"), None)),
    )  # fmt: skip


@may("privacy.erase", step_up=True)
def erase(request, member_id):
    """Read once more what goes and what stays; then it is gone."""
    member, today = get_member(request, member_id), clock.today()
    parted = of(member, today)
    if parted is None:
        raise Http404
    whole = parted.may_forget(today)
    form = ForgetForm(request.POST or None)
    if form.is_valid():
        deed = actions.forget if whole else actions.release
        try:
            deed(member=member, by=request.person.id, reason=form.cleaned_data["reason"], today=today)
        except Refused as refusal:
            form.add_refusal(refusal)
        else:
            sweep()
            messages.success(request, _("Sudah dihapus. Buku dan angkanya tetap utuh."))
            return go(request, "privacy:erasable", slug=request.cooperative.slug)
    here = reverse("privacy:erasable", kwargs={"slug": request.cooperative.slug})
    may_go = whole or parted.may_release()
    return page(
        request, "privacy/erase.html", "form", status=422 if form.errors else 200, form=form if may_go else None,
        one=parted, whole=whole, back=here, crumbs=crumbs(request, (_("Yang boleh dihapus"), here), (member, None)),
    )  # fmt: skip
