"""Advances, and what officers paid themselves."""

from django.utils.translation import gettext_lazy

from lumbung import clock
from lumbung.cash.forms.parts import LARGEST, CategoryField, HolderField, MemoField, PlaceField
from lumbung.web import fields


class AdvanceForm(fields.Form):
    """To whom, for what, how much."""

    holder = HolderField(label=gettext_lazy("Diberikan kepada"))
    purpose = fields.TextField(
        label=gettext_lazy("Untuk apa"), max_length=160, help_text=gettext_lazy("Misalnya: konsumsi RAT")
    )
    amount = fields.MoneyField(label=gettext_lazy("Jumlah"), largest=LARGEST, term="panjar")
    on = fields.DateField(label=gettext_lazy("Tanggal"), today=clock.today, initial=clock.today)
    place = PlaceField(label=gettext_lazy("Diambil dari mana?"))
    request_id = fields.RequestIdField()

    def __init__(self, *args, cooperative_id: int, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["amount"].large = True
        self.fields["holder"].offer(cooperative_id, clock.today())
        self.fields["place"].offer(cooperative_id)


class SettleForm(fields.Form):
    """What the slips add up to, and what it was spent on."""

    spent = fields.MoneyField(
        label=gettext_lazy("Jumlah semua nota"), zero=True, largest=LARGEST,
        help_text=gettext_lazy("Tulis 0 bila tidak jadi dipakai. Sisanya kembali, kurangnya ditambah."),
    )  # fmt: skip
    category = CategoryField(inward=False, label=gettext_lazy("Dipakai untuk"))
    on = fields.DateField(label=gettext_lazy("Tanggal"), today=clock.today, initial=clock.today)
    place = PlaceField(label=gettext_lazy("Sisa masuk ke, atau kurangnya diambil dari"))
    photo = fields.PhotoField(label=gettext_lazy("Foto nota"), required=False)
    request_id = fields.RequestIdField()

    def __init__(self, *args, cooperative_id: int, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["spent"].large = True
        self.fields["place"].offer(cooperative_id)


class PaidForUsForm(fields.Form):
    """An officer paid from her own pocket."""

    holder = HolderField(label=gettext_lazy("Siapa yang membayar dulu?"))
    category = CategoryField(inward=False, label=gettext_lazy("Untuk apa"))
    amount = fields.MoneyField(label=gettext_lazy("Jumlah"), largest=LARGEST, term="talangan")
    memo = MemoField()
    on = fields.DateField(label=gettext_lazy("Tanggal"), today=clock.today, initial=clock.today)
    photo = fields.PhotoField(label=gettext_lazy("Foto nota"), required=False)
    request_id = fields.RequestIdField()

    def __init__(self, *args, cooperative_id: int, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["amount"].large = True
        self.fields["holder"].offer(cooperative_id, clock.today())
