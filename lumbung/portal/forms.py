"""What the door and the corner ask: a code, a passphrase of one's own, a wish."""

from django import forms as django_forms
from django.utils.translation import gettext_lazy as _

from lumbung.portal import rules
from lumbung.security.forms import same_twice
from lumbung.web import fields


class CodeForm(fields.Form):
    """The short code of the card, for a phone without a camera."""

    code = fields.TextField(label=_("Kode di kartu"), max_length=20, help_text=_("Dua belas huruf dan angka."))

    def clean_code(self) -> str:
        code = rules.normal_code(self.cleaned_data["code"])
        if not code:
            raise django_forms.ValidationError(_("Kode berisi dua belas huruf dan angka, misalnya K7QM-4XTP-9R2A."))
        return code


class PassphraseForm(fields.Form):
    """A passphrase, typed twice; the name to sign in with is asked of somebody new only."""

    login_name = fields.TextField(
        label=_("Nama masuk"), max_length=60, help_text=_("Pendek dan mudah diingat. Dipakai setiap kali masuk.")
    )
    passphrase = fields.TextField(
        label=_("Kata sandi baru"),
        max_length=1000,
        help_text=_("Empat kata yang berlainan, paling sedikit 15 huruf. Jangan beritahu siapa pun."),
    )
    again = fields.TextField(label=_("Tulis sekali lagi"), max_length=1000)

    def __init__(self, *args, known: bool, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("passphrase", "again"):
            self.fields[name].widget = django_forms.PasswordInput(attrs={"autocomplete": "new-password"})
            self.fields[name].strip = False
        self.fields["login_name"].widget.attrs |= {"autocomplete": "username", "autocapitalize": "none"}
        if known:
            del self.fields["login_name"]

    def clean(self):
        return same_twice(self, super().clean(), "passphrase", "again")


class SuggestionForm(fields.Form):
    """A wish, a question, a complaint."""

    text = fields.LongTextField(label=_("Saran atau pertanyaan Anda"), max_length=600)
    request_id = fields.RequestIdField()


class ReplyForm(fields.Form):
    """The board's answer."""

    text = fields.LongTextField(label=_("Tanggapan pengurus"), max_length=600)
    request_id = fields.RequestIdField()


class CorrectionForm(fields.Form):
    """What is wrong, and what is right."""

    words = fields.LongTextField(
        label=_("Apa yang perlu dibetulkan?"), max_length=200, help_text=_("Misalnya: RT saya 04, bukan 03.")
    )
