"""Reports of the supervisors: written for a period, signed, read, printed."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _

from lumbung import clock
from lumbung.security.access import may
from lumbung.security.reports import names
from lumbung.security.rules import may as holds
from lumbung.supervision import actions, frauds, paper, rules
from lumbung.supervision import reports as questions
from lumbung.supervision.forms import SignForm
from lumbung.supervision.views.looking import crumbs
from lumbung.web.page import go, page
from lumbung.web.words import Refused


@may("supervision.see")
def reports(request):
    """Every signed report; and a new one, for who may sign."""
    may_sign, today = holds(request.roles, "supervision.check"), clock.today()
    form = SignForm(request.POST or None, initial={"starts_on": today.replace(day=1), "ends_on": today})
    if may_sign and form.is_valid():
        try:
            made = actions.sign(cooperative_id=request.cooperative.id, by=request.person.id, **form.cleaned_data)
        except Refused as refusal:
            form.add_refusal(refusal)
        else:
            messages.success(request, _("Laporan pengawas ditandatangani."))
            return go(request, "supervision:report", slug=request.cooperative.slug, number=made.number)
    signed = questions.signed(request.cooperative.id)
    return page(
        request, "supervision/reports.html", "form", status=422 if may_sign and form.errors else 200,
        form=form if may_sign else None, signed=signed, people=names(one.signed_by for one in signed),
        crumbs=crumbs(request, (_("Laporan pengawas"), None)),
    )  # fmt: skip


def _report(request, number: int):
    found = questions.report(request.cooperative.id, number)
    if found is None:
        raise Http404
    return found, names([found.signed_by]).get(found.signed_by, "")


@may("supervision.see")
def report(request, number):
    """What was signed, from its own words alone."""
    found, who = _report(request, number)
    unusual = [(rules.REASONS[word], found.body["unusual"][word]) for word in rules.REASONS
               if word in found.body["unusual"]]  # fmt: skip
    return page(
        request, "supervision/report.html", report=found, who=who, unusual=unusual, signs=frauds.told(found.body),
        whole=questions.digest_of(found.body) == found.digest,
        crumbs=crumbs(request, (_("Laporan pengawas"), None)),
    )  # fmt: skip


@may("supervision.see")
def report_pdf(request, number):
    found, who = _report(request, number)
    name = f"laporan-pengawas-{request.cooperative.slug}-{found.number}.pdf"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(paper.report(request.cooperative, found, who), content_type="application/pdf", headers=headers)
