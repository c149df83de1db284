"""A member looked up while typing, a phone number, a citizen's number."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lumbung.web.fields.base import Worded


class PickerInput(forms.TextInput):
    """A text box that asks `url` while one types, and a plain list for whoever has no script."""

    template_name = "web/widgets/picker.html"

    def __init__(self, url="", choices=(), attrs=None):
        self.url, self.choices = url, choices
        super().__init__(attrs)

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        chosen = {str(key): label for key, label in self.choices}
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
