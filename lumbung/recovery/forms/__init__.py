"""What officers and the person herself are asked."""

from django import forms as django_forms
from django.utils.translation import gettext_lazy as _

from lumbung import clock
from lumbung.recovery import rules
from lumbung.security.forms import same_twice
from lumbung.security.models import Role
from lumbung.web import fields

OFFICES = [(role, label) for role, label in Role.choices if role != Role.ANGGOTA]
HOURS = [("2", _("2 jam")), ("8", _("8 jam")), ("24", _("24 jam"))]


class OpenForm(fields.Form):
    """Who stands before the officer, and why."""

    person = fields.ChoiceField(label=_("Akun siapa?"))
    reason = fields.TextField(
        label=_("Apa yang terjadi?"), max_length=160, help_text=_("Misalnya: HP hilang, atau kata sandi lupa.")
    )
    seen = fields.YesField(
        label=_("Orangnya datang sendiri dan saya sudah melihat KTP-nya"), required=True,
        help_text=_("Jangan lewat telepon atau WhatsApp, siapa pun yang meminta."),
    )  # fmt: skip
    request_id = fields.RequestIdField()

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["person"].choices = [("", _("Pilih orangnya")), *people]


class ObjectForm(fields.Form):
    """Why it must stop."""

    note = fields.TextField(
        label=_("Mengapa keberatan?"), max_length=160, help_text=_("Misalnya: saya tidak pernah minta dipulihkan.")
    )


class CodeForm(fields.Form):
    """The code from the office and a passphrase of one's own, typed twice."""

    code = fields.TextField(label=_("Kode dari pengurus"), max_length=12, help_text=_("Delapan huruf dan angka."))
    passphrase = fields.TextField(
        label=_("Kata sandi baru"), max_length=200, strip=False,
        help_text=_("Empat kata yang berlainan, paling sedikit 15 huruf. Jangan beritahu siapa pun."),
    )  # fmt: skip
    again = fields.TextField(label=_("Tulis sekali lagi"), max_length=200, strip=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("passphrase", "again"):
            self.fields[name].widget = django_forms.PasswordInput(attrs={"autocomplete": "new-password"})
        self.fields["code"].widget.attrs |= {"autocomplete": "one-time-code", "autocapitalize": "characters"}

    def clean_code(self) -> str:
        code = rules.normal_code(self.cleaned_data["code"])
        if not code:
            raise django_forms.ValidationError(_("Kode berisi delapan huruf dan angka, misalnya K7QF-3M2H."))
        return code

    def clean(self):
        return same_twice(self, super().clean(), "passphrase", "again")


class AppointForm(fields.Form):
    """Whom, to what, by which decision."""

    login_name = fields.TextField(
        label=_("Nama masuk"), max_length=60,
        help_text=_("Pendek dan mudah diingat, misalnya “siti”. Bila sudah punya akun, tulis nama masuknya."),
    )  # fmt: skip
    full_name = fields.TextField(
        label=_("Nama lengkap"), max_length=120, required=False, help_text=_("Kosongkan bila sudah punya akun.")
    )
    role = fields.OneOfField(label=_("Jabatan"), choices=OFFICES)
    basis = fields.TextField(
        label=_("Dasar pengangkatan"), max_length=160, help_text=_("Misalnya: keputusan rapat anggota 12 Januari 2026.")
    )
    request_id = fields.RequestIdField()


class HelpForm(fields.Form):
    """Who helps, with what, for how long."""

    login_name = fields.TextField(
        label=_("Nama masuk pendamping"), max_length=60, help_text=_("Ia harus sudah punya akun sendiri.")
    )
    hours = fields.OneOfField(label=_("Untuk berapa lama?"), choices=HOURS)
    reason = fields.TextField(
        label=_("Untuk apa?"), max_length=160, help_text=_("Misalnya: memeriksa cadangan dan pembaruan.")
    )
    request_id = fields.RequestIdField()

    def clean_hours(self) -> int:
        return int(self.cleaned_data["hours"])


class SpanForm(fields.Form):
    """From which day until which; empty is without end."""

    sejak = fields.DateField(label=_("Sejak"), today=clock.today, required=False)
    sampai = fields.DateField(label=_("Sampai"), today=clock.today, required=False)
