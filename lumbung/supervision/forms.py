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


class PhraseForm(fields.Form):
    """The words by which members know our messages."""

    phrase = fields.TextField(
        label=_("Kata pengenal"), max_length=30, required=False,
        help_text=_("Dua kata yang mudah diingat, misalnya “padi rawit”. Umumkan di rapat, jangan di grup WhatsApp."),
    )  # fmt: skip


class TieForm(fields.Form):
    """A member or a supplier stands near an officer."""

    member = fields.MemberPicker(label=_("Anggota"), required=False)
    supplier = fields.ChoiceField(label=_("Atau penitip"), required=False)
    officer = fields.ChoiceField(label=_("Keluarga dari"))
    relation = fields.TextField(label=_("Hubungannya"), max_length=60, help_text=_("Misalnya: istri, adik, ipar."))
    holds = fields.OneOfField(label=_("Keadaan"), choices=[("1", _("Berlaku")), ("0", _("Sudah tidak"))], initial="1")
    request_id = fields.RequestIdField()

    def offer(self, url: str, members, suppliers, officers) -> None:
        """Set whom one may choose, once the cooperative is known."""
        self.fields["member"].offer(url, members)
        self.fields["supplier"].choices = [("", "-"), *suppliers]
        self.fields["officer"].choices = officers

    def clean(self):
        data = super().clean()
        if bool(data.get("member")) == bool(data.get("supplier")):
            self.add_error("member", _("Pilih satu: anggotanya, atau penitipnya."))
        return data

    def facts(self) -> dict:
        data = self.cleaned_data
        return {
            "payee": data["member"] or int(data["supplier"]), "officer": int(data["officer"]),
            "relation": data["relation"], "holds": data["holds"] == "1", "request_id": data["request_id"],
        }  # fmt: skip


class HeirForm(fields.Form):
    """Whom a member wants told."""

    member_id = fields.MemberPicker(label=_("Anggota"))
    name = fields.TextField(label=_("Yang dikabari"), max_length=120)
    relation = fields.TextField(label=_("Hubungannya"), max_length=60, help_text=_("Misalnya: anak, suami, kakak."))
    phone = fields.PhoneField(label=_("Teleponnya"), required=False)
    request_id = fields.RequestIdField()
