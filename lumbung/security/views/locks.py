"""Pasang kunci kedua: an authenticator, a passkey, spare codes on paper."""

from urllib.parse import quote

import segno
from django.conf import settings
from django.contrib import messages
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lumbung import clock
from lumbung.security import codes, factors, passkeys, stepup
from lumbung.security.forms import CodeForm, PasskeyForm
from lumbung.security.views.shell import back_of, crumbs, fresh_page, own_page
from lumbung.web.page import go, page
from lumbung.web.words import Refused

NEW_APP = "new_app"  # the key in the browser's session, until the first six digits were typed


@own_page
def second_lock(request):
    """What a second lock is, which one has, and which to put on next."""
    return page(
        request, "security/second_lock.html", locks=factors.locks_of(request.person.id), back=back_of(request),
        spares=factors.spares_left(request.person.id), strong=stepup.strong(request), demo_waives=settings.DEMO,
        crumbs=crumbs((_("Kunci kedua"), None)),
    )  # fmt: skip


@fresh_page
def add_app(request):
    """Scan, type six digits, done."""
    secret = request.session.setdefault(NEW_APP, codes.new_secret())
    form = CodeForm(request.POST if "code" in request.POST else None)
    if form.is_valid():
        try:
            factors.add_app(
                person=request.person, secret=secret, typed=form.cleaned_data["code"], sitting=request.sitting
            )
        except Refused as refusal:
            form.add_refusal(refusal, "code")
        else:
            del request.session[NEW_APP]
            return _put_on(request)
    name = {"issuer": "Lumbung", "secret": secret}
    qr = segno.make(f"otpauth://totp/Lumbung:{quote(request.person.login_name)}?{urlencode(name)}", error="m")
    drawn = mark_safe(qr.svg_inline(scale=5, border=3, light="#fff"))  # noqa: S308 - black and white squares, drawn here
    return page(
        request, "security/add_app.html", "form", 422 if form.errors else 200, form=form, secret=codes.spelled(secret),
        qr=drawn, crumbs=_crumbs(_("Aplikasi autentikator")),
    )  # fmt: skip


def _crumbs(here: str) -> list:
    return crumbs((_("Kunci kedua"), reverse("second_lock")), (here, None))


def _put_on(request):
    """The first lock comes with its spare codes."""
    messages.success(request, _("Kunci kedua terpasang."))
    return go(request, "second_lock" if factors.spares_left(request.person.id) else "spare_codes")


@fresh_page
def add_passkey(request):
    """The fingerprint or screen lock of this very device, or a security key."""
    form = PasskeyForm(request.POST if "credential" in request.POST else None)
    if form.is_valid():
        try:
            credential = passkeys.made(request, form.cleaned_data["credential"])
        except Refused as refusal:
            form.add_refusal(refusal)
        else:
            name = form.cleaned_data["name"] or _("Passkey %(day)s") % {"day": f"{clock.today():%d-%m-%Y}"}
            factors.add_passkey(person=request.person, name=name, credential=credential, sitting=request.sitting)
            return _put_on(request)
    return page(
        request, "security/add_passkey.html", "form", 422 if form.errors else 200, form=form,
        options=passkeys.offer(request, request.person), crumbs=_crumbs(_("Passkey")),
    )  # fmt: skip


@require_POST
@fresh_page
def remove_lock(request, number):
    """Take one off."""
    factors.remove(person=request.person, number=number, sitting=request.sitting)
    messages.success(request, _("Kunci itu dilepas dan tidak dapat dipakai masuk lagi."))
    return go(request, "second_lock")


@fresh_page
def spare_codes(request):
    """Make spare codes and show them this once, to be printed or written down."""
    made = request.method == "POST" and bool(factors.locks_of(request.person.id))
    return page(
        request, "security/spare_codes.html", codes=factors.make_spares(request.person) if made else [],
        left=factors.spares_left(request.person.id), locks=factors.locks_of(request.person.id), today=clock.today(),
        crumbs=_crumbs(_("Kode cadangan")),
    )  # fmt: skip
