"""A photo from the person's device."""

from django import forms
from django.core.exceptions import ValidationError

from lumbung.web.fields.plain import FileField
from lumbung.web.photos import MOST_BYTES, made_anew
from lumbung.web.words import Refused


class PhotoField(FileField):
    """A photo; becomes a Slip made anew, or nothing."""

    widget = forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp", "data-photo": True})

    def __init__(self, *, camera=True, **kwargs):
        """camera: a phone opens its camera at once; else it asks for a picture that is there already."""
        super().__init__(**kwargs)
        if camera:
            self.widget.attrs["capture"] = "environment"

    def clean(self, data, initial=None):
        file = super().clean(data, initial)
        if not file:
            return None
        try:
            return made_anew(file.read(MOST_BYTES + 1))
        except Refused as refusal:
            raise ValidationError(str(refusal)) from None
