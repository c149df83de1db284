"""Form fields and widgets used everywhere: they read what people write, and keep it when they cannot.

Every field takes `term="simpanan wajib"` (a glossary word: draws the "?" beside the label).
"""

import re
from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.forms.renderers import DjangoTemplates
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lumbung import ids, money
from lumbung.web import dates
from lumbung.web.words import Refused


class Renderer(DjangoTemplates):
    """Our own field and form templates, so that `{{ form }}` already looks right."""

    form_template_name = "web/form.html"
    field_template_name = "web/field.html"


class Form(forms.Form):
    """The base of every form: our look, our words, mistakes in whole sentences."""

    default_renderer = Renderer()
    required_css_class = "required"

    def add_refusal(self, refusal: Refused, field: str | None = None) -> None:
        """Show a domain refusal over the form, or beneath one field."""
        self.add_error(field, str(refusal))


class Worded:
    """What all our fields share: a glossary term, and messages that say what to do."""

    default_error_messages = {"required": gettext_lazy("Bagian ini belum diisi.")}

    def __init__(self, *args, term="", **kwargs):
        self.term = term
        super().__init__(*args, **kwargs)


# --- money, dates and months -----------------------------------------------------------------------------


class MoneyInput(forms.TextInput):
    template_name = "web/widgets/money.html"

    def __init__(self, attrs=None):
        given = {"inputmode": "decimal", "autocomplete": "off", "data-money": True, "enterkeyhint": "next"}
        super().__init__({**given, **(attrs or {})})

    def format_value(self, value):
        return money.plain(value) if isinstance(value, int) else value


