"""What is asked of a farewell, a refund, a return, a merge."""

from django.forms import HiddenInput
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from lumbung import clock
from lumbung.cash.forms.parts import PlaceField
from lumbung.web import fields


class LeaveForm(fields.Form):
    """Leaving, or the news that a member has died; `seen` is what the page said would be given back."""

    died = fields.OneOfField(
        label=_("Yang terjadi"),
        choices=[("", pgettext_lazy("anggota", "Keluar")), ("1", _("Meninggal"))],
        required=False,
        initial="",
    )
    on = fields.DateField(label=_("Sejak tanggal"), today=clock.today, initial=clock.today)
    asked_on = fields.DateField(label=_("Tanggal minta berhenti"), required=False, today=clock.today)
    reason = fields.TextField(label=_("Sebab"), max_length=160, help_text=_("Misalnya: pindah ke kota lain."))
    heir_name = fields.TextField(
        label=_("Nama ahli waris"), required=False, max_length=120,
        help_text=_("Bila meninggal: yang menerima simpanannya."),
    )  # fmt: skip
    heir_relation = fields.TextField(
        label=_("Hubungannya"), required=False, max_length=60, help_text=_("Misalnya: istri, anak pertama.")
    )
    seen = fields.NumberField(label="", widget=HiddenInput)
    request_id = fields.RequestIdField()

    def clean_died(self) -> bool:
        return bool(self.cleaned_data["died"])


class RefundForm(fields.Form):
    """Giving money back."""

    amount = fields.MoneyField(label=_("Jumlah"))
    on = fields.DateField(label=_("Tanggal"), today=clock.today, initial=clock.today)
    place = PlaceField(label=_("Diambil dari mana?"))
    receiver = fields.TextField(label=_("Diterima oleh"), max_length=120)
    request_id = fields.RequestIdField()

    def __init__(self, *args, cooperative_id: int, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["amount"].large = True
        self.fields["place"].offer(cooperative_id)


class OtherForm(fields.Form):
    """Which other row is the same person."""

    other = fields.MemberPicker(label=_("Nomor yang lain"), help_text=_("Cari nama atau nomornya."))


class ReasonForm(fields.Form):
    """Why, for a deed that others will want to understand."""

    reason = fields.TextField(label=_("Alasan"), max_length=160)
    request_id = fields.RequestIdField()
