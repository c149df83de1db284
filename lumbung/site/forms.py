"""What the first person of an installation is asked."""

from django import forms as django_forms
from django.utils.translation import gettext_lazy as _

from lumbung import clock
from lumbung.places import reports as places
from lumbung.security.forms import same_twice
from lumbung.web import fields

VILLAGE = 4  # level of an area
FOUNDERS = [("ketua", _("Ketua")), ("sekretaris", _("Sekretaris")), ("bendahara", _("Bendahara"))]


class BeginForm(fields.Form):
    """The code on the console, the cooperative, and an account of one's own."""

    code = fields.TextField(label=_("Kode di layar komputer ini"), max_length=12)
    name = fields.TextField(label=_("Nama koperasi"), max_length=160)
    village = fields.TextField(
        label=_("Desa atau kelurahan"), max_length=80, help_text=_("Tulis namanya, misalnya Karangbesuki.")
    )
    books_from = fields.DateField(
        label=_("Buku dimulai tanggal"), today=clock.today, help_text=_("Catatan paling lama yang akan dimasukkan.")
    )
    full_name = fields.TextField(label=_("Nama lengkap Anda"), max_length=120)
    role = fields.OneOfField(label=_("Jabatan Anda"), choices=FOUNDERS)
    login_name = fields.TextField(label=_("Nama masuk"), max_length=60, help_text=_("Pendek, misalnya “siti”."))
    passphrase = fields.TextField(
        label=_("Kata sandi baru"), max_length=200, strip=False,
        help_text=_("Empat kata yang berlainan, paling sedikit 15 huruf. Jangan beritahu siapa pun."),
    )  # fmt: skip
    again = fields.TextField(label=_("Tulis sekali lagi"), max_length=200, strip=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("passphrase", "again"):
            self.fields[name].widget = django_forms.PasswordInput(attrs={"autocomplete": "new-password"})
        self.fields["login_name"].widget.attrs |= {"autocomplete": "username", "autocapitalize": "none"}

    def clean_village(self) -> str:
        """The code of the one village that is meant; several are listed for her to choose from."""
        found = [area for area in places.search(self.cleaned_data["village"], limit=60) if area.level == VILLAGE]
        if len(found) == 1:
            return found[0].code
        if not found:
            raise django_forms.ValidationError(_("Desa ini tidak ditemukan. Periksa ejaannya."))
        named = "; ".join(f"{places.full_name(area.code)}: {area.code}" for area in found[:6])
        raise django_forms.ValidationError(
            _("Ada beberapa. Tulis kodenya: %(named)s"), params={"named": named}
        )  # fmt: skip

    def clean(self):
        return same_twice(self, super().clean(), "passphrase", "again")
