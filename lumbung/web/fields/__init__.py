"""Form fields and widgets used everywhere: they read what people write, and keep it when they cannot.

Every field takes `term="simpanan wajib"` (a glossary word: draws the "?" beside the label).
"""

from lumbung.web.fields.amount import MoneyField, MoneyInput
from lumbung.web.fields.base import Form, Renderer, Worded
from lumbung.web.fields.day import DateField, DateInput, MonthField, MonthInput
from lumbung.web.fields.people import MemberPicker, NikField, PhoneField, PickerInput
from lumbung.web.fields.photo import PhotoField
from lumbung.web.fields.plain import (
    ChoiceField,
    FileField,
    LongTextField,
    NumberField,
    OneOfField,
    RequestIdField,
    SearchField,
    SomeOfField,
    TextField,
    YesField,
)

__all__ = [
    "ChoiceField",
    "DateField",
    "DateInput",
    "FileField",
    "Form",
    "LongTextField",
    "MemberPicker",
    "MoneyField",
    "MoneyInput",
    "MonthField",
    "MonthInput",
    "NikField",
    "NumberField",
    "OneOfField",
    "PhoneField",
    "PhotoField",
    "PickerInput",
    "Renderer",
    "RequestIdField",
    "SearchField",
    "SomeOfField",
    "TextField",
    "Worded",
    "YesField",
]
