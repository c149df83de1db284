"""Hitung kas: count, look at the difference, keep it; hand a till on; the paper of it."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lumbung import clock
from lumbung.cash import actions, count_paper, reports
from lumbung.cash.forms import AnswerForm, CountForm, HandOverForm
from lumbung.cash.models import CashPlace
from lumbung.cash.rules import counting
from lumbung.security.access import may
from lumbung.security.reports import names
from lumbung.security.rules import may as holds
from lumbung.web.page import go, page
from lumbung.web.words import Refused


@may("cash.see")
def counts(request):
    """Every till with its last count, what waits for an answer, and the counts before."""
    coop, today = request.cooperative.id, clock.today()
    kept = reports.counts(coop)
    called = names(row.by for row in kept)
    return page(
        request, "cash/counts.html", tills=[(each, each.words(today)) for each in reports.countable(coop)],
        kept=[(row, called.get(row.by, "")) for row in kept], offers=reports.waiting_offers(coop),
        may_count=holds(request.roles, "cash.count"), may_hand_over=holds(request.roles, "cash.hand_over"),
    )  # fmt: skip


@may("cash.count")
def count(request, place_id):
    """Count a till and compare it with the book."""
    place = _till(request, place_id)
    return _counting(request, place, CountForm(request.POST or None), actions.count_cash)


@may("cash.hand_over")
def hand_over(request, place_id):
    """Count a till and give it into other hands."""
    place, me = _till(request, place_id), request.person.id
    form = HandOverForm(request.POST or None, cooperative_id=request.cooperative.id, giver=me)
    return _counting(request, place, form, _offer)


def _offer(**facts):
    return actions.offer_till(**facts)


def _till(request, place_id: int) -> CashPlace:
    place = reports.place(request.cooperative.id, place_id)
    if place is None or place.kind == CashPlace.Kind.BANK or place.closed_on:
        raise Http404
    return place


def _counting(request, place: CashPlace, form: CountForm, deed):
    """First what was counted, then (with what the book said, `seen`) what to do about it."""
    if not form.is_valid():
        return _asked(request, place, form, "form", 422 if form.errors else 200)
    if "seen" not in request.POST:
        return _asked(request, place, form, "confirm")
    try:
        kept = _kept(request, place, form, deed)
    except Refused as refusal:
        form.add_refusal(refusal)
        return _asked(request, place, form, "confirm", 422)
    messages.success(request, counting.difference_words(kept.difference, place.name))
    return go(request, "cash:counted", slug=request.cooperative.slug, count_id=kept.id)


def _kept(request, place: CashPlace, form: CountForm, deed):
    data = form.cleaned_data
    seen, taker = request.POST["seen"], data.get("taker")
    book_it = data["book_it"] == "ya" and holds(request.roles, "cash.receive")
    return deed(
        place=place, pieces=form.pieces(), seen=int(seen) if seen.lstrip("-").isdigit() else 0, on=clock.today(),
        by=request.person.id, request_id=data["request_id"], witness=data["witness"], reason=data["reason"],
        book_it=book_it, **({"taker": int(taker)} if taker else {}),
    )  # fmt: skip


def _asked(request, place: CashPlace, form: CountForm, part: str, status=200):
    book = reports.balance(place)
    counted = counting.worth(form.pieces()) if hasattr(form, "cleaned_data") and form.is_valid() else 0
    return page(
        request, "cash/count.html", part, status, form=form, place=place, book=book, counted=counted, step=part,
        difference=counted - book, told=counting.difference_words(counted - book, place.name),
        rows=form.rows(), may_book=holds(request.roles, "cash.receive"), handing="taker" in form.fields,
    )  # fmt: skip


@may("cash.see")
def counted(request, count_id):
    """One count as it was made; whoever is to take the till answers here."""
    return _record(request, _found(request, count_id), AnswerForm())


def _found(request, count_id: int):
    kept = reports.count(request.cooperative.id, count_id)
    if kept is None:
        raise Http404
    return kept


def _record(request, kept, form: AnswerForm, status=200):
    offer = reports.offer(request.cooperative.id, kept.id)
    asked = bool(offer) and offer.answer is None and offer.handover.taker == request.person.id
    return page(
        request, "cash/counted.html", "record", status, kept=kept, offer=offer, form=form, asked=asked,
        told=counting.difference_words(kept.difference, kept.place.name), maker=names([kept.by]).get(kept.by, ""),
        lines=count_paper.lines(kept),
    )  # fmt: skip


@may("cash.hand_over")
@require_POST
def answer_offer(request, count_id):
    """The one who takes the till says that she has it."""
    kept, form = _found(request, count_id), AnswerForm(request.POST)
    if form.is_valid():
        accepted = form.cleaned_data["accepted"] == "ya"
        try:
            actions.answer_offer(
                cooperative_id=request.cooperative.id, count_id=count_id, by=request.person.id, accepted=accepted,
                reason=form.cleaned_data["reason"],
            )  # fmt: skip
        except Refused as refusal:
            form.add_refusal(refusal)
        else:
            words = _("%(place)s sekarang di tangan Anda.") if accepted else _("Dicatat: %(place)s tidak Anda terima.")
            messages.success(request, words % {"place": kept.place.name})
            return go(request, "cash:counted", slug=request.cooperative.slug, count_id=count_id)
    return _record(request, kept, form, 422)


@may("cash.see")
def count_paper_pdf(request, count_id):
    """Berita Acara Pemeriksaan Kas, to be signed."""
    kept = _found(request, count_id)
    file = count_paper.count(request.cooperative, kept, reports.offer(request.cooperative.id, count_id))
    response = HttpResponse(file, content_type="application/pdf")
    response.headers["Content-Disposition"] = f'inline; filename="{kept.document}.pdf"'
    return response
