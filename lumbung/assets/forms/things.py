"""What is asked when a thing is written into the book, looked at, worn off, and taken out."""

from django.forms import HiddenInput
from django.utils.translation import gettext_lazy

from lumbung import clock, money
from lumbung.assets.actions import Thing
from lumbung.ledger import reports as books
from lumbung.ledger.journal import Place
from lumbung.web import fields

LARGEST = money.rp(100_000_000_000)
KINDS = {
    "office": gettext_lazy("Inventaris kantor"),
    "outlet": gettext_lazy("Peralatan gerai"),
    "vehicle": gettext_lazy("Kendaraan"),
    "building": gettext_lazy("Bangunan"),
}
SOURCES = {
    "bought": gettext_lazy("Dibeli"),
    "granted": gettext_lazy("Hibah, menjadi milik koperasi"),
    "lent": gettext_lazy("Pinjam pakai"),
}
CONDITIONS = {
    "good": gettext_lazy("Baik"),
    "worn": gettext_lazy("Rusak ringan"),
    "broken": gettext_lazy("Rusak berat"),
    "lost": gettext_lazy("Hilang"),
}
LEAVINGS = {
    "sold": gettext_lazy("Dijual"),
    "given": gettext_lazy("Diberikan"),
    "scrapped": gettext_lazy("Rusak, dihapus"),
    "lost": gettext_lazy("Hilang"),
    "returned": gettext_lazy("Dikembalikan ke pemiliknya"),
}


class Placed(fields.Form):
    """A form that may pay from, or put money in, one of the places."""

    def offer_places(self, cooperative) -> None:
        self.places = {where.key: where for where in books.places(cooperative.id)}
        self.fields["place"].choices = [(where.key, where.label) for where in self.places.values()]
        self.fields["place"].initial = next(iter(self.places))

    def clean_place(self) -> Place:
        return self.places[self.cleaned_data["place"]].place


class RegisterForm(Placed):
    """A thing for the book. From an entry that has it already, the day and the money are known."""

    source = fields.OneOfField(label=gettext_lazy("Asalnya"), choices=list(SOURCES.items()), initial="bought")
    name = fields.TextField(label=gettext_lazy("Nama barang"), max_length=120)
    kind = fields.ChoiceField(label=gettext_lazy("Jenis"), choices=list(KINDS.items()))
    quantity = fields.NumberField(label=gettext_lazy("Jumlah"), min_value=1, max_value=10_000, initial=1)
    cost = fields.MoneyField(
        label=gettext_lazy("Harga seluruhnya"), largest=LARGEST,
        help_text=gettext_lazy("Untuk hibah dan pinjam pakai: harga pasarnya sekarang."),
    )  # fmt: skip
    on = fields.DateField(label=gettext_lazy("Tanggal perolehan"), today=clock.today, initial=clock.today)
    place = fields.ChoiceField(label=gettext_lazy("Bila dibeli, dibayar dari"))
    party = fields.TextField(label=gettext_lazy("Penjual, pemberi, atau pemilik"), max_length=120, required=False)
    serial_no = fields.TextField(label=gettext_lazy("Nomor seri"), max_length=60, required=False)
    location = fields.TextField(label=gettext_lazy("Letaknya"), max_length=80, required=False)
    keeper = fields.TextField(label=gettext_lazy("Pemegang"), max_length=80, required=False)
    condition = fields.ChoiceField(label=gettext_lazy("Kondisi"), choices=list(CONDITIONS.items()))
    life = fields.NumberField(
        label=gettext_lazy("Umur, bulan"), required=False, min_value=1, max_value=1_200,
        help_text=gettext_lazy("Kosongkan untuk umur menurut aturan koperasi. Barang pinjam pakai tidak disusutkan."),
    )  # fmt: skip
    residual = fields.MoneyField(label=gettext_lazy("Nilai sisa di akhir umur"), zero=True, required=False)
    before = fields.MoneyField(
        label=gettext_lazy("Sudah disusutkan sebelum buku ini"), zero=True, required=False,
        help_text=gettext_lazy("Hanya untuk barang dari saldo awal; umurnya lalu umur yang tersisa."),
    )  # fmt: skip
    note = fields.TextField(label=gettext_lazy("Keterangan"), max_length=200, required=False)
    request_id = fields.RequestIdField()

    def __init__(self, *args, cooperative, of_entry: bool = False, opening: bool = False, **kwargs):
        super().__init__(*args, **kwargs)
        self.offer_places(cooperative)
        for name in ("on", "place") if of_entry else ():
            del self.fields[name]
        if not opening:
            del self.fields["before"]

    def thing(self) -> Thing:
        data = {key: value for key, value in self.cleaned_data.items() if key in Thing._fields}
        return Thing(**{**data, "residual": data.get("residual") or 0, "before": data.get("before") or 0})

    def facts(self) -> dict:
        """The rest of what `register` takes."""
        data = self.cleaned_data
        given = {"on": data.get("on") or clock.today(), "request_id": data["request_id"], "thing": self.thing()}
        return {**given, **({"cash": data["place"]} if "place" in data else {})}


