from allauth.account.forms import LoginForm
from django.utils.translation import gettext_lazy as _

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
