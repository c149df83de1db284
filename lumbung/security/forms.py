from allauth.account.forms import LoginForm
from django.utils.translation import gettext_lazy as _


class SignInForm(LoginForm):
    """Name or phone, and a passphrase."""

    error_messages = LoginForm.error_messages | {
        "username_password_mismatch": _("Nama atau kata sandi tidak cocok. Periksa lagi, lalu coba sekali lagi.")
    }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["login"].label = _("Nama masuk atau nomor HP")
        self.fields["login"].widget.attrs |= {"autocomplete": "username", "autofocus": True, "placeholder": ""}
        self.fields["password"].label = _("Kata sandi")
        self.fields["password"].widget.attrs["placeholder"] = ""
        self.fields["password"].help_text = ""
