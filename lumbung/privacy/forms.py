"""What is asked about a consent, a correction, an erasure and an incident."""

import re
from datetime import datetime, time

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from lumbung import clock
from lumbung.privacy.models import Consent, Incident, Step
from lumbung.privacy.rules.correcting import FIELDS
from lumbung.privacy.rules.incidents import KINDS
from lumbung.web import fields

WAYS = [(Consent.Way.SPOKEN, _("Lisan di kantor")), (Consent.Way.PAPER, _("Kertas bertanda tangan"))]
ANSWERS = [("yes", _("Ya, boleh")), ("no", _("Tidak, atau dicabut"))]


class TapForm(fields.Form):
    """A deed without words: the id of the form, so that a second tap is the first."""

    request_id = fields.RequestIdField()


class OwnConsentForm(TapForm):
    """A member's own yes or no."""

    answer = fields.OneOfField(label=_("Jawaban Anda"), choices=ANSWERS)


class ConsentForm(TapForm):
    """What a member said to an officer, and who saw it."""

    answer = fields.OneOfField(label=_("Jawaban anggota"), choices=ANSWERS)
    way = fields.OneOfField(label=_("Disampaikan lewat"), choices=WAYS)
    witness = fields.TextField(
        label=_("Disaksikan oleh"), max_length=120, help_text=_("Orang lain yang hadir, misalnya: Bu Sri, sekretaris.")
    )


class StopForm(fields.Form):
    """What was done, so that a use really ended."""

    note = fields.TextField(
        label=_("Yang sudah dilakukan"), max_length=200, help_text=_("Misalnya: nomor dihapus dari grup warga.")
    )


class CorrectionForm(TapForm):
    """Which field is wrong, and what is right."""

    field = fields.ChoiceField(
        label=_("Bagian yang salah"), choices=[(word, one.label) for word, one in FIELDS.items()]
    )
    value = fields.TextField(
        label=_("Yang benar"), max_length=200, help_text=_("Misalnya: 04. NIK dibetulkan di kantor dengan KTP.")
    )
    reason = fields.TextField(
        label=_("Sebabnya"), required=False, max_length=160, help_text=_("Misalnya: pindah rumah, salah ketik.")
    )


class AnswerForm(fields.Form):
    """An officer's answer to a correction."""

    answer = fields.OneOfField(
        label=_("Jawaban"), choices=[("yes", _("Betulkan di buku anggota")), ("no", _("Tidak dibetulkan"))]
    )
    reason = fields.TextField(
        label=_("Alasan"),
        required=False,
        max_length=200,
        help_text=_("Wajib bila tidak dibetulkan; anggota membacanya."),
    )


class ForgetForm(fields.Form):
    """Why, and yes, really."""

    reason = fields.TextField(
        label=_("Alasan"),
        max_length=200,
        help_text=_("Misalnya: permintaan anggota, 3 Maret 2036. Tersimpan selamanya."),
    )
    sure = fields.YesField(label=_("Saya mengerti: ini tidak dapat dibatalkan"), required=True)


class IncidentForm(TapForm):
    """What happened, when it was known, which data, whose, and what was done."""

    title = fields.TextField(label=_("Judul singkat"), max_length=120, help_text=_("Misalnya: HP bendahara hilang."))
    what = fields.LongTextField(
        label=_("Apa yang terjadi"), max_length=800, help_text=_("Kalimat biasa; masuk ke surat untuk anggota.")
    )
    cause = fields.LongTextField(label=_("Sebabnya, bila sudah diketahui"), required=False, max_length=400)
    happened_on = fields.DateField(
        label=_("Terjadi tanggal"), today=clock.today, required=False, help_text=_("Kosongkan bila belum diketahui.")
    )
    known_on = fields.DateField(label=_("Diketahui tanggal"), today=clock.today)
    known_hour = fields.TextField(
        label=_("Jam diketahui"), max_length=5, help_text=_("Misalnya 14.30. Tiga hari dihitung dari sini.")
    )
    kinds = fields.SomeOfField(label=_("Data apa yang kena"), choices=[(word, one[0]) for word, one in KINDS.items()])
    scope = fields.OneOfField(label=_("Data siapa"), choices=[
        (Incident.Scope.ALL, _("Semua anggota")), (Incident.Scope.QUARTER, _("Satu RT")),
        (Incident.Scope.SINCE, _("Anggota sejak suatu hari")), (Incident.Scope.CHOSEN, _("Anggota tertentu")),
    ])  # fmt: skip
    quarter = fields.ChoiceField(label=_("RT mana"), required=False)
    since = fields.DateField(label=_("Anggota sejak"), today=clock.today, required=False)
    chosen = fields.TextField(
        label=_("Nomor anggota"), required=False, max_length=400, help_text=_("Pisahkan dengan koma: 0007, 0012.")
    )
    remedy = fields.LongTextField(
        label=_("Yang sudah dan akan dilakukan"),
        max_length=800,
        help_text=_("Misalnya: HP dikunci dari jauh, semua sesi ditutup."),
    )
    drill = fields.YesField(label=_("Ini latihan, bukan kejadian sungguhan"))

    def __init__(self, *args, quarters=(), **kwargs):
        super().__init__(*args, **kwargs)
        shown = [(f"{rw}-{rt}", f"RT {rt}/RW {rw}") for rw, rt in quarters]
        self.fields["quarter"].choices = [("", "–"), *shown]

    def clean_known_hour(self) -> time:
        found = re.fullmatch(r"(\d{1,2})[.:](\d{2})", self.cleaned_data["known_hour"].strip())
        if not found or int(found[1]) > 23 or int(found[2]) > 59:
            raise ValidationError(_("Tulis jam dan menitnya, misalnya 14.30."))
        return time(int(found[1]), int(found[2]))

    def facts(self) -> dict:
        """As `actions.report` takes it."""
        said = dict(self.cleaned_data)
        known = datetime.combine(said.pop("known_on"), said.pop("known_hour"), tzinfo=clock.ZONE)
        chosen = [number.strip() for number in said.pop("chosen").split(",") if number.strip()]
        return {**said, "known_at": known, "chosen": chosen}


class StepForm(TapForm):
    """What was done about an incident."""

    kind = fields.OneOfField(label=_("Yang dilakukan"), choices=[
        (Step.Kind.MEMBERS, _("Anggota sudah diberi tahu")), (Step.Kind.AUTHORITY, _("Lembaga sudah diberi tahu")),
        (Step.Kind.REMEDY, _("Tindakan lain")), (Step.Kind.CLOSED, _("Selesai, tutup")),
    ])  # fmt: skip
    note = fields.LongTextField(
        label=_("Bagaimana"), max_length=400, help_text=_("Misalnya: surat dibagikan lewat ketua RT, 3 Maret sore.")
    )


class AuthorityForm(fields.Form):
    """To whom the law wants an incident told."""

    name = fields.TextField(label=_("Nama lembaga"), max_length=200)
    address = fields.TextField(label=_("Alamat"), max_length=200)
