"""On which paper."""

from django.utils.translation import gettext as _

from lumbung.receipts.models import Printing
from lumbung.web import fields

Kind, Sheet = Printing.Kind, Printing.Sheet


class PaperForm(fields.Form):
    """Kuitansi or slip, and how large; money that came in has both."""

    paper = fields.OneOfField(label="")
    request_id = fields.RequestIdField()

    def __init__(self, *args, title: str, kinds: list[str], **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["paper"].label = _("Kertas")
        self.fields["paper"].choices = self._papers(title, kinds)
        self.fields["paper"].initial = self.fields["paper"].choices[0][0]

    def _papers(self, title: str, kinds: list[str]) -> list[tuple[str, str]]:
        main = kinds[0]
        rolls = (Sheet.ROLL_58, Sheet.ROLL_80)
        small = [(f"{main}-{sheet}", _("Struk %(size)s mm") % {"size": sheet}) for sheet in rolls]
        names = [_("Kuitansi") if kind == Kind.RECEIPT else title for kind in kinds]
        large = [(f"{kind}-{Sheet.A5}", f"{name}, A5") for kind, name in zip(kinds, names, strict=True)]
        return large[:1] + small + large[1:]

    def facts(self) -> dict:
        """Kind, sheet and the id of this form."""
        kind, _dash, sheet = self.cleaned_data["paper"].partition("-")
        return {"kind": kind, "sheet": sheet, "request_id": self.cleaned_data["request_id"]}


class SendForm(fields.Form):
    """Nothing to fill in: the words are made from the books."""

    request_id = fields.RequestIdField()
