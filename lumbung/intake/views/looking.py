"""Between the file and the deed: what was understood, row by row, and the answers to what nobody could read."""

from django.core.paginator import Paginator
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from lumbung import clock
from lumbung.intake import actions
from lumbung.intake.forms import AnswerForm, HowForm
from lumbung.intake.reports import uploads
from lumbung.intake.rules.answers import key
from lumbung.intake.views.drawing import STEPS, line, plan_of, sheet_facts, upload_or_404
from lumbung.security.access import may
from lumbung.security.rules import may as holds
from lumbung.web.page import go, page
from lumbung.web.words import Refused

A_PAGE = 25
FILTERS = {"tanya": "wait", "masuk": "ok", "lewat": ""}


@may("intake.read")
def understood(request, upload_id):
    """Which sheets, which columns, which year; and a form to say otherwise."""
    upload, plan, refusal = upload_or_404(request, upload_id), None, None
    form = _how(request, upload)
    if request.method == "POST" and form.is_valid():
        chosen = form.choices_made()
        try:
            actions.correct_upload(upload=upload, **chosen)
            plan_of(upload)
            return go(request, "intake:understood", slug=request.cooperative.slug, upload_id=upload.id)
        except Refused as error:
            form.add_refusal(error)
    try:
        plan = plan_of(upload)
        form.tell(plan.reading)
    except Refused as error:
        refusal = error
    return page(
        request, "intake/understood.html", "understood", 422 if form.errors or refusal else 200, upload=upload,
        form=form, plan=plan, refusal=refusal, steps=STEPS, now=1,
        sheets=[(sheet, sheet_facts(sheet)) for sheet in plan.reading.sheets] if plan else [],
    )  # fmt: skip


def _how(request, upload):
    initial = {"kind": upload.kind, **upload.choices}
    if "cutover" in initial:
        initial["cutover"] = uploads.wanted_of(upload, clock.today()).cutover
    kind = upload.kind
    return HowForm(request.POST or None, cooperative=request.cooperative, kind=kind, initial=initial)


@may("intake.read")
def rows(request, upload_id):
    """Every row with its colour, narrowed by a filter."""
    upload = upload_or_404(request, upload_id)
    try:
        plan = plan_of(upload)
    except Refused:
        return go(request, "intake:understood", slug=request.cooperative.slug, upload_id=upload.id)
    chosen = request.GET.get("lihat", "")
    wanted = FILTERS.get(chosen)
    steps = [step for step in plan.steps if wanted is None or step.colour == wanted]
    shown = Paginator(steps, A_PAGE).get_page(request.GET.get("halaman"))
    counts = {name: sum(1 for step in plan.steps if step.colour == tone) for name, tone in FILTERS.items()}
    return page(
        request, "intake/rows.html", "rows", upload=upload, plan=plan, shown=shown, chosen=chosen, counts=counts,
        lines=[line(step, upload.kind) for step in shown], steps=STEPS, now=2, total=len(plan.steps),
        may_post=holds(request.roles, "intake.post"),
    )  # fmt: skip


@may("intake.read")
def answer(request, upload_id, position):
    """The questions of one row."""
    upload = upload_or_404(request, upload_id)
    try:
        plan = plan_of(upload)
    except Refused:
        return go(request, "intake:understood", slug=request.cooperative.slug, upload_id=upload.id)
    step = next((step for step in plan.steps if step.position == position), None)
    if step is None:
        raise Http404
    row = _asked_row(upload, position)
    step.row.problems = row.problems  # what was answered can be answered anew
    form = AnswerForm(
        request.POST or None, step=step, kind=upload.kind, cooperative=request.cooperative,
        answer=uploads.answers_of(upload).get(key(row), {}),
    )  # fmt: skip
    if form.is_valid():
        try:
            actions.answer_row(upload=upload, row=key(row), said=form.said())
        except Refused as refusal:
            form.add_refusal(refusal)
        else:
            return go(request, _back(request, upload))
    return page(
        request, "intake/answer.html", "form", 422 if form.errors else 200, upload=upload, form=form, step=step,
        line=line(step, upload.kind), back=_back(request, upload),
        crumbs=[(_("Impor"), reverse("intake:start", kwargs={"slug": request.cooperative.slug})),
                (upload.file_name, _back(request, upload)), (_("Baris %(row)s") % {"row": row.row}, None)],
    )  # fmt: skip


def _asked_row(upload, position: int):
    """The row as the file has it, before any answer."""
    return uploads.reading_of(upload, uploads.wanted_of(upload, clock.today())).rows[position - 1]


def _back(request, upload) -> str:
    """The list as it was: same filter, same page."""
    address = reverse("intake:rows", kwargs={"slug": request.cooperative.slug, "upload_id": upload.id})
    asked = request.GET.urlencode()
    return f"{address}?{asked}" if asked else f"{address}?lihat=tanya"
