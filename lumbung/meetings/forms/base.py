"""What all of the secretary's forms share: a row written anew carries the row it corrects, and why."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from lumbung import clock
from lumbung.members import reports as register
from lumbung.web import fields


def day_field(label=None, **kwargs):
    return fields.DateField(label=label or _("Tanggal"), today=clock.today, initial=clock.today, **kwargs)


def line(label, length: int, **kwargs):
    return fields.TextField(label=label, max_length=length, **kwargs)


def paragraph(label, length: int, rows: int = 4, **kwargs):
    field = fields.LongTextField(label=label, max_length=length, **kwargs)
    field.widget.attrs["rows"] = rows
    return field


class KeptForm(fields.Form):
    """A new row, or with `row` the correction of one: then it asks why, and knows what stood there."""

    request_id = fields.RequestIdField()

    def __init__(self, *args, cooperative, row=None, **kwargs):
        known = {name: getattr(row, name) for name in self.base_fields if hasattr(row, name)} if row else {}
        known.pop("request_id", None)
        super().__init__(*args, initial={**kwargs.pop("initial", {}), **known}, **kwargs)
        self.cooperative, self.row = cooperative, row
        if row:
            self.fields["why"] = line(_("Sebab ralat"), 160, help_text=_("Misalnya: salah nama, kurang lengkap."))
        self.offer()

    def offer(self) -> None:
        """Fill in what depends on the cooperative."""

    def facts(self) -> dict:
        """What the form says of the row itself, in the words of its table."""
        left_out = ("request_id", "why")
        return {name: value for name, value in self.cleaned_data.items() if name not in left_out}


class OfMemberForm(KeptForm):
    """A form in which a member may be named; somebody who is none is named by hand."""

    member_id = fields.MemberPicker(label=_("Anggota"), required=False)
    name = line(
        _("Nama"), 120, required=False, help_text=_("Kosongkan bila anggotanya sudah dipilih. Isi untuk orang lain.")
    )

    def offer(self) -> None:
        people = register.everyone(self.cooperative.id).only("cooperative_id", "id", "number", "full_name")
        choices = [(one.id, f"{one.number} {one.full_name}") for one in people]
        self.fields["member_id"].offer(reverse("members:search", kwargs={"slug": self.cooperative.slug}), choices)

    def clean(self):
        data = super().clean()
        if not data.get("member_id") and not (data.get("name") or "").strip():
            self.add_error("name", _("Pilih anggotanya, atau tulis namanya."))
        return data
