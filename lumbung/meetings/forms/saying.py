"""Suggestions, advice, answers, incidents, letters."""

from django.utils.translation import gettext_lazy as _

from lumbung import clock
from lumbung.meetings.forms.base import KeptForm, OfMemberForm, day_field, line, paragraph
from lumbung.meetings.models import Letter
from lumbung.web import fields


class SuggestionForm(OfMemberForm):
    """What a member says to the board."""

    on = day_field()
    text = paragraph(_("Isi saran"), 2000)
    field_order = ["on", "member_id", "name", "text"]


class AdviceForm(KeptForm):
    """What an official says."""

    on = day_field()
    name = line(_("Nama pejabat"), 120)
    office = line(_("Jabatan dan kantor"), 160, help_text=_("Misalnya: Kabid Koperasi, Diskopindag Kota Malang."))
    text = paragraph(_("Isi anjuran"), 2000)


class SupervisionForm(KeptForm):
    """What a supervisor says."""

    on = day_field()
    name = line(_("Nama pengawas"), 120)
    text = paragraph(_("Isi saran"), 2000)


class AnswerForm(fields.Form):
    """What the board answers."""

    on = day_field()
    text = paragraph(_("Tanggapan pengurus"), 2000)
    name = line(_("Atas nama pengurus"), 120)
    request_id = fields.RequestIdField()
    field_order = ["on", "text", "name"]


class IncidentForm(KeptForm):
    """What happened, and how it was settled."""

    on = day_field()
    hour = line(_("Jam"), 20, required=False, help_text=_("Misalnya: 19.30."))
    what = paragraph(_("Kejadian"), 1000)
    settled = paragraph(_("Penyelesaian"), 1000, 3, required=False, help_text=_("Boleh menyusul lewat ralat."))
    cause = paragraph(_("Sebab dan keterangan"), 600, 2, required=False)
    recorder = line(_("Pencatat"), 120)


class LetterForm(KeptForm):
    """A letter that came or went."""

    way = fields.OneOfField(label=_("Surat"), choices=Letter.Way.choices, initial="in")
    on = day_field(_("Diterima atau dikirim tanggal"))
    party = line(_("Dari atau kepada"), 160)
    subject = line(_("Perihal"), 300)
    number = line(_("Nomor surat"), 60, required=False)
    dated = fields.DateField(label=_("Tanggal surat"), today=clock.today, required=False)
    attachments = line(_("Lampiran"), 120, required=False)

    def offer(self) -> None:
        self.fields["way"].choices = [(value, _(label)) for value, label in Letter.Way.choices]
