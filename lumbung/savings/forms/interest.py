"""What is asked when interest is credited, its tax paid, its rules decided."""

from django.core.exceptions import ValidationError
from django.forms import HiddenInput
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from lumbung import clock
from lumbung.cooperatives.rules import REGISTER, Unacceptable, typed
from lumbung.savings.actions.deciding import DECIDED, percent
from lumbung.savings.forms.moving import LARGEST, PlacedForm
from lumbung.web import fields

METHODS = {
    "lowest": gettext_lazy("Saldo terendah bulan itu"),
    "average": gettext_lazy("Saldo rata-rata tiap hari"),
    "end": gettext_lazy("Saldo akhir bulan"),
}


class PercentField(fields.TextField):
    """`6`, `6,5` or `6.5` percent, handed on as `set_bylaw` takes it."""

    def clean(self, value):
        text = super().clean(value).replace(",", ".").removesuffix("%").strip()
        try:
            typed("savings_rate_year", text)
        except Unacceptable:
            raise ValidationError(_("Tulis persennya, misalnya 6 atau 6,5.")) from None
        return text


class CreditForm(fields.Form):
    """When the interest that was shown is written into the book."""

    on = fields.DateField(label=gettext_lazy("Tanggal di buku"), today=clock.today)
    seal = fields.TextField(label="", widget=HiddenInput)


class RemitForm(PlacedForm):
    """The tax that goes to the state."""

    amount = fields.MoneyField(label=gettext_lazy("PPh yang disetor"), largest=LARGEST)
    memo = fields.TextField(
        label=gettext_lazy("Nomor bukti setor (NTPN)"), required=False, max_length=40,
        help_text=gettext_lazy("Tertulis di bukti dari bank atau kantor pos."),
    )  # fmt: skip
    field_order = ["amount", "memo", "on", "place", "request_id"]


class RulesForm(fields.Form):
    """What the cooperative decides about savings, from a day on."""

    savings_rate_year = PercentField(label=gettext_lazy("Jasa sukarela setahun, persen"), max_length=6)
    savings_interest_method = fields.ChoiceField(label=gettext_lazy("Dihitung dari"), choices=list(METHODS.items()))
    savings_first_deposit = fields.MoneyField(label=gettext_lazy("Setoran pertama paling sedikit"), zero=True)
    savings_floor = fields.MoneyField(label=gettext_lazy("Saldo yang harus tersisa"), zero=True)
    term_rate_year = PercentField(label=gettext_lazy("Jasa berjangka setahun, persen"), max_length=6)
    term_minimum = fields.MoneyField(label=gettext_lazy("Berjangka paling sedikit"), zero=True)
    term_early_interest = PercentField(
        label=gettext_lazy("Diambil sebelum waktunya: jasa yang tetap dibayar, persen"), max_length=6
    )
    term_early_penalty = PercentField(
        label=gettext_lazy("Diambil sebelum waktunya: denda dari pokok, persen"), max_length=6
    )
    savings_interest_tax_threshold = fields.MoneyField(label=gettext_lazy("Jasa sebulan yang bebas PPh"), zero=True)
    savings_interest_tax_rate = PercentField(label=gettext_lazy("PPh di atas batas itu, persen"), max_length=6)
    valid_from = fields.DateField(
        label=pgettext_lazy("aturan", "Berlaku mulai"), today=clock.today, future=True, initial=clock.today
    )
    basis = fields.TextField(
        label=gettext_lazy("Dasar keputusan"), max_length=200, help_text=gettext_lazy("Misalnya: RAT 12 Maret 2026.")
    )

    def values(self) -> dict[str, str]:
        """As `decide` takes them."""
        data = {key: self.cleaned_data[key] for key in DECIDED if key in self.cleaned_data}
        return {key: str(value // 100) if REGISTER[key].kind == "rupiah" else value for key, value in data.items()}

    @classmethod
    def now(cls, rule) -> dict:
        """The fields as the rules stand."""
        kinds = {key: REGISTER[key].kind for key in cls.base_fields if key in REGISTER}
        return {key: percent(getattr(rule, key)).replace(".", ",") if kind == "percent" else getattr(rule, key)
                for key, kind in kinds.items()}  # fmt: skip
