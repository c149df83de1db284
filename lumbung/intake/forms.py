"""What is asked on the way of a workbook: the file, how it is to be read, the answers to a row, why it is undone."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from lumbung import clock, money
from lumbung.cash.models import CashPlace
from lumbung.cash.reports import places
from lumbung.cash.rules import of_direction
from lumbung.intake.reports.planning import CHECK, OPENING
from lumbung.intake.rules.answers import READ, field_of
from lumbung.intake.rules.lines import BY_HAND, TO_MEMBERS, UNKNOWN
from lumbung.members import reports as register
from lumbung.web import fields
from lumbung.web.dates import month_name

KINDS = [
    ("members", _("Buku anggota")),
    ("dues", _("Daftar iuran")),
    ("cash", _("Buku kas")),
    ("bank", _("Buku bank")),
]
SUFFIXES = ".xlsx,.xls,.ods,.csv"
TEXTS = {
    "nik": _("NIK"), "born": _("Tanggal lahir"), "joined": _("Tanggal masuk"), "left": _("Tanggal keluar"),
    "phone": _("Nomor telepon"), "gender": _("Jenis kelamin (L atau P)"), "name": _("Nama"), "date": _("Tanggal"),
    "inflow": _("Uang masuk"), "outflow": _("Uang keluar"), "principal": _("Simpanan pokok"),
}  # fmt: skip


class UploadForm(fields.Form):
    """A file and, for whoever knows, what kind of book it is."""

    file = fields.FileField(label=_("Berkas Excel, LibreOffice, atau CSV"))
    kind = fields.OneOfField(
        label=_("Buku apa ini?"), choices=[("", _("Biar Lumbung mengenali")), *KINDS], required=False
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["file"].widget.attrs["accept"] = SUFFIXES


class HowForm(fields.Form):
    """How the file is to be read, where the sheet was understood wrongly or cannot tell."""

    kind = fields.OneOfField(label=_("Buku apa ini?"), choices=KINDS)
    year = fields.NumberField(label=_("Tahun"), min_value=1990, max_value=2100, required=False)
    mode = fields.OneOfField(
        label=_("Untuk apa daftar iuran ini?"), required=False, initial=OPENING,
        choices=[(OPENING, _("Saldo awal anggota")), (CHECK, _("Hanya dicocokkan dengan buku"))],
    )  # fmt: skip
    cutover = fields.DateField(label=_("Saldo awal per tanggal"), today=clock.today, required=False)
    rate = fields.MoneyField(label=_("Iuran sebulan"), required=False)
    polarity = fields.OneOfField(
        label=_("Kolom mana yang berarti uang masuk?"), required=False,
        choices=[("", _("Lihat dari saldonya")), ("debit", _("Debet")), ("credit", _("Kredit"))],
    )  # fmt: skip
    place_id = fields.ChoiceField(label=_("Uangnya ada di"), required=False)

    OF_KIND = {"members": (), "dues": ("mode", "cutover", "rate"), "cash": ("polarity",),
               "bank": ("polarity", "place_id")}  # fmt: skip

    def __init__(self, *args, cooperative, kind: str, **kwargs):
        super().__init__(*args, **kwargs)
        for name in {"mode", "cutover", "rate", "polarity", "place_id"} - set(self.OF_KIND[kind]):
            del self.fields[name]
        if "place_id" in self.fields:
            banks = [place for place in places(cooperative.id) if place.kind == CashPlace.Kind.BANK]
            empty = [("", _("Rekening bank yang ada") if banks else _("Rekening baru"))]
            self.fields["place_id"].choices = [*empty, *((str(place.id), place.name) for place in banks)]

    def tell(self, reading) -> None:
        """What was understood, beneath the fields that would say otherwise."""
        years = sorted({sheet.year for sheet in reading.sheets if sheet.year})
        rates = [sheet.rate for sheet in reading.sheets if sheet.rate]
        if years:
            self.fields["year"].help_text = _("Terbaca: %(said)s") % {"said": ", ".join(map(str, years))}
        if rates and "rate" in self.fields:
            self.fields["rate"].help_text = _("Terbaca: %(said)s") % {"said": money.show(rates[0])}

    def choices_made(self) -> dict:
        data = {name: self.cleaned_data[name] for name in self.fields}
        if data.get("place_id"):
            data["place_id"] = int(data["place_id"])
        return data


class AnswerForm(fields.Form):
    """The questions of one row; whatever stays empty stays open."""

    def __init__(self, *args, step, kind: str, cooperative, answer: dict, **kwargs):
        super().__init__(*args, **kwargs)
        if kind != "members":
            self._ask_member(step, kind, cooperative)
        if kind in ("cash", "bank"):
            self._ask_category(step)
        for problem in step.row.problems:
            self._ask_value(problem)
        self.fields["skip"] = fields.YesField(label=_("Jangan masukkan baris ini"))
        for name, said in answer.items():
            if name in self.fields:
                self.fields[name].initial = said

    def _ask_member(self, step, kind: str, cooperative) -> None:
        if kind == "dues" and step.member and not any(ask.field == "name" for ask in step.asks):
            return
        likely = [(choice.value, choice.label) for ask in step.asks for choice in ask.choices]
        known = {value for value, _label in likely}
        people = register.everyone(cooperative.id)
        others = [(str(m.id), f"{m.number} {m.full_name}") for m in people if str(m.id) not in known]
        self.fields["member"] = fields.MemberPicker(
            label=_("Anggotanya"), required=False, choices=[*likely, *others],
            url=reverse("members:search", kwargs={"slug": cooperative.slug}),
            initial=str(step.member.id) if step.member else "",
        )  # fmt: skip
        if likely:
            self.fields["member"].help_text = _("Yang cocok: ") + "; ".join(label for _value, label in likely)

    def _ask_category(self, step) -> None:
        inward = bool(step.row.values.get("inflow"))
        barred = UNKNOWN | BY_HAND | {"unit.funded", "unit.returned"}
        usable = [one for one in of_direction(inward) if one.event not in barred and not one.needs]
        usable = [one for one in usable if inward or one.event not in TO_MEMBERS]
        choices = [("", _("Belum tahu: jelaskan nanti")), *((one.event, one.question) for one in usable)]
        self.fields["category"] = fields.ChoiceField(
            label=_("Uang ini untuk apa?") if not inward else _("Uang ini dari apa?"), choices=choices, required=False,
            initial=step.category if step.category in dict(choices) else "",
        )  # fmt: skip

    def _ask_value(self, problem) -> None:
        if problem.field not in READ or field_of(problem) in self.fields:
            return
        label = TEXTS.get(problem.field, "")
        if problem.month:
            label = _("Iuran %(months)s") % {"months": month_name(problem.month)}
        self.fields[field_of(problem)] = fields.TextField(label=label, required=False, help_text=problem.text)

    def said(self) -> dict:
        """The answers as they are kept."""
        return {name: str(said) if name == "member" else said for name, said in self.cleaned_data.items() if said}


class UndoForm(fields.Form):
    """Why a batch is taken back."""

    reason = fields.TextField(
        label=_("Sebab"), max_length=120, help_text=_("Misalnya: salah berkas, salah tahun, sudah dicatat tangan.")
    )


class DifferenceForm(fields.Form):
    """What is left between the opening balances, as it was shown."""

    amount = fields.NumberField(label="")
    on = fields.DateField(label=_("Dibukukan pada"), today=clock.today)
    request_id = fields.RequestIdField()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["amount"].widget = self.fields["amount"].hidden_widget()
