"""Rekonsiliasi bank: a statement comes in, each line finds its entry, both balances agree."""

from datetime import timedelta

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lumbung import clock
from lumbung.cash import actions, bank_paper, reports, statements
from lumbung.cash.forms import StatementForm
from lumbung.cash.models import BankStatement
from lumbung.security.access import may
from lumbung.security.rules import may as holds
from lumbung.vault import arriving
from lumbung.web.page import go, page
from lumbung.web.words import Count, Refused

PARTS = 3  # of a pair: statement, position, entry


@may("cash.see")
def bank(request):
    """Every account, its statements so far, and a place for the next one."""
    form = StatementForm(cooperative_id=request.cooperative.id)
    return _bank(request, form)


def _bank(request, form: StatementForm, status=200):
    coop = request.cooperative.id
    banks = [each for each in reports.held(coop) if each.place.kind == "bank"]
    return page(
        request, "cash/bank.html", "form", status, form=form, banks=banks, kept=reports.statements(coop),
        may_reconcile=holds(request.roles, "cash.reconcile"), may_open=holds(request.roles, "cash.transfer"),
    )  # fmt: skip


@may("cash.reconcile")
@require_POST
def bring_statement(request):
    """Read a file of the bank and keep its lines."""
    form = StatementForm(request.POST, request.FILES, cooperative_id=request.cooperative.id)
    if form.is_valid():
        try:
            kept = _brought(form, request.person.id)
        except Refused as refusal:
            form.add_refusal(refusal, "file")
        else:
            return go(request, "cash:statement", slug=request.cooperative.slug, statement_id=kept.id)
    return _bank(request, form, 422)


def _brought(form: StatementForm, by: int) -> BankStatement:
    file, today = form.cleaned_data["file"], clock.today()
    with arriving.workbook(file) as path:
        told, called = statements.read(path, today), path.name
    through = form.cleaned_data["through"] or _month_end(max((line.on for line in told.lines), default=today), today)
    return actions.keep_statement(place=form.cleaned_data["place"], told=told, file_name=called, by=by, through=through)


def _month_end(day, today):
    end = (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    return min(end, today)


def _found(request, statement_id: int) -> BankStatement:
    kept = reports.statement(request.cooperative.id, statement_id)
    if kept is None:
        raise Http404
    return kept


@may("cash.see")
def statement(request, statement_id):
    """One statement beside the book: what fits, what does not, and the form."""
    return _sheet(request, _found(request, statement_id))


def _sheet(request, kept: BankStatement, refusal="", status=200):
    shown = reports.sheet(kept)
    may_reconcile = holds(request.roles, "cash.reconcile") and shown.agreed is None
    return page(
        request, "cash/statement.html", "sheet", status, kept=kept, sheet=shown, may_reconcile=may_reconcile,
        refusal=str(refusal), done=not shown.unbooked and not shown.proposed and not shown.form.difference,
        crumbs=[(_("Kas"), reverse("cash:overview", kwargs={"slug": request.cooperative.slug})),
                (_("Rekonsiliasi bank"), reverse("cash:bank", kwargs={"slug": request.cooperative.slug})),
                (kept.place.name, None)],
    )  # fmt: skip


def _deed(request, statement_id: int, deed, words):
    """Do one thing to a statement and show it again."""
    kept = _found(request, statement_id)
    try:
        done = deed(kept)
    except Refused as refusal:
        return _sheet(request, kept, refusal, 422)
    messages.success(request, words(done))
    return go(request, "cash:statement", slug=request.cooperative.slug, statement_id=statement_id)


def _number(request, name: str) -> int:
    text = request.POST.get(name, "")
    if not text.isdigit():
        raise Http404
    return int(text)


@may("cash.reconcile")
@require_POST
def confirm(request, statement_id):
    """These pairs are right: one of them, or all that Lumbung has found."""

    def deed(kept):
        pairs = [tuple(int(part) for part in text.split("-")) for text in request.POST.getlist("pair")
                 if text.replace("-", "").isdigit() and text.count("-") == PARTS - 1]  # fmt: skip
        return actions.confirm(statement=kept, pairs=pairs, by=request.person.id)

    return _deed(request, statement_id, deed, lambda n: _("%(n)s pasang dicocokkan.") % {"n": Count(n)})


@may("cash.reconcile")
@require_POST
def release(request, statement_id):
    """This pair was wrong."""
    match_id = _number(request, "match")

    def deed(kept):
        actions.release(statement=kept, match_id=match_id, by=request.person.id)

    return _deed(request, statement_id, deed, lambda _n: _("Pasangan dilepas."))


@may("cash.reconcile")
@require_POST
def book_line(request, statement_id):
    """A line that only the bank knows becomes an entry."""
    way = request.POST.get("way")
    if way not in actions.WAYS:
        raise Http404
    line = {"statement_id": _number(request, "of"), "position": _number(request, "position")}

    def deed(kept):
        if not reports.has_line(kept, line["statement_id"], line["position"]):
            raise Http404
        return actions.book_line(statement=kept, way=way, by=request.person.id, **line)

    return _deed(request, statement_id, deed, lambda _n: _("Baris bank dibukukan."))


@may("cash.reconcile")
@require_POST
def agree(request, statement_id):
    """Bank and book agree."""

    def deed(kept):
        return actions.agree(statement=kept, by=request.person.id)

    return _deed(request, statement_id, deed, lambda _r: _("Rekonsiliasi selesai: bank dan buku cocok."))


@may("cash.see")
def reconciliation_paper(request, statement_id):
    """The form on paper, to be signed."""
    kept = _found(request, statement_id)
    file = bank_paper.form(request.cooperative, reports.sheet(kept))
    response = HttpResponse(file, content_type="application/pdf")
    response.headers["Content-Disposition"] = f'inline; filename="rekonsiliasi-{kept.end.isoformat()}.pdf"'
    return response
