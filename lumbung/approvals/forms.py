"""What the maker mends, and why somebody says no."""

from django.utils.translation import gettext_lazy

from lumbung import clock
from lumbung.web import fields


class SeenForm(fields.Form):
    """The fingerprint of what was read."""

    digest = fields.TextField(max_length=64, label="")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["digest"].widget = self.fields["digest"].hidden_widget()


class RefuseForm(SeenForm):
    """The same, with the reason."""

    reason = fields.TextField(
        label=gettext_lazy("Mengapa ditolak?"), max_length=160,
        help_text=gettext_lazy("Misalnya: minta penawaran dari dua toko lain dulu"),
    )  # fmt: skip


class StandInForm(SeenForm):
    """The same, with why it cannot wait for the chair."""

    reason = fields.TextField(
        label=gettext_lazy("Mengapa tidak bisa menunggu ketua?"), max_length=160,
        help_text=gettext_lazy("Tercatat untuk seterusnya, dan pengawas diberi tahu"),
    )  # fmt: skip


class ChangeForm(fields.Form):
    """What the maker may mend while it waits."""

    amount = fields.MoneyField(label=gettext_lazy("Jumlah"))
    memo = fields.TextField(label=gettext_lazy("Keterangan"), max_length=200, required=False)
    on = fields.DateField(label=gettext_lazy("Tanggal"), today=clock.today)
    request_id = fields.RequestIdField()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["amount"].large = True
