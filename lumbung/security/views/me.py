"""Akun saya: one's own passphrase, PIN, locks and devices."""

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpResponseRedirect
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters

from lumbung import clock
from lumbung.security import actions, factors, passphrases, proving, reports, sittings, stepup
from lumbung.security.forms import AgainForm, NewPassphraseForm, PinForm
from lumbung.security.views.shell import back_of, crumbs, fresh_page, own_page
from lumbung.web.page import go, page
from lumbung.web.words import Refused

FILES = (".pdf", ".xlsx", "/pdf/", "/excel/")


@own_page
def me(request):
    """Everything that keeps one's account safe, and what is still missing."""
    person = request.person
    return page(
        request, "security/me.html", locks=factors.locks_of(person.id), spares=factors.spares_left(person.id),
        has_pin=reports.has_pin(person.id), sittings=reports.sittings_of(person.id),
        officer=reports.holds_office(person.id, clock.today()),
    )  # fmt: skip


@sensitive_post_parameters("ulang")
@own_page
def again(request):
    """The passphrase once more, before a page or a file that needs it."""
    back, words = back_of(request), ""
    if request.method == "POST":
        words = proving.wrong_words(request, request.POST.get(stepup.FIELD, ""))
        if not words:
            sittings.stepped(request.sitting)
            return _onwards(request, back)
    return page(
        request, "security/again.html", "again", 422 if words else 200, form=AgainForm.mistaken(words), back=back,
        path=request.get_full_path(),
    )  # fmt: skip


def _onwards(request, back: str):
    """To the page; a file comes by itself while a page says so."""
    if not back.partition("?")[0].endswith(FILES):
        return HttpResponseRedirect(back)
    answer = page(request, "security/file_comes.html", file=back)
    answer["Refresh"] = f"0; url={back}"
    return answer


@sensitive_post_parameters("new", "repeat", "ulang")
@fresh_page
def passphrase(request):
    """A new passphrase; four words are offered first. Whoever sits elsewhere under this name is out."""
    form = NewPassphraseForm(request.POST if "new" in request.POST else None)
    if form.is_valid():
        try:
            actions.prepare_passphrase(request.person, form.cleaned_data["new"])
        except Refused as refusal:
            form.add_refusal(refusal, "new")
        else:
            actions.keep_passphrase(request.person, but=request.sitting)
            update_session_auth_hash(request, request.person)
            messages.success(request, _("Kata sandi diganti. Perangkat lain yang masih masuk sudah dikeluarkan."))
            return go(request, "me")
    return page(
        request, "security/passphrase.html", "form", 422 if form.errors else 200, form=form,
        offered=passphrases.suggestions(), crumbs=crumbs((_("Kata sandi"), None)),
    )  # fmt: skip


@sensitive_post_parameters("pin", "repeat", "ulang")
@fresh_page
def pin(request):
    """Six digits that open one's own locked screen."""
    form = PinForm(request.POST if "pin" in request.POST else None)
    if form.is_valid():
        try:
            actions.set_pin(person_id=request.person.id, pin=form.cleaned_data["pin"])
        except Refused as refusal:
            form.add_refusal(refusal, "pin")
        else:
            messages.success(request, _("PIN terpasang. Tekan Kunci setiap kali meninggalkan layar."))
            return go(request, "me")
    return page(
        request, "security/pin.html", "form", 422 if form.errors else 200, form=form,
        has_pin=reports.has_pin(request.person.id), crumbs=crumbs((_("PIN"), None)),
    )  # fmt: skip
