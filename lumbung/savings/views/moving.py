"""Putting in, taking out, taking back."""

from django.contrib import messages
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from lumbung import clock
from lumbung.approvals.models import Draft
from lumbung.approvals.views import waits
from lumbung.ledger import reports as books
from lumbung.members import reports as register
from lumbung.members.views.showing import get_member
from lumbung.savings import actions
from lumbung.savings.forms import DepositForm, UndoForm, WithdrawForm
from lumbung.savings.models import TermEntry
from lumbung.savings.reports.savers import room
from lumbung.savings.views.showing import crumbs
from lumbung.security.access import may
from lumbung.web.page import go, page
from lumbung.web.words import Refused


@may("savings.receive")
def deposit(request):
    return _move(request, DepositForm, actions.deposit, {"way": "in", "title": _("Setor simpanan sukarela")})


@may("savings.pay", step_up=True)
def withdraw(request):
    return _move(request, WithdrawForm, _withdrawn, {"way": "out", "title": _("Ambil simpanan sukarela")})


def _withdrawn(**facts):
    """The entry, or the draft that waits for the chair."""
    done = actions.withdraw_or_ask(**facts)
    return done if isinstance(done, Draft) else books.entry(facts["member"].cooperative_id, done)


def _move(request, form_of, act, words: dict):
    """The form, then what it wrote, in the same place."""
    form = form_of(request.POST or None, cooperative=request.cooperative, initial=_from_address(request))
    if form.is_valid():
        facts = form.facts()
        member = get_member(request, facts.pop("member"))
        try:
            posted = act(member=member, by=request.person.id, **facts)
        except Refused as refusal:
            form.add_refusal(refusal, "amount")
        else:
            if isinstance(posted, Draft):
                return waits(request, posted)
            return page(
                request, "savings/move.html", "receipt", posted=posted, member=member, facts=facts,
                room=room(member, facts["on"]), crumbs=crumbs(request, (words["title"], None)), **words,
            )  # fmt: skip
    return page(
        request, "savings/move.html", "form", status=422 if form.errors else 200, form=form,
        standing=_standing(request, form["member"].value()), crumbs=crumbs(request, (words["title"], None)), **words,
    )  # fmt: skip


def _from_address(request) -> dict:
    asked = request.GET.get("anggota", "")
    return {"member": int(asked)} if asked.isdecimal() and len(asked) < 20 else {}


def _standing(request, asked):
    """What the chosen member has and may take, for the words under the amount; None before one is chosen."""
    chosen = str(asked or "")
    member = register.get(request.cooperative.id, int(chosen)) if chosen.isdecimal() and len(chosen) < 20 else None
    return member and {"member": member, "room": room(member, clock.today())}


@may("savings.see")
def balance(request):
    """The same words while one chooses."""
    return page(request, "savings/standing.html", standing=_standing(request, request.GET.get("member")))


@may("ledger.reverse")
def undo(request, number):
    """Take an entry of savings back with a reason; the old entry stays in sight."""
    coop = request.cooperative.id
    entry, row = books.entry(coop, number), TermEntry.objects.filter(cooperative_id=coop, number=number).first()
    if entry is None or not (row or entry.kind in actions.MOVES):
        raise Http404
    holder = next(line.holder for line in entry.lines if line.holder and line.account.startswith("211"))
    form = UndoForm(request.POST or None)
    if form.is_valid():
        deed = actions.undo_payment if row else actions.undo
        facts = {"cooperative_id": coop, "number": number, "by": request.person.id, **form.cleaned_data}
        if _done(request, form, entry, lambda: deed(**facts)):
            return go(request, "savings:statement", slug=request.cooperative.slug, member_id=holder)
    lead = _("%(document)s tetap terlihat. Lumbung menulis catatan balik dan saldonya kembali.")
    return page(
        request, "savings/form.html", "form", status=422 if form.errors else 200, form=form, entry=entry,
        title=_("Batalkan %(document)s?") % {"document": entry.document}, icon="undo-2", button=_("Batalkan catatan"),
        danger=True, lead=lead % {"document": entry.document},
        back=reverse("savings:statement", kwargs={"slug": request.cooperative.slug, "member_id": holder}),
        crumbs=crumbs(request, (entry.document, None)),
    )  # fmt: skip


def _done(request, form, entry, act) -> bool:
    try:
        act()
    except Refused as refusal:
        form.add_refusal(refusal)
        return False
    messages.success(request, _("%(document)s dibatalkan.") % {"document": entry.document})
    return True
