"""What is asked when money for dues comes in: how much, when, and where it was put."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from lumbung import clock
from lumbung.dues import reports, rules
from lumbung.ledger.journal import Place
from lumbung.members import reports as register
from lumbung.web import fields

LARGEST = 100_000_000_00  # of one payment, sen


def offer_places(field, cooperative_id: int) -> dict[str, reports.Where]:
    """Let a field ask where money is put, the usual place first; the places by their key."""
    places = {where.key: where for where in reports.places(cooperative_id)}
    field.choices = [(where.key, where.label) for where in places.values()]
    field.initial = next(iter(places))
    return places


class PaymentForm(fields.Form):
    """Money from a member who is known already."""

    amount = fields.MoneyField(label=_("Jumlah yang diterima"), largest=LARGEST)
    paid_on = fields.DateField(label=_("Tanggal"), today=clock.today, initial=clock.today)
    place = fields.ChoiceField(label=_("Masuk ke"))
    request_id = fields.RequestIdField()

    def __init__(self, *args, cooperative, **kwargs):
        super().__init__(*args, **kwargs)
        self.places = offer_places(self.fields["place"], cooperative.id)
        self.fields["amount"].large = True
        self.fields["amount"].widget.attrs["autofocus"] = True

    def clean_place(self) -> Place:
        return self.places[self.cleaned_data["place"]].place

    def money(self) -> dict:
        """What an action takes: amount, day, place and the id of this form."""
        data = self.cleaned_data
        return {"amount": data["amount"], "paid_on": data["paid_on"], "cash": data["place"],
                "request_id": data["request_id"]}  # fmt: skip


class ReceiveForm(PaymentForm):
    """The same when the member must be found first."""

    member = fields.MemberPicker(label=_("Dari anggota"))
    field_order = ["member", "amount", "paid_on", "place", "request_id"]

    def __init__(self, *args, cooperative, **kwargs):
        super().__init__(*args, cooperative=cooperative, **kwargs)
        people = register.everyone(cooperative.id, status="here")
        choices = [(member.id, f"{member.number} {member.full_name}") for member in people]
        if not self.initial.get("member"):
            del self.fields["amount"].widget.attrs["autofocus"]  # first who, then how much
            self.fields["member"].widget.attrs["autofocus"] = True
        self.fields["member"].offer(reverse("members:search", kwargs={"slug": cooperative.slug}), choices)


class OpenForm(fields.Form):
    """Where dues are collected, on which day, and where the money goes."""

    name = fields.TextField(
        label=_("Di mana atau acara apa"), max_length=60, help_text=_("Misalnya: RT 03, arisan PKK, rapat anggota.")
    )
    day = fields.DateField(label=_("Tanggal"), today=clock.today, initial=clock.today)
    place = fields.ChoiceField(label=_("Uangnya masuk ke"))
    request_id = fields.RequestIdField()

    def __init__(self, *args, cooperative, **kwargs):
        super().__init__(*args, **kwargs)
        self.places = offer_places(self.fields["place"], cooperative.id)
        self.fields["name"].widget.attrs["autofocus"] = True

    def facts(self) -> dict:
        """What the action takes."""
        data = self.cleaned_data
        return {"name": data["name"], "day": data["day"], "cash": self.places[data["place"]].place,
                "request_id": data["request_id"]}  # fmt: skip


class RowForm(fields.Form):
    """One member's money at a collection."""

    amount = fields.MoneyField(label=_("Jumlah"), largest=LARGEST)
    request_id = fields.RequestIdField()


class CloseForm(fields.Form):
    """How much was counted, and who takes it."""

    counted = fields.MoneyField(label=_("Uang yang dihitung"), zero=True, largest=LARGEST)
    handed_to = fields.TextField(
        label=_("Diserahkan kepada"), max_length=120, help_text=_("Yang menerima uang ini, misalnya bendahara.")
    )
    note = fields.TextField(
        label=_("Sebab bila berbeda"), required=False, max_length=200,
        help_text=_("Hanya bila uang yang dihitung tidak sama dengan daftar."),
    )  # fmt: skip

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["counted"].large = True
        self.fields["counted"].widget.attrs["autofocus"] = True


class UndoForm(fields.Form):
    """Why a payment is taken back."""

    reason = fields.TextField(label=_("Sebab"), max_length=200, help_text=_("Misalnya: salah orang, salah jumlah."))
    on = fields.DateField(label=_("Tanggal pembatalan"), today=clock.today, initial=clock.today)
    request_id = fields.RequestIdField()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reason"].widget.attrs["autofocus"] = True


class BillForm(fields.Form):
    """Which month is billed."""

    month = fields.MonthField(
        label=_("Bulan"), today=clock.today, initial=lambda: rules.first_day(rules.period_of(clock.today()))
    )
