"""Data pribadi: what is kept of whom, on what ground, what for and how long; for members and officers alike."""

from django.http import Http404
from django.utils.translation import gettext as _

from lumbung import clock
from lumbung.members.paper import PDF, file
from lumbung.privacy import paper, reports
from lumbung.privacy.rules.purposes import PURPOSES
from lumbung.security import rules as duties
from lumbung.security.access import may
from lumbung.web.page import page


@may("own.see")
def notice(request):
    """The register in plain words, by whom it is about; printed, it is the notice that a member signs."""
    officer = duties.may(request.roles, "members.see")
    counts = reports.counts(request.cooperative.id) if officer else {}
    said = [(PURPOSES[word].label, *counts[word]) for word in counts]
    return page(
        request, "privacy/notice.html", groups=reports.register(reports.retention(request.cooperative.id)), said=said,
        officer=officer, may_erase=duties.may(request.roles, "privacy.erase"), crumbs=[(_("Data pribadi"), None)],
    )  # fmt: skip


@may("own.see")
def notice_pdf(request):
    """The notice on paper, with a line for a member's hand."""
    on = clock.today()
    made = paper.notice(request.cooperative, on, reports.retention(request.cooperative.id))
    return file(made, PDF, f"pemberitahuan-data-{request.cooperative.slug}.pdf")


@may("members.see")
def document(request, word):
    """The impact assessment, the contract with whoever keeps the machine."""
    if word not in paper.DOCUMENTS:
        raise Http404
    return file(paper.document(request.cooperative, word, clock.today()), PDF, f"{word}-{request.cooperative.slug}.pdf")
