"""What is asked when savings come, go, or are taken back."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lumbung import clock, money
from lumbung.ledger import reports as books
from lumbung.ledger.journal import Place
from lumbung.members import reports as register
from lumbung.savings.actions.keeping import SAVINGS
from lumbung.web import fields

LARGEST = money.rp(10_000_000_000)
FROM_SAVINGS = "sukarela"


class PlacedForm(fields.Form):
    """A day, and a place of money."""

    on = fields.DateField(label=gettext_lazy("Tanggal"), today=clock.today, initial=clock.today)
    place = fields.ChoiceField(label=gettext_lazy("Tempat uang"))
    request_id = fields.RequestIdField()

    def __init__(self, *args, cooperative, savings="", **kwargs):
        super().__init__(*args, **kwargs)
        self.places = {where.key: where for where in books.places(cooperative.id)}
        also = [(FROM_SAVINGS, savings)] if savings else []
        self.fields["place"].choices = [(where.key, where.label) for where in self.places.values()] + also
        self.fields["place"].initial = next(iter(self.places))

    def clean_place(self) -> Place | None:
        chosen = self.cleaned_data["place"]
        return self.places[chosen].place if chosen in self.places else None

    def facts(self) -> dict:
        """What an action takes."""
        data = {name: value for name, value in self.cleaned_data.items() if name != "place"}
        return {**data, "cash": self.cleaned_data["place"]}


class MovedForm(PlacedForm):
    """Who, how much, when, where."""

    member = fields.MemberPicker(label=gettext_lazy("Anggota"))
    amount = fields.MoneyField(label=gettext_lazy("Jumlah"), largest=LARGEST)
    field_order = ["member", "amount", "on", "place", "request_id"]

    def __init__(self, *args, cooperative, **kwargs):
        super().__init__(*args, cooperative=cooperative, **kwargs)
        people = register.everyone(cooperative.id, status="here")
        choices = [(member.id, f"{member.number} {member.full_name}") for member in people]
        self.fields["member"].offer(reverse("members:search", kwargs={"slug": cooperative.slug}), choices)
        self.fields["amount"].large = True


class DepositForm(MovedForm):
    """Money that a member puts aside."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["place"].label = _("Masuk ke")


class WithdrawForm(MovedForm):
    """Money that a member takes back."""

    closes = fields.YesField(label=gettext_lazy("Ambil semuanya dan tutup simpanannya"))
    field_order = ["member", "amount", "closes", "on", "place", "request_id"]

    def __init__(self, *args, cooperative, **kwargs):
        super().__init__(*args, cooperative=cooperative, **kwargs)
        saved = books.holder_balances(cooperative.id, SAVINGS)
        saving = [holder for holder, sen in saved.items() if sen]
        known = dict(self.fields["member"].choices)
        for member in register.everyone(cooperative.id).filter(id__in=saving):
            known.setdefault(member.id, f"{member.number} {member.full_name}")
        self.fields["member"].offer(self.fields["member"].widget.url, list(known.items()))
        self.fields["place"].label = _("Diambil dari")


class UndoForm(fields.Form):
    """Why an entry is taken back."""

    reason = fields.TextField(
        label=gettext_lazy("Sebab"), max_length=200, help_text=gettext_lazy("Misalnya: salah orang, salah jumlah.")
    )
    on = fields.DateField(label=gettext_lazy("Tanggal pembatalan"), today=clock.today, initial=clock.today)
    request_id = fields.RequestIdField()