class LookForm(fields.Form):
    """Where a thing is and how it is."""

    on = fields.DateField(label=gettext_lazy("Tanggal diperiksa"), today=clock.today, initial=clock.today)
    condition = fields.OneOfField(label=gettext_lazy("Kondisi"), choices=list(CONDITIONS.items()))
    location = fields.TextField(label=gettext_lazy("Letaknya"), max_length=80, required=False)
    keeper = fields.TextField(label=gettext_lazy("Pemegang"), max_length=80, required=False)
    note = fields.TextField(label=gettext_lazy("Catatan"), max_length=200, required=False)


class PhotoForm(fields.Form):
    """A photo of a thing."""

    photo = fields.PhotoField(label=gettext_lazy("Foto barang"))


class WearForm(fields.Form):
    """When the depreciation that was shown is written into the book."""

    on = fields.DateField(label=gettext_lazy("Tanggal di buku"), today=clock.today)
    seal = fields.TextField(label="", widget=HiddenInput)


class DepartForm(Placed):
    """How a thing leaves the book."""

    kind = fields.OneOfField(label=gettext_lazy("Bagaimana keluarnya"), choices=())
    on = fields.DateField(label=gettext_lazy("Tanggal"), today=clock.today, initial=clock.today)
    price = fields.MoneyField(
        label=gettext_lazy("Harga jual"), zero=True, required=False, largest=LARGEST,
        help_text=gettext_lazy("Hanya bila dijual."),
    )  # fmt: skip
    place = fields.ChoiceField(label=gettext_lazy("Uangnya masuk ke"))
    reason = fields.TextField(
        label=gettext_lazy("Sebab"), max_length=200,
        help_text=gettext_lazy("Misalnya: rusak berat, keputusan rapat 3 Maret."),
    )  # fmt: skip
    request_id = fields.RequestIdField()

    def __init__(self, *args, cooperative, lent: bool, **kwargs):
        super().__init__(*args, **kwargs)
        self.offer_places(cooperative)
        self.fields["kind"].choices = [(key, label) for key, label in LEAVINGS.items() if (key == "returned") == lent]
        self.fields["kind"].initial = self.fields["kind"].choices[0][0]
        for name in ("price", "place") if lent else ():
            del self.fields[name]

    def facts(self) -> dict:
        data = dict(self.cleaned_data)
        place = data.pop("place", None)
        return {**data, "price": data.get("price") or 0, **({"cash": place} if place else {})}


class UndoForm(fields.Form):
    """Why a leaving is taken back."""

    reason = fields.TextField(label=gettext_lazy("Sebab"), max_length=200)
    on = fields.DateField(label=gettext_lazy("Tanggal pembatalan"), today=clock.today, initial=clock.today)
    request_id = fields.RequestIdField()
