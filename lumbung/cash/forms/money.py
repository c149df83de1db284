"""Money in, money out, money moved."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lumbung import clock
from lumbung.cash.forms.parts import LARGEST, HolderField, MemoField, PlaceField, SupplierField
from lumbung.cash.reports import Before
from lumbung.cash.rules import Category
from lumbung.web import fields


class MoneyForm(fields.Form):
    """How much, when, where, about what, with the photo of its slip."""

    amount = fields.MoneyField(label=gettext_lazy("Jumlah"), largest=LARGEST)
    memo = MemoField(required=False)
    on = fields.DateField(label=gettext_lazy("Tanggal"), today=clock.today, initial=clock.today)
    place = PlaceField(label=gettext_lazy("Dari atau ke mana uangnya"))
    photo = fields.PhotoField(label=gettext_lazy("Foto nota"), required=False)
    request_id = fields.RequestIdField()

    def __init__(self, *args, category: Category, cooperative_id: int, **kwargs):
        super().__init__(*args, **kwargs)
        self.category = category
        self.fields["amount"].large = True
        self.fields["place"].offer(cooperative_id, kinds=["bank"] if category.event == "bank.fee" else None)
        self.fields["place"].label = _("Masuk ke mana?") if category.inward else _("Diambil dari mana?")
        self.fields["memo"].help_text = _("Misalnya: %(example)s") % {"example": category.hint}
        self.fields["memo"].required = "unidentified" in category.event

    def repeat(self, before: Before) -> None:
        """Fill in what an earlier entry said; the day stays today."""
        spots = {place.spot: key for key, place in self.fields["place"].known.items()}
        self.initial |= {"amount": before.amount, "memo": before.memo, "holder": before.holder}
        self.initial |= {"supplier": before.holder, "place": spots.get(before.place)}

    def stand(self) -> None:
        """Begin at the first question that is not answered yet; else at the amount, which Enter saves."""
        who = next((name for name in ("holder", "supplier") if name in self.fields), "amount")
        first = "amount" if self.initial.get(who) else who
        self.fields[first].widget.attrs["autofocus"] = True

    def facts(self) -> dict:
        """What the deed is told, beside the amount: everything but the photo."""
        return {name: self.cleaned_data[name] for name in ("amount", "memo", "on", "place", "request_id")}


class OfficerMoneyForm(MoneyForm):
    """The same, with the officer whose money it was."""

    holder = HolderField(label=gettext_lazy("Pengurus yang mana?"))
    field_order = ["holder", "amount"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        category, today = kwargs["category"], clock.today()
        self.fields["holder"].offer(kwargs["cooperative_id"], today, owed=not category.inward)


class SupplierMoneyForm(MoneyForm):
    """The same, with the producer whose goods it was about."""

    supplier = SupplierField(label=gettext_lazy("Penitip yang mana?"), term="titip jual")
    field_order = ["supplier", "amount"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["supplier"].offer(kwargs["cooperative_id"])


FORMS = {"": MoneyForm, "officer": OfficerMoneyForm, "supplier": SupplierMoneyForm}


def money_form(category: Category) -> type[MoneyForm]:
    """The form that asks what this category needs."""
    return FORMS[category.needs]


class MoveForm(fields.Form):
    """From here to there."""

    source = PlaceField(label=gettext_lazy("Dari"))
    target = PlaceField(label=gettext_lazy("Ke"))
    amount = fields.MoneyField(label=gettext_lazy("Jumlah"), largest=LARGEST)
    on = fields.DateField(label=gettext_lazy("Tanggal"), today=clock.today, initial=clock.today)
    memo = MemoField(required=False)
    photo = fields.PhotoField(label=gettext_lazy("Foto bukti setor"), required=False)
    request_id = fields.RequestIdField()

    def __init__(self, *args, cooperative_id: int, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["amount"].large = True
        self.fields["source"].offer(cooperative_id)
        self.fields["target"].offer(cooperative_id, with_amounts=False)
        if len(self.fields["target"].choices) > 1:
            self.fields["target"].initial = self.fields["target"].choices[1][0]

    def facts(self) -> dict:
        return {name: value for name, value in self.cleaned_data.items() if name != "photo"}
