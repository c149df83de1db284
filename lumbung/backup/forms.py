"""What is asked on the page of copies."""

from django.utils.translation import gettext_lazy as _

from lumbung.web import fields


class WordsForm(fields.Form):
    """The two words of each sheet, read from paper."""

    def __init__(self, *args, keys=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.places = {}
        for key in keys:
            for part in (1, 2):
                name = f"w{len(self.places)}"
                label = _("Lembar %(key)s, bagian %(part)s") % {"key": key["name"], "part": part}
                self.fields[name] = fields.TextField(label=label, max_length=40)
                self.places[name] = (key["name"], part)

    def words(self) -> dict:
        return {place: self.cleaned_data[name] for name, place in self.places.items()}


class WarnForm(fields.Form):
    """When to warn."""

    days = fields.NumberField(
        label=_("Ingatkan bila cadangan terakhir lebih dari sekian hari"), min_value=1, max_value=60
    )


class HalvesForm(fields.Form):
    """Both halves of a sheet, to try a copy with."""

    one = fields.TextField(label=_("Bagian 1"), max_length=120)
    other = fields.TextField(label=_("Bagian 2"), max_length=120)
