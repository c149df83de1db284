"""Printing a card, and coming in with one."""

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters

from lumbung.cooperatives.models import Cooperative
from lumbung.members import reports as register
from lumbung.portal import actions, reports, rules
from lumbung.portal.drawing import square
from lumbung.portal.forms import CodeForm, PassphraseForm
from lumbung.security import factors, passphrases, sittings
from lumbung.security.access import may
from lumbung.security.guessing import guessed, guessed_too_often
from lumbung.security.reports import person_of
from lumbung.web.page import go, page
from lumbung.web.words import Refused

CARD = "card"  # the door at which guesses are counted


@may("cards.print")
def card(request, member_id):
    """Say what a card is; then make one, shown this once, to be printed and handed over."""
    member = register.get(request.cooperative.id, member_id)
    if member is None:
        raise Http404
    shown = {"member": member, **reports.card_standing(member), "days": rules.DAYS}
    if request.method == "POST":
        try:
            printed = actions.print_card(member=member, by=request.person.id)
        except Refused as refusal:
            shown |= {"refusal": refusal}
        else:
            address = request.build_absolute_uri(reverse("card_enter", kwargs={"code": printed.code}))
            shown |= {"card": printed.card, "code": rules.spelled(printed.code), "qr": square(address),
                      "door": request.build_absolute_uri(reverse("card_door"))}  # fmt: skip
    here = {"slug": request.cooperative.slug}
    people, one = (
        reverse("members:list", kwargs=here),
        reverse("members:detail", kwargs={**here, "member_id": member.id}),
    )
    crumbs = [(_("Anggota"), people), (member, one), (_("Kartu masuk"), None)]
    return page(
        request, "portal/card.html", "card", status=422 if shown.get("refusal") else 200, crumbs=crumbs, **shown
    )


def door(request):
    """The code typed by hand, where the phone has no camera."""
    form = CodeForm(request.POST or None)
    if form.is_valid():
        return go(request, "card_enter", code=form.cleaned_data["code"])
    return page(request, "portal/door.html", status=422 if form.errors else 200, form=form)


def _spent(request):
    """No such card; and one more wrong guess from this address."""
    if guessed_too_often(request, CARD):
        return page(request, "portal/spent.html", status=429, busy=True)
    guessed(request, CARD)
    return page(request, "portal/spent.html", status=404)


@sensitive_post_parameters("passphrase", "again")
def enter(request, code):
    """Choose a passphrase and come in; the card is worthless from then on."""
    found = None if guessed_too_often(request, CARD) else reports.card_of_code(rules.normal_code(code))
    if found is None:
        return _spent(request)
    member = reports.member_of_card(found)
    known = person_of(found.cooperative_id, member.id)
    initial = {"login_name": rules.suggested_name(member.full_name, member.number)}
    form = PassphraseForm(request.POST or None, known=known is not None, initial=initial)
    coop = Cooperative.objects.get(id=found.cooperative_id)
    if form.is_valid():
        given = form.cleaned_data
        try:
            person = actions.enter(
                card=found, login_name=given.get("login_name", ""), passphrase=given["passphrase"]
            )  # fmt: skip
        except Refused as refusal:
            form.add_refusal(refusal)
        else:
            if factors.locks_of(person.id):  # a card gives a new passphrase, never a way around the second lock
                return go(request, "account_login")
            sittings.begin(request, person, strong=False)
            return go(request, "today", slug=coop.slug)
    return page(
        request, "portal/enter.html", status=422 if form.errors else 200, form=form, member=member, known=known,
        coop=coop, offered=passphrases.suggestions(),
    )  # fmt: skip
