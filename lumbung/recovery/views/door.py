"""The door for a code from the office: a passphrase of one's own, then the ordinary way in."""

from django.contrib import messages
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters

from lumbung.recovery import actions
from lumbung.recovery.forms import CodeForm
from lumbung.security import actions as security
from lumbung.security.guessing import guessed, guessed_too_often
from lumbung.web.page import go, page
from lumbung.web.words import Refused

DOOR = "code"


@sensitive_post_parameters("code", "passphrase", "again")
def door(request):
    """The code, once; nobody is signed in by it."""
    if request.method == "POST" and guessed_too_often(request, DOOR):
        return page(request, "recovery/door.html", status=429, busy=True)
    form = CodeForm(request.POST or None)
    if form.is_valid():
        try:
            person = actions.activate(code=form.cleaned_data["code"], passphrase=form.cleaned_data["passphrase"])
        except actions.WrongCode as refusal:
            guessed(request, DOOR)
            security.record(cooperative_id=None, person_id=None, deed="code.refused")
            form.add_refusal(refusal, "code")
        except Refused as refusal:
            form.add_refusal(refusal)
        else:
            words = _("Kata sandi baru tersimpan. Masuklah dengan nama masuk “%(name)s”.")
            messages.success(request, words % {"name": person.login_name})
            return go(request, "account_login")
    return page(request, "recovery/door.html", status=422 if form.errors else 200, form=form)
