"""Minutes."""

from django.utils.translation import gettext_lazy as _

from lumbung.meetings.forms.base import KeptForm, day_field, line, paragraph
from lumbung.meetings.models import Meeting
from lumbung.web import fields

Kind = Meeting.Kind


class MeetingForm(KeptForm):
    """Who met, what was said, what was decided."""

    kinds = (Kind.REGULAR, Kind.SPECIAL)
    kind = fields.OneOfField(label=_("Jenis rapat"), choices=[])
    on = day_field()
    hour = line(_("Jam"), 20, required=False, help_text=_("Misalnya: 19.30 sampai 21.00."))
    place = line(_("Tempat"), 120, initial=_("Kantor koperasi"))
    invited = fields.NumberField(label=_("Yang berhak hadir"), min_value=1, max_value=100_000)
    present = fields.NumberField(label=_("Yang hadir"), min_value=0, max_value=100_000)
    leader = line(_("Pimpinan rapat"), 120)
    recorder = line(_("Notulis"), 120, required=False)
    agenda = paragraph(_("Acara"), 600, 2)
    course = paragraph(_("Jalannya rapat"), 6000, 6, required=False)
    decisions = paragraph(_("Keputusan"), 6000, 5)

    def offer(self) -> None:
        labels = dict(Kind.choices)
        self.fields["kind"].choices = [(kind.value, _(labels[kind.value])) for kind in self.kinds]
        if not self.initial.get("kind"):
            self.initial["kind"] = self.kinds[0].value

    def clean(self):
        data = super().clean()
        if (data.get("present") or 0) > (data.get("invited") or 0):
            self.add_error("present", _("Yang hadir lebih banyak dari yang berhak. Periksa kedua angkanya."))
        return data


class MembersMeetingForm(MeetingForm):
    """The same with what the law asks of a members' meeting: which call, and the votes."""

    kinds = (Kind.ANNUAL, Kind.EXTRAORDINARY, Kind.SPECIAL)
    second_call = fields.YesField(label=_("Ini panggilan kedua, karena yang pertama tidak kuorum"))
    votes = line(
        _("Hasil suara"), 300, required=False, help_text=_("Misalnya: mufakat; atau 45 setuju, 10 tidak, 3 abstain.")
    )
    field_order = [
        "kind", "on", "hour", "place", "invited", "present", "second_call", "leader", "recorder", "agenda", "course",
        "decisions", "votes",
    ]  # fmt: skip
