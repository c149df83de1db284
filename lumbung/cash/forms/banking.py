"""A bank statement comes in."""

from django.utils.translation import gettext_lazy

from lumbung import clock
from lumbung.cash.forms.parts import PlaceField
from lumbung.web import fields

SUFFIXES = ".xlsx,.xls,.ods,.csv"


class StatementForm(fields.Form):
    """Which account, which file, and up to which day it tells."""

    place = PlaceField(label=gettext_lazy("Rekening yang mana?"))
    file = fields.FileField(
        label=gettext_lazy("Rekening koran dari bank"),
        help_text=gettext_lazy("Excel atau CSV yang diunduh dari bank, dengan kolom tanggal, keterangan, dan saldo"),
    )
    through = fields.DateField(
        label=gettext_lazy("Sampai tanggal"), today=clock.today, required=False,
        help_text=gettext_lazy("Boleh kosong: sampai akhir bulan mutasi terakhirnya"),
    )  # fmt: skip

    def __init__(self, *args, cooperative_id: int, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["place"].offer(cooperative_id, kinds=["bank"])
        self.fields["file"].widget.attrs["accept"] = SUFFIXES
