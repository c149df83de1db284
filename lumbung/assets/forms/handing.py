"""What is asked for a Berita Acara Serah Terima."""

from django.utils.translation import gettext_lazy

from lumbung import clock
from lumbung.web import fields


class HandoverForm(fields.Form):
    """Who gives what to whom."""

    items = fields.SomeOfField(label=gettext_lazy("Barang yang diserahkan"))
    giver = fields.TextField(label=gettext_lazy("Yang menyerahkan"), max_length=80)
    giver_post = fields.TextField(label=gettext_lazy("Jabatannya"), max_length=80, required=False)
    giver_party = fields.TextField(label=gettext_lazy("Lembaganya"), max_length=120, required=False)
    taker = fields.TextField(label=gettext_lazy("Yang menerima"), max_length=80)
    taker_post = fields.TextField(label=gettext_lazy("Jabatannya"), max_length=80, required=False)
    taker_party = fields.TextField(label=gettext_lazy("Lembaganya"), max_length=120, required=False)
    purpose = fields.TextField(
        label=gettext_lazy("Untuk"), max_length=200,
        help_text=gettext_lazy("Misalnya: hibah, pinjam pakai, dipakai bendahara di rumah."),
    )  # fmt: skip
    basis = fields.TextField(label=gettext_lazy("Surat dasarnya"), max_length=160, required=False)
    on = fields.DateField(label=gettext_lazy("Tanggal serah terima"), today=clock.today, initial=clock.today)
    request_id = fields.RequestIdField()

    def __init__(self, *args, lines, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["items"].choices = [(str(line.item.id), f"{line.item.code} {line.item.name}") for line in lines]

    def facts(self) -> dict:
        return {**self.cleaned_data, "items": [int(item) for item in self.cleaned_data["items"]]}
