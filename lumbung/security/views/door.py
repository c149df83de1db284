"""The doors after the first: the second lock at sign-in, and the screen that is locked."""

from allauth.account.internal.decorators import login_stage_required
from allauth.account.internal.flows.login import record_authentication
from allauth.account.views import LoginView
from allauth.mfa.stages import AuthenticateStage
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpResponseRedirect
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters

from lumbung.security import factors, passkeys, proving, reports, sittings, slowing
from lumbung.security.forms import SecondStepForm, UnlockForm
from lumbung.security.views.shell import back_of
from lumbung.web.page import go, page
from lumbung.web.words import Refused


class Door(LoginView):
    """Masuk; whoever locked this screen is offered her PIN first."""

    template_name = "security/sign_in.html"

    def get_context_data(self, **kwargs):
        locked = reports.locked_here(sittings.device_here(self.request))
        return super().get_context_data(**kwargs) | {"locked": locked, "back": back_of(self.request)}


@sensitive_post_parameters("code", "credential")
@login_stage_required(stage=AuthenticateStage.key, redirect_urlname="account_login")
def second_step(request):
    """Six digits, a passkey, or a spare code from paper. The passphrase alone has opened nothing yet."""
    stage = request._login_stage
    person = stage.login.user
    form = SecondStepForm(request.POST or None)
    if form.is_valid():
        try:
            how = _shown(request, person, **form.cleaned_data)
        except Refused as refusal:
            form.add_refusal(refusal)
        else:
            record_authentication(request, person, "mfa", type=how)
            return stage.exit()
    return page(
        request, "security/second_step.html", status=422 if form.errors else 200, form=form,
        options=passkeys.challenge(request, person),
        has_app=any(lock.type == factors.APP for lock in factors.locks_of(person.id)),
    )  # fmt: skip


def _shown(request, person, *, code: str, credential: str) -> str:
    """Which lock was opened. Wrong ones wait as wrong passphrases do.

    Raises  Refused: none, or too many were tried
    """
    key = slowing.key_of(request, "", person.id)
    slowing.refuse_while_slowed(key)
    try:
        how = _opened(request, person, code, credential)
    except Refused:
        slowing.wrong(key)
        raise
    slowing.right(key)
    return how


def _opened(request, person, code: str, credential: str) -> str:
    if credential:
        return passkeys.shown(request, person, credential).type
    if factors.app_opens(person, code):
        return factors.APP
    if factors.spare_opens(person, code):
        return "spare"
    raise Refused(_("Kode tidak cocok. Angka di aplikasi berganti tiap 30 detik dan hanya berlaku sekali."))


@sensitive_post_parameters("pin")
def lock_screen(request):
    """POST without a PIN locks; otherwise names of this device, and the PIN that opens one's own again."""
    if request.method == "POST" and request.sitting and "pin" not in request.POST:
        return _locked(request)
    device = sittings.device_here(request)
    locked = reports.locked_here(device)
    form = UnlockForm(request.POST if "pin" in request.POST else None, locked=locked)
    if form.is_valid():
        try:
            proving.unlock(request, form.chosen(), form.cleaned_data["pin"])
        except Refused as refusal:
            form.add_refusal(refusal)
        else:
            return HttpResponseRedirect(back_of(request))
    return page(
        request, "security/lock_screen.html", status=422 if form.errors else 200, form=form, locked=locked,
        back=back_of(request),
    )  # fmt: skip


def _locked(request):
    """Her sitting waits for her PIN; without one it is over, and the passphrase opens a new one."""
    sitting, back = request.sitting, back_of(request)
    has_pin = reports.has_pin(sitting.person_id)
    sittings.lock(sitting) if has_pin else sittings.end([sitting.id], "out")
    logout(request)
    if has_pin:
        return HttpResponseRedirect(f"/kunci/?{urlencode({'next': back})}")
    messages.info(request, _("Layar tertutup. Pasang PIN di Akun saya supaya lain kali cukup enam angka."))
    return go(request, "account_login")