class MoneyField(Worded, forms.Field):
    """Sen, read from any usual spelling of rupiah; what was typed stays in the box when it cannot be read.

    largest    sen; above it the form asks whether a zero slipped in
    negative   whether less than nothing makes sense here (corrections only)
    """

    widget = MoneyInput

    def __init__(self, *, zero=False, negative=False, largest=None, **kwargs):
        self.zero, self.negative, self.largest = zero, negative, largest
        super().__init__(**kwargs)

    def to_python(self, value) -> int | None:
        if value in self.empty_values:
            return None
        try:
            return value if isinstance(value, int) else money.parse(value)
        except money.Unreadable as unread:
            raise ValidationError(_(unread.message), params=unread.params, code="unreadable") from None

    def validate(self, value):
        super().validate(value)
        if value is None:
            return
        if value < 0 and not self.negative:
            raise ValidationError(_("Jumlah tidak boleh kurang dari nol."), code="negative")
        if value == 0 and not self.zero:
            raise ValidationError(_("Jumlah harus lebih dari nol."), code="zero")
        if self.largest is not None and value > self.largest:
            most = money.show(self.largest)
            raise ValidationError(
                _("Paling banyak %(most)s. Periksa jumlah nolnya."), params={"most": most}, code="large"
            )

    def has_changed(self, initial, data):
        return initial != data


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
    """

    widget = DateInput
    read = staticmethod(dates.read)

    def __init__(self, *, today, future=False, **kwargs):
        self.today, self.future = today, future
        super().__init__(**kwargs)

    def to_python(self, value) -> date | None:
        if value in self.empty_values or isinstance(value, date):
            return value or None
        try:
            return self.read(value, today=self._today())
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


# --- people ----------------------------------------------------------------------------------------------


class PickerInput(forms.TextInput):
    """A text box that asks `url` while one types, and a plain list for whoever has no script."""

    template_name = "web/widgets/picker.html"

    def __init__(self, url="", choices=(), attrs=None):
        self.url, self.choices = url, choices
        super().__init__(attrs)

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        chosen = dict((str(key), label) for key, label in self.choices)
        return {**context, "url": str(self.url), "choices": self.choices, "chosen": chosen.get(str(value), "")}


class MemberPicker(Worded, forms.Field):
    """A member's id, found by name, number or phone.

    url      answers `?q=` with `<div role="option" data-value="7" data-label="0007 Siti">…</div>` for each find
    choices  (id, label) pairs allowed; also what the list without script offers
    """

    widget = PickerInput
    default_error_messages = {
        "unknown": gettext_lazy("Anggota ini tidak ditemukan. Ketik nama atau nomornya, lalu pilih.")
    }

    def __init__(self, *, url="", choices=(), **kwargs):
        super().__init__(**kwargs)
        self.offer(url, choices)

    def offer(self, url, choices) -> None:
        """Set the search address and the members allowed, once the request is known."""
        self.choices = list(choices)
        self.widget.url, self.widget.choices = url, self.choices

    def to_python(self, value) -> int | None:
        if value in self.empty_values:
            return None
        for key, label in self.choices:
            if str(value) == str(key) or str(value).strip().lower() == str(label).lower():
                return key
        raise ValidationError(self.error_messages["unknown"], code="unknown")


class PhoneField(Worded, forms.CharField):
    """A phone number as `+62…`, however it was written.

    Source  reference/domain.md 7.2
    """

    default_error_messages = {"phone": gettext_lazy("Nomor ini tidak terbaca. Tulis seperti 0812-3456-7890.")}

    def __init__(self, **kwargs):
        kwargs.setdefault("widget", forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "tel", "type": "tel"}))
        super().__init__(**kwargs)

    def to_python(self, value) -> str:
        digits = re.sub(r"[^\d+]", "", re.sub(r"\(0\)", "", super().to_python(value)))
        if not digits:
            return ""
        full = re.sub(r"^(\+?62|0|\+)?", "+62", digits, count=1) if not digits.startswith("+62") else digits
        if not re.fullmatch(r"\+62\d{7,12}", full):
            raise ValidationError(self.error_messages["phone"], code="phone")
        return full


class NikField(Worded, forms.CharField):
    """Sixteen digits of a citizen's identity card, blanks and points allowed while typing."""

    def __init__(self, **kwargs):
        kwargs.setdefault(
            "widget", forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "maxlength": 24})
        )
        super().__init__(**kwargs)

    def to_python(self, value) -> str:
        digits = re.sub(r"[\s.-]", "", super().to_python(value))
        if digits and not re.fullmatch(r"\d{16}", digits, re.ASCII):
            found = {"found": len(digits)}
            raise ValidationError(
                _("NIK berisi 16 angka; yang ditulis ada %(found)s. Lihat lagi di KTP."), params=found
            )
        return digits


# --- plain fields with our words -------------------------------------------------------------------------


class RequestIdField(forms.UUIDField):
    """Made when the form is shown, sent back with it: the second tap of a button changes nothing."""

    def __init__(self, **kwargs):
        super().__init__(widget=forms.HiddenInput, initial=ids.new_request, label="", **kwargs)


class TextField(Worded, forms.CharField):
    """One line."""


class LongTextField(Worded, forms.CharField):
    """A few lines."""

    widget = forms.Textarea(attrs={"rows": 3})


class NumberField(Worded, forms.IntegerField):
    """A count: of months, of pieces."""

    widget = forms.NumberInput(attrs={"inputmode": "numeric"})


class ChoiceField(Worded, forms.ChoiceField):
    """One of many, in a list; for two to six use `OneOfField`."""


class Buttons(forms.RadioSelect):
    template_name = "web/widgets/choices.html"


class OneOfField(Worded, forms.ChoiceField):
    """One of a few, all in sight as large buttons."""

    widget = Buttons


class YesField(Worded, forms.BooleanField):
    """A tick."""

    def __init__(self, *, required=False, **kwargs):
        super().__init__(required=required, **kwargs)


class FileField(Worded, forms.FileField):
    """A file from the person's device."""


class SearchField(Worded, forms.CharField):
    """The box over a list."""

    def __init__(self, *, required=False, **kwargs):
        kwargs.setdefault("widget", forms.TextInput(attrs={"type": "search", "data-search": True}))
        super().__init__(required=required, **kwargs)
