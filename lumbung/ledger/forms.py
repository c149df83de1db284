"""What people type to ask the books something."""

from datetime import date, timedelta
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lumbung import clock
from lumbung.web import fields
from lumbung.web.dates import month_name


class PeriodForm(fields.Form):
    """From a day to a day, both included; either may be left out."""

    dari = fields.DateField(label=gettext_lazy("Dari tanggal"), today=None, future=True, required=False)
    sampai = fields.DateField(label=gettext_lazy("Sampai tanggal"), today=None, future=True, required=False)

    def __init__(self, data, *, today: date, **kwargs):
        super().__init__(data, **kwargs)
        for field in self.fields.values():
            field.today = today

    def clean(self):
        asked = super().clean()
        start, end = asked.get("dari"), asked.get("sampai")
        if start and end and start > end:
            self.add_error("sampai", _("Tanggal akhir harus sesudah tanggal awal."))
        return asked


class Shortcut(NamedTuple):
    """A period by name, for a link."""

    label: str
    start: date
    end: date
    chosen: bool


class Picked(NamedTuple):
    """The period that a page shows, the form that chose it, and the periods one may want next."""

    start: date
    end: date
    form: PeriodForm
    shortcuts: list[Shortcut]

    @property
    def query(self) -> str:
        return f"dari={self.start.isoformat()}&sampai={self.end.isoformat()}"


def pick(data, *, today: date, year_start: date) -> Picked:
    """The period that was asked for; else the book year up to today."""
    form = PeriodForm(data if {"dari", "sampai"} & set(data) else None, today=today)
    asked = form.cleaned_data if form.is_bound and form.is_valid() else {}
    end = asked.get("sampai") or today
    start = asked.get("dari") or min(year_start, end.replace(month=1, day=1))
    if not form.is_bound:
        form = PeriodForm(None, today=today, initial={"dari": start, "sampai": end})
    return Picked(start, end, form, _shortcuts(start, end, today, year_start))


def _shortcuts(start: date, end: date, today: date, year_start: date) -> list[Shortcut]:
    first = today.replace(day=1)
    last_month = first - timedelta(days=1)
    before = year_start - timedelta(days=1)
    last_year = year_start.replace(year=year_start.year - 1)
    periods = [
        (_("Tahun ini"), year_start, today),
        (_("Bulan ini"), first, today),
        (month_name(last_month), last_month.replace(day=1), last_month),
        (_("Tahun lalu"), last_year, before),
    ]
    return [Shortcut(label, a, b, (a, b) == (start, end)) for label, a, b in periods]


class ReverseForm(fields.Form):
    """Why an entry is undone."""

    reason = fields.TextField(
        label=gettext_lazy("Sebab"), max_length=160, help_text=gettext_lazy("Misalnya: salah ketik jumlah")
    )
    on = fields.DateField(label=gettext_lazy("Tanggal pembatalan"), today=clock.today, initial=clock.today)
    request_id = fields.RequestIdField()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reason"].widget.attrs["autofocus"] = True
