"""What is asked when a term deposit begins and ends."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lumbung.cooperatives.rules import typed
from lumbung.savings.forms.interest import PercentField
from lumbung.savings.forms.moving import FROM_SAVINGS, MovedForm, PlacedForm
from lumbung.web import fields

INTEREST_TO = {
    "end": gettext_lazy("Dibayar saat jatuh tempo atau diminta"),
    "savings": gettext_lazy("Masuk simpanan sukarela tiap bulan"),
}


class PlaceForm(MovedForm):
    """A term deposit begins."""

    months = fields.NumberField(label=gettext_lazy("Jangka waktu, bulan"), min_value=1, max_value=12, initial=6)
    rate = PercentField(label=gettext_lazy("Jasa setahun, persen"), max_length=6)
    interest_to = fields.OneOfField(label=gettext_lazy("Jasanya"), initial="end", choices=list(INTEREST_TO.items()))
    rollover = fields.YesField(label=gettext_lazy("Diperpanjang sendiri bila tidak diambil"))
    field_order = ["member", "amount", "months", "rate", "interest_to", "rollover", "on", "place", "request_id"]

    def __init__(self, *args, cooperative, **kwargs):
        super().__init__(*args, cooperative=cooperative, **kwargs)
        where = self.fields["place"]
        where.label = _("Uangnya")
        where.choices = [*where.choices, (FROM_SAVINGS, _("Dari simpanan sukarelanya"))]

    def facts(self) -> dict:
        return {**super().facts(), "rate": typed("term_rate_year", self.cleaned_data["rate"])}


class EndForm(PlacedForm):
    """A term deposit is given back."""

    early = fields.YesField(label=gettext_lazy("Diambil sebelum jatuh tempo atas permintaan anggota"))
    field_order = ["early", "on", "place", "request_id"]

    def __init__(self, *args, cooperative, due: bool, **kwargs):
        super().__init__(*args, cooperative=cooperative, savings=_("Masuk simpanan sukarelanya"), **kwargs)
        self.fields["place"].label = _("Dibayar dari")
        if due:
            del self.fields["early"]
