"""Counting a till by pieces, handing it on, and saying that one has it."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lumbung import clock, money
from lumbung.cash import reports
from lumbung.cash.rules import counting
from lumbung.web import fields

MOST_PIECES = 99_999
BOOK_IT = [
    ("ya", gettext_lazy("Bukukan selisihnya sekarang")),
    ("nanti", gettext_lazy("Jangan dulu, saya cari sebabnya")),
]


class CountForm(fields.Form):
    """How many of each note and coin; then, when it differs from the book, what to do about it."""

    witness = fields.TextField(
        label=gettext_lazy("Saksi"), max_length=120, required=False,
        help_text=gettext_lazy("Siapa yang ikut melihat uangnya dihitung"),
    )  # fmt: skip
    book_it = fields.OneOfField(label=gettext_lazy("Selisihnya"), choices=BOOK_IT, required=False)
    reason = fields.TextField(
        label=gettext_lazy("Sebab selisih"), max_length=120, required=False,
        help_text=gettext_lazy("Misalnya: salah memberi kembalian"),
    )  # fmt: skip
    request_id = fields.RequestIdField()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for key, piece in counting.PIECES.items():
            box = fields.NumberField(label=money.show(piece.sen), min_value=0, max_value=MOST_PIECES, required=False)
            box.widget.attrs |= {"data-piece": str(piece.sen), "placeholder": "0", "autocomplete": "off"}
            self.fields[key] = box
        self.fields[next(iter(counting.PIECES))].widget.attrs["autofocus"] = True

    def pieces(self) -> dict[str, int]:
        return {key: self.cleaned_data.get(key) or 0 for key in counting.PIECES}

    def rows(self) -> list[dict]:
        """One line for each note and coin: its box, and what so many of it are worth."""
        counted = getattr(self, "cleaned_data", {})
        return [
            {"box": self[key], "note": piece in counting.NOTES, "sum": piece.sen * (counted.get(key) or 0)}
            for key, piece in counting.PIECES.items()
        ]


class HandOverForm(CountForm):
    """The same, and who is to have the till."""

    taker = fields.ChoiceField(label=gettext_lazy("Diserahkan kepada"))

    def __init__(self, *args, cooperative_id: int, giver: int, **kwargs):
        super().__init__(*args, **kwargs)
        others = [each for each in reports.cashiers(cooperative_id, clock.today()) if each[0] != giver]
        self.fields["taker"].choices = [("", _("Pilih orangnya")), *others]


class AnswerForm(fields.Form):
    """The till is mine as counted, or it is not, and why."""

    accepted = fields.OneOfField(
        label=gettext_lazy("Sudah Anda hitung sendiri?"),
        choices=[("ya", gettext_lazy("Sudah, cocok. Saya terima")), ("tidak", gettext_lazy("Tidak saya terima"))],
    )
    reason = fields.TextField(
        label=gettext_lazy("Bila tidak, mengapa?"), max_length=160, required=False,
        help_text=gettext_lazy("Misalnya: kurang Rp5.000 waktu saya hitung"),
    )  # fmt: skip
