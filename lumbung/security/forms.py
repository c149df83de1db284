from allauth.account.forms import LoginForm
from django import forms
from django.utils.translation import gettext_lazy as _

from lumbung.web import fields
from lumbung.web.fields import Renderer


class SignInForm(LoginForm):
    """Name or phone, and a passphrase."""

    default_renderer = Renderer()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields.pop("remember", None)
        self._name("login", _("Nama masuk atau nomor HP"), autocomplete="username", autofocus=True)
        self._name("password", _("Kata sandi"), autocomplete="current-password")

    def _name(self, field: str, label, **attributes) -> None:
        self.fields[field].label, self.fields[field].help_text = label, ""
        self.fields[field].error_messages["required"] = _("Bagian ini belum diisi.")
        self.fields[field].widget.attrs |= attributes
        self.fields[field].widget.attrs.pop("placeholder", None)


def secret_field(label, autocomplete: str, **more):
    """A field whose letters are hidden; pasting works, nothing is trimmed."""
    field = fields.TextField(label=label, strip=False, widget=forms.PasswordInput, **more)
    field.widget.attrs["autocomplete"] = autocomplete
    return field


def digits_field(label, autocomplete: str = "off", **more):
    """Six digits, hidden, on the keyboard of a telephone."""
    field = secret_field(label, autocomplete, max_length=6, **more)
    field.widget.attrs["inputmode"] = "numeric"
    return field


class AgainForm(fields.Form):
    """The passphrase or PIN of whoever is signed in, once more."""

    ulang = secret_field(_("Kata sandi atau PIN Anda"), "current-password")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["ulang"].widget.attrs["autofocus"] = True

    @classmethod
    def mistaken(cls, words: str):
        """As it is shown first, or again with what was wrong."""
        form = cls({"ulang": "-"}) if words else cls()
        if words:
            form.add_error("ulang", words)
        return form


class CodeForm(fields.Form):
    """The six digits that the authenticator shows now."""

    code = fields.TextField(label=_("Enam angka di aplikasi"), max_length=10)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["code"].widget.attrs |= {"inputmode": "numeric", "autocomplete": "one-time-code"}


class SecondStepForm(fields.Form):
    """One of: six digits, a spare code, what a passkey signed."""

    code = fields.TextField(label=_("Enam angka, atau satu kode cadangan"), max_length=30)
    credential = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        code = self.fields["code"]
        code.widget.attrs |= {"autocomplete": "one-time-code", "autofocus": True}
        code.required = not self.data.get("credential")
        code.error_messages["required"] = _("Tulis enam angka dari aplikasi di HP Anda, atau satu kode cadangan.")


class PasskeyForm(fields.Form):
    """What the browser made, and what to call it."""

    name = fields.TextField(
        label=_("Nama perangkat ini"), max_length=40, required=False, help_text=_("Misalnya: laptop kantor.")
    )
    credential = forms.CharField(widget=forms.HiddenInput)


class NewPassphraseForm(fields.Form):
    """A new passphrase, twice."""

    new = secret_field(
        _("Kata sandi baru"), "new-password", max_length=1000,
        help_text=_("Paling sedikit 15 huruf. Panjang lebih baik daripada rumit; boleh ditempel."),
    )  # fmt: skip
    repeat = secret_field(_("Tulis sekali lagi"), "new-password", max_length=1000)

    def clean(self):
        return same_twice(self, super().clean(), "new", "repeat")


class PinForm(fields.Form):
    """Six digits, twice."""

    pin = digits_field(_("PIN, enam angka"))
    repeat = digits_field(_("Tulis sekali lagi"))

    def clean(self):
        return same_twice(self, super().clean(), "pin", "repeat")


def same_twice(form, given: dict, name: str, again: str) -> dict:
    """What a form was given, with a complaint at `again` when it is not what was written at `name`."""
    if given.get(name) and given.get(again) and given[name] != given[again]:
        form.add_error(again, _("Tulisan kedua tidak sama dengan yang pertama."))
    return given


class UnlockForm(fields.Form):
    """Who sits down again, and her PIN."""

    who = fields.OneOfField(label=_("Siapa?"))
    pin = digits_field(_("PIN Anda"))

    def __init__(self, *args, locked, **kwargs):
        super().__init__(*args, **kwargs)
        self.locked = {str(sitting.id): sitting for sitting in locked}
        self.fields["who"].choices = [(number, sitting.name) for number, sitting in self.locked.items()]
        if self.locked:
            self.initial["who"] = next(iter(self.locked))

    def chosen(self):
        return self.locked[self.cleaned_data["who"]]
