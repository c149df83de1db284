"""The forms of closing and opening a month."""

from django.utils.translation import gettext_lazy

from lumbung import clock
from lumbung.web import fields


class CloseForm(fields.Form):
    """Which month, once."""

    month = fields.MonthField(label="", today=clock.today)
    request_id = fields.RequestIdField()


class ReopenForm(fields.Form):
    """From which month on, and why."""

    month = fields.MonthField(label=gettext_lazy("Mulai bulan"), today=clock.today)
    reason = fields.TextField(
        label=gettext_lazy("Alasan"), max_length=160,
        help_text=gettext_lazy("Misalnya: nota listrik bulan itu baru ditemukan. Alasan ini tampak selamanya."),
    )  # fmt: skip
    request_id = fields.RequestIdField()


class AnswerForm(fields.Form):
    """Yes or no, by somebody else."""

    agreed = fields.OneOfField(
        label=gettext_lazy("Setuju buku dibuka lagi?"),
        choices=[("ya", gettext_lazy("Setuju, buka")), ("tidak", gettext_lazy("Tidak setuju"))],
    )
    reason = fields.TextField(label=gettext_lazy("Bila tidak, mengapa?"), max_length=160, required=False)
