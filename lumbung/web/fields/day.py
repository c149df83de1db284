"""Dates and months, typed as people say them."""

from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from lumbung.web import dates
from lumbung.web.fields.base import Worded
from lumbung.web.words import Refused


class DateInput(forms.TextInput):
    template_name = "web/widgets/date.html"

    def __init__(self, attrs=None):
        super().__init__({"autocomplete": "off", "data-date": True, **(attrs or {})})

    def format_value(self, value):
        return dates.long_date(value) if isinstance(value, date) else value


class DateField(Worded, forms.Field):
    """A date typed as people say it: `3/1`, `kemarin`, `21 Agustus 2025`; a calendar opens beside it.

    today    a date, or a function that gives it (`clock.today`): this module never asks the clock
    future   whether a day after today makes sense here
    said_on  the day from which “kemarin” counts, when it was typed on another day than it arrives
    """

    widget = DateInput
    read = staticmethod(dates.read)
    said_on: date | None = None

    def __init__(self, *, today, future=False, **kwargs):
        self.today, self.future = today, future
        super().__init__(**kwargs)

    def to_python(self, value) -> date | None:
        if value in self.empty_values or isinstance(value, date):
            return value or None
        try:
            return self.read(value, today=self.said_on or self._today())
        except Refused as refusal:
            raise ValidationError(str(refusal), code="unreadable") from None

    def validate(self, value):
        super().validate(value)
        if value and not self.future and value > self._today():
            raise ValidationError(_("Tanggal ini belum terjadi. Pilih hari ini atau sebelumnya."), code="future")

    def _today(self) -> date:
        return self.today() if callable(self.today) else self.today


class MonthInput(DateInput):
    template_name = "web/widgets/month.html"

    def format_value(self, value):
        return dates.month_name(value) if isinstance(value, date) else value


class MonthField(DateField):
    """A month, as the date of its first day: `Agustus 2025`, `8/2025`, `agt`."""

    widget = MonthInput
    read = staticmethod(dates.read_month)
