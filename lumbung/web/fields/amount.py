"""An amount of money, typed as people type it."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from lumbung import money
from lumbung.web.fields.base import Worded


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
