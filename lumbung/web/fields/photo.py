"""A photo from the person's device."""

from django import forms
from django.core.exceptions import ValidationError

from lumbung.web.fields.plain import FileField
from lumbung.web.photos import MOST_BYTES, made_anew
from lumbung.web.words import Refused


class PhotoField(FileField):
    """A photo; becomes a Slip made anew, or nothing."""

    widget = forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp"})

    def clean(self, data, initial=None):
        file = super().clean(data, initial)
        if not file:
            return None
        try:
            return made_anew(file.read(MOST_BYTES + 1))
        except Refused as refusal:
            raise ValidationError(str(refusal)) from None
