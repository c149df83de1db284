"""What a supervisor is asked of an entry, of a follow-up and of a period."""

from django.utils.translation import gettext_lazy as _

from lumbung import clock
from lumbung.supervision.models import Finding, Remark
from lumbung.web import fields

VERDICTS = [
    (Finding.Verdict.OK, _("Cocok")),
    (Finding.Verdict.WRONG, _("Tidak cocok")),
    (Finding.Verdict.ASK, _("Tanya")),
]
NEXT = [(Remark.Kind.CLOSE, _("Selesai, tutup")), (Remark.Kind.ASK, _("Belum jelas, tanya lagi"))]


class JudgeForm(fields.Form):
    """One entry beside its paper."""

    verdict = fields.OneOfField(label=_("Dibanding nota atau buktinya"), choices=VERDICTS)
    note = fields.LongTextField(
        label=_("Catatan"), required=False, max_length=400,
        help_text=_("Wajib bila tidak cocok atau tanya, misalnya: “nota Rp68.000, di buku Rp86.000”."),
    )  # fmt: skip
    request_id = fields.RequestIdField()


class AskForm(fields.Form):
    """A question about any entry."""

    note = fields.LongTextField(label=_("Pertanyaan kepada pengurus"), max_length=400)
    request_id = fields.RequestIdField()


class AnswerForm(fields.Form):
    """An officer's answer."""

    text = fields.LongTextField(label=_("Jawaban pengurus"), max_length=400)
    request_id = fields.RequestIdField()


class NextForm(fields.Form):
    """What the supervisor does with an answer."""

    kind = fields.OneOfField(label=_("Sesudah membaca jawaban"), choices=NEXT)
    text = fields.LongTextField(label=_("Catatan pengawas"), max_length=400)
    request_id = fields.RequestIdField()


class SignForm(fields.Form):
    """The period and the conclusion of a report."""

    starts_on = fields.DateField(label=_("Sejak"), today=clock.today)
    ends_on = fields.DateField(label=_("Sampai"), today=clock.today)
    words = fields.LongTextField(
        label=_("Kesimpulan pengawas"), max_length=800, help_text=_("Satu atau dua kalimat, dibaca anggota di RAT.")
    )
    request_id = fields.RequestIdField()
