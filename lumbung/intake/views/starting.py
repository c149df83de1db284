"""The first and the last step: a file comes, and is booked or put aside."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lumbung import clock
from lumbung.intake import actions, output, reports
from lumbung.intake.forms import UploadForm
from lumbung.intake.reports import uploads
from lumbung.intake.views.drawing import STEPS, plan_of, upload_or_404
from lumbung.security.access import may
from lumbung.security.rules import may as holds
from lumbung.web.page import go, page
from lumbung.web.words import Refused

A_PAGE = 20


@may("intake.read")
def start(request):
    """What came in before, and a place for the next file."""
    coop, form = request.cooperative.id, UploadForm(request.POST or None, request.FILES or None)
    actions.sweep(cooperative_id=coop, now=clock.now())
    if form.is_valid():
        try:
            upload = actions.keep_upload(
                cooperative_id=coop, kind=form.cleaned_data["kind"], file=form.cleaned_data["file"],
                by=request.person.id, now=clock.now(),
            )  # fmt: skip
        except Refused as refusal:
            form.add_refusal(refusal, "file")
        else:
            return go(request, "intake:understood", slug=request.cooperative.slug, upload_id=upload.id)
    found = Paginator(reports.all_batches(coop), A_PAGE).get_page(request.GET.get("halaman"))
    for batch in found:
        batch.words = output.summary(batch.summary)
    return page(
        request, "intake/start.html", status=422 if form.errors else 200, form=form, batches=found, steps=STEPS, now=0,
        waiting=uploads.waiting(coop, clock.now()), left=reports.clearing_left(coop),
        may_post=holds(request.roles, "intake.post"),
    )  # fmt: skip


@may("intake.post")
def book(request, upload_id):
    """What will be booked, in words; then all of it in one transaction."""
    upload = upload_or_404(request, upload_id)
    refusal = earlier = plan = None
    again = request.POST.get("again") == "1"
    try:
        plan = plan_of(upload)
        if plan.mode == "check":
            return go(request, "intake:rows", slug=request.cooperative.slug, upload_id=upload.id)
        if request.method == "POST" and plan.is_empty:
            refusal = _("Belum ada yang dapat dibukukan. Jawab dulu pertanyaannya, lalu ulangi.")
        elif request.method == "POST":
            return _book(request, upload, again=again)
        earlier = reports.earlier(uploads.wanted_of(upload, clock.today()), plan.reading)
    except Refused as error:
        refusal = error
    return page(
        request, "intake/book.html", status=422 if refusal else 200, upload=upload, plan=plan, refusal=refusal,
        earlier=earlier, steps=STEPS, now=3, words=output.summary(plan.summary) if plan else "",
    )  # fmt: skip


def _book(request, upload, *, again: bool):
    wanted = uploads.wanted_of(upload, clock.today())
    taken = actions.book_upload(upload=upload, wanted=wanted, by=request.person.id, again=again)
    messages.success(request, _booked(taken))
    return go(request, "intake:result", slug=request.cooperative.slug, batch_id=taken.batch.id)


def _booked(taken) -> str:
    if taken.is_new:
        return _("Dibukukan: %(what)s.") % {"what": output.summary(taken.plan.summary)}
    return _("Berkas ini sudah dibukukan. Tidak ada yang dibukukan lagi.")


@require_POST
@may("intake.read")
def discard(request, upload_id):
    """Put a file aside."""
    actions.discard(upload=upload_or_404(request, upload_id))
    messages.success(request, _("Berkas disingkirkan. Tidak ada yang dibukukan."))
    return go(request, "intake:start", slug=request.cooperative.slug)
