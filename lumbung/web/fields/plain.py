"""Django's own fields with our words, and the hidden id of one deed."""

from django import forms

from lumbung import ids
from lumbung.web.fields.base import Worded


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


class Ticks(forms.CheckboxSelectMultiple):
    template_name = "web/widgets/ticks.html"


class SomeOfField(Worded, forms.MultipleChoiceField):
    """Some of a list, each a large row with a tick."""

    widget = Ticks


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
