"""An entry's paper: which there is, which was printed, and each copy to look at and to print."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lumbung import clock
from lumbung.cash.reports.voucher import voucher_of
from lumbung.members import wishes
from lumbung.receipts import actions, reports
from lumbung.receipts import paper as sheets
from lumbung.receipts.forms import PaperForm
from lumbung.receipts.models import Printing
from lumbung.receipts.rules import is_mobile
from lumbung.receipts.views.proving import as_file, shown_proof
from lumbung.security import rules as duties
from lumbung.security.access import may
from lumbung.security.reports import names
from lumbung.web.page import page
from lumbung.web.words import Refused

WORDS = {"kuitansi": Printing.Kind.RECEIPT, "bukti-kas": Printing.Kind.SLIP}
CALLED = {kind: word for word, kind in WORDS.items()}


@may("receipts.print")
def show(request, number):
    """How the receipt looks, the papers to choose from, the copies there are, and the way to WhatsApp."""
    return _show(request, number)


def _show(request, number: int, form: PaperForm | None = None):
    voucher, shown = _voucher_and_slip(request, number)
    made, member = reports.printings(request.cooperative.id, number), shown.member
    may_send = member is not None and duties.may(request.roles, "messages.send") and _has_credit(voucher, member)
    sent = reports.messages_about(request.cooperative.id, number)
    called = names([*(one.by for one in made), *(one.by for one in sent)])
    return page(
        request, "receipts/show.html", "form", 422 if form and form.errors else 200, slip=shown, voucher=voucher,
        form=form or _form(voucher), made=[_told(one, called, voucher) for one in made],
        sent=[(one, called.get(one.by, "")) for one in sent], may_send=may_send,
        reachable=may_send and is_mobile(member.phone),
        unwilling=may_send and not wishes.allows(member, wishes.WHATSAPP),
        text=reports.receipt_text(request.cooperative, voucher.entry, member) if may_send else "",
        proof=shown_proof(request.cooperative.id, shown.numbers),
        proof_file=reverse("receipts:proof", kwargs={"slug": request.cooperative.slug, "number": number}),
    )  # fmt: skip


@may("receipts.print")
def proof(request, number):
    """The receipt as a file, with its witnesses: to keep, to send, to check anywhere."""
    _voucher, shown = _voucher_and_slip(request, number)
    return as_file(shown.document, request.cooperative.id, shown.numbers)


def _told(made: Printing, called: dict[int, str], voucher) -> dict:
    """A copy in words: what it is, on which paper, by whom."""
    title = _("Kuitansi") if made.kind == Printing.Kind.RECEIPT else voucher.title
    return {"printing": made, "title": title, "who": called.get(made.by, ""), "word": CALLED[made.kind]}


def _voucher_and_slip(request, number: int):
    voucher = voucher_of(request.cooperative.id, number)
    kind = sheets.kinds_of(voucher)[0] if voucher else ""
    shown = voucher and sheets.slip_of(request.cooperative, number, kind)
    if not shown:
        raise Http404
    return voucher, shown


def _has_credit(voucher, member) -> bool:
    """Whether the member brought money with this entry: thanks are for that alone."""
    mine = [each["line"] for each in voucher.lines if each["line"].holder == member.id]
    return voucher.way == "in" and any(line.credit for line in mine) and not voucher.entry.reversed_by


def _form(voucher, *args) -> PaperForm:
    return PaperForm(*args, title=voucher.title, kinds=sheets.kinds_of(voucher))


@may("receipts.print")
@require_POST
def make(request, number):
    """One more copy: it is counted, then shown as a page to print or as a PDF."""
    voucher, _slip = _voucher_and_slip(request, number)
    form = _form(voucher, request.POST)
    if form.is_valid():
        facts = {"cooperative_id": request.cooperative.id, "number": number, "by": request.person.id, "at": clock.now()}
        try:
            made = actions.print_copy(**facts, **form.facts())
        except Refused as refusal:
            form.add_refusal(refusal)
        else:
            to = "receipts:paper_pdf" if request.POST.get("pdf") else "receipts:paper"
            facts = {"number": made.number, "word": CALLED[made.kind], "copy": made.copy}
            return redirect(to, slug=request.cooperative.slug, **facts)
    return _show(request, number, form)


def _copy(request, number: int, word: str, copy: int):
    """A copy that was made, with what it says."""
    kind = WORDS.get(word, "")
    made = reports.printing(request.cooperative.id, number, kind, copy)
    home = request.build_absolute_uri("/").rstrip("/")
    shown = made and sheets.slip_of(request.cooperative, number, kind, home)
    if not shown:
        raise Http404
    return made, shown


@may("receipts.print")
def paper(request, number, word, copy):
    """A copy as a page of its own, in the size of its paper."""
    made, shown = _copy(request, number, word, copy)
    return page(
        request, "receipts/paper.html", slip=shown, made=made, copy_words=sheets.copy_words(made),
        notes=sheets.notes(shown, made), codes=sheets.drawings(request.cooperative, shown, made),
        codes_words=sheets.codes_words(), size={"58": "roll58", "80": "roll80"}.get(made.sheet, "half"),
        boxes=sheets.signers(shown),
    )  # fmt: skip


@may("receipts.print")
def paper_pdf(request, number, word, copy):
    """The same copy as a PDF."""
    made, shown = _copy(request, number, word, copy)
    file = sheets.render(request.cooperative, shown, made)
    name = f"{shown.document}-{word}-{copy}.pdf"
    return HttpResponse(
        file, content_type="application/pdf", headers={"Content-Disposition": f'inline; filename="{name}"'}
    )
