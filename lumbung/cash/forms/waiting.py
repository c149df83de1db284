"""Naming money of unknown origin, adding a slip, knowing places and producers, choosing a book."""

from django.utils.translation import gettext_lazy

from lumbung import clock
from lumbung.cash.forms.parts import LARGEST, CategoryField, PlaceField
from lumbung.web import fields

HUNDREDTHS = 100  # of a percent


class IdentifyForm(fields.Form):
    """What it was after all, whole or in part."""

    category = fields.ChoiceField(label=gettext_lazy("Ternyata"))
    amount = fields.MoneyField(label=gettext_lazy("Jumlah"), largest=LARGEST)
    on = fields.DateField(label=gettext_lazy("Tanggal diketahui"), today=clock.today, initial=clock.today)
    request_id = fields.RequestIdField()

    def __init__(self, *args, inward: bool, left: int, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["category"] = CategoryField(inward=inward, label=gettext_lazy("Ternyata"))
        self.order_fields(["category", "amount"])
        self.fields["amount"].initial = left


class SlipForm(fields.Form):
    """One more photo."""

    photo = fields.PhotoField(label=gettext_lazy("Foto nota"), camera=False)


KINDS = [
    ("till", gettext_lazy("Laci kasir gerai")),
    ("bank", gettext_lazy("Rekening bank")),
    ("petty", gettext_lazy("Kas kecil")),
]


class PlaceForm(fields.Form):
    """A new place for money."""

    kind = fields.OneOfField(label=gettext_lazy("Jenis"), choices=KINDS, initial="till")
    name = fields.TextField(
        label=gettext_lazy("Nama"), max_length=60, help_text=gettext_lazy("Misalnya: Laci Gerai Sembako")
    )
    bank_name = fields.TextField(label=gettext_lazy("Nama bank"), max_length=40, required=False)
    bank_number = fields.TextField(label=gettext_lazy("Nomor rekening"), max_length=30, required=False)


class SupplierForm(fields.Form):
    """A producer who leaves goods for sale."""

    name = fields.TextField(label=gettext_lazy("Nama penitip"), max_length=120)
    phone = fields.PhoneField(label=gettext_lazy("Telepon"), required=False)
    percent = fields.NumberField(label=gettext_lazy("Komisi koperasi, persen"), min_value=0, max_value=100, initial=20)

    def facts(self) -> dict:
        data = self.cleaned_data
        return {"name": data["name"], "phone": data["phone"], "commission": data["percent"] * HUNDREDTHS}


class BookForm(fields.Form):
    """Which book to open."""

    tempat = PlaceField(label=gettext_lazy("Tempat"), required=False)
    bulan = fields.MonthField(label=gettext_lazy("Bulan"), today=clock.today, required=False)

    def __init__(self, *args, cooperative_id: int, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["tempat"].offer(cooperative_id, with_amounts=False)
