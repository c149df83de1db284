"""The questions that several forms share: where, who, for what, and the photo of the slip."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lumbung import money
from lumbung.cash import reports
from lumbung.cash.models import CashPlace
from lumbung.cash.reports.waiting import LENT_BY_OFFICERS
from lumbung.cash.rules import of_direction
from lumbung.ledger.reports import holder_names
from lumbung.web import fields

LARGEST = money.rp(100_000_000_000)


class PlaceField(fields.OneOfField):
    """A place of this cooperative, with what lies in it; becomes a CashPlace."""

    def offer(self, cooperative_id: int, *, with_amounts=True, kinds=None) -> None:
        held = [each for each in reports.held(cooperative_id) if not each.place.closed_on]
        held = [each for each in held if kinds is None or each.place.kind in kinds]
        self.known = {str(each.place.id): each.place for each in held}
        self.choices = [(str(each.place.id), self._words(each, with_amounts)) for each in held]
        self.initial = self.choices[0][0] if self.choices else None

    def _words(self, held, with_amounts: bool) -> str:
        return f"{held.place.name} · {money.show(held.amount)}" if with_amounts else held.place.name

    def clean(self, value) -> CashPlace | None:
        return self.known.get(super().clean(value))


class HolderField(fields.ChoiceField):
    """An officer, or whoever else is still owed money; becomes (id, name)."""

    def offer(self, cooperative_id: int, on, *, owed=False) -> None:
        self.known = dict(reports.hands(cooperative_id, on))
        if owed:
            self.known |= self._owed(cooperative_id)
        self.choices = [("", _("Pilih orangnya")), *self.known.items()]

    def _owed(self, cooperative_id: int) -> dict[int, str]:
        """Whom the cooperative owes, each with the amount."""
        amounts = reports.owed_to_officers(cooperative_id)
        called = holder_names(cooperative_id, LENT_BY_OFFICERS, amounts)
        return {who: f"{called[who]}, {money.show(amount)}" for who, amount in amounts.items()}

    def clean(self, value) -> tuple[int, str] | None:
        chosen = super().clean(value)
        return (int(chosen), self.known[int(chosen)].partition(",")[0]) if chosen else None


class SupplierField(fields.ChoiceField):
    """Whoever brings goods, with what is owed to her; becomes a Supplier."""

    def offer(self, cooperative_id: int) -> None:
        owed = reports.owed_to_suppliers(cooperative_id)
        self.known = {str(each.supplier.id): each.supplier for each in owed}
        listed = [(str(each.supplier.id), f"{each.supplier.name} · {money.show(each.amount)}") for each in owed]
        self.choices = [("", _("Pilih penitip")), *listed]

    def clean(self, value):
        return self.known.get(super().clean(value))


class CategoryField(fields.ChoiceField):
    """What it was for, in plain words, under headings."""

    def __init__(self, *, inward: bool, **kwargs):
        groups: dict[str, list] = {}
        for category in of_direction(inward):
            if category.group and not category.needs and "unidentified" not in category.event:
                groups.setdefault(category.group, []).append((category.event, category.question))
        super().__init__(choices=[("", gettext_lazy("Pilih")), *groups.items()], **kwargs)


class MemoField(fields.TextField):
    """What the book will say about it."""

    def __init__(self, **kwargs):
        kwargs.setdefault("label", gettext_lazy("Keterangan"))
        super().__init__(max_length=200, **kwargs)
