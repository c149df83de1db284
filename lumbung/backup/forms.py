"""What is asked on the page of copies."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from lumbung.web import fields
from lumbung.witness.forms import CodeInput, brought
from lumbung.witness.watching import LONGEST


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


class RestoreForm(fields.Form):
    """Which copy, and both halves of a sheet from the two officers who are here."""

    copy = fields.ChoiceField(label=_("Cadangan"), required=False)
    file = fields.FileField(
        label=_("Atau pilih berkas cadangan"), required=False,
        help_text=_("Berkas yang pernah diunduh, namanya lumbung-….cadangan."),
    )  # fmt: skip
    first = fields.TextField(label=_("Pengurus pertama yang hadir"), max_length=80)
    one = fields.TextField(label=_("Bagian 1 dari lembarnya"), max_length=120)
    second = fields.TextField(label=_("Pengurus kedua yang hadir"), max_length=80)
    other = fields.TextField(label=_("Bagian 2 dari lembarnya"), max_length=120)

    def __init__(self, *args, copies=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.files_of = {str(choice.file): choice.file for choice in copies}
        told = [(str(choice.file), choice.words) for choice in copies]
        self.fields["copy"].choices = told or [("", _("Tidak ada stik berisi cadangan yang tertancap"))]

    def clean(self):
        given = super().clean()
        if not given.get("file") and given.get("copy") not in self.files_of:
            raise ValidationError(_("Tancapkan stik lalu pilih cadangannya, atau pilih berkasnya."))
        names = [" ".join(given.get(name, "").lower().split()) for name in ("first", "second")]
        if all(names) and names[0] == names[1]:
            raise ValidationError(_("Perlu dua pengurus yang berbeda, masing-masing dengan bagiannya sendiri."))
        return given


class UseForm(fields.Form):
    """That they have read what is missing."""

    known = fields.YesField(label=_("Kami berdua sudah membacanya dan tahu apa yang harus dicatat lagi"), required=True)


class ReceiptForm(fields.Form):
    """A receipt of an entry that is gone: its file, or its text out of a code."""

    file = fields.FileField(label=_("Berkas atau foto kodenya"), required=False, widget=CodeInput)
    text = fields.LongTextField(
        label=_("Atau tempel teksnya"), required=False, max_length=LONGEST, strip=False,
        help_text=_("Foto kode kotak pada kuitansi yang dipilih di atas mengisi ini sendiri."),
    )  # fmt: skip

    def clean(self):
        text, _way = brought(super().clean(), _("Pilih berkas kuitansinya, atau tempel teksnya."))
        return {"text": text}
