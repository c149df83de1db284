"""What is asked on the pages of witnesses: a key and a name, an address, a file or pasted text, a reason."""

from django import forms
from django.core.exceptions import ValidationError
from django.templatetags.static import static
from django.utils.translation import gettext_lazy as _

from lumbung.web import fields
from lumbung.witness.models.seen import Witness
from lumbung.witness.watching import LONGEST, tidied

FROM_WITNESS = _("Satu baris dari halaman Menjadi saksi mereka. Ambil langsung dari orangnya, bukan dari grup pesan.")
FROM_LOG = _("Satu baris dari halaman Saksi koperasi itu. Ambil langsung dari pengurusnya, bukan dari grup pesan.")
HTTPS = _("Dimulai dengan https://. Kosongkan bila diantar dengan berkas atau QR.")


class KeyInput(forms.Textarea):
    """A key is pasted, never typed."""

    def __init__(self):
        super().__init__({"rows": 3, "autocomplete": "off", "autocapitalize": "off", "spellcheck": "false"})


class AddWitnessForm(fields.Form):
    """Somebody who will witness our book."""

    label = fields.TextField(label=_("Nama saksi"), max_length=120, help_text=_("Misalnya “KMP Sukun”."))
    kind = fields.OneOfField(label=_("Siapa"), choices=Witness.Kind.choices)
    vkey = fields.LongTextField(label=_("Kunci saksi"), max_length=400, widget=KeyInput, help_text=FROM_WITNESS)
    url = fields.TextField(label=_("Alamat saksi"), max_length=300, required=False, help_text=HTTPS)


class AddressForm(fields.Form):
    """Where a witness is asked."""

    url = fields.TextField(label=_("Alamat saksi"), max_length=300, required=False, help_text=HTTPS)


class WatchForm(fields.Form):
    """A log that we are going to watch."""

    label = fields.TextField(label=_("Nama koperasi"), max_length=120)
    vkey = fields.LongTextField(label=_("Kunci buku"), max_length=400, widget=KeyInput, help_text=FROM_LOG)


class CodeInput(forms.FileInput):
    """A text file, or a photo of a code: the page reads it and puts its text where a text is asked for (codes.js)."""

    def get_context(self, name, value, attrs):
        words = _("Tidak ada kode yang terbaca di foto ini. Potret lagi lebih dekat, lurus, dan terang.")
        more = {"accept": ".txt,image/*", "data-reads": static("witness/reader.js"), "data-unread": str(words)}
        return super().get_context(name, value, {**more, **(attrs or {})})


class BringForm(fields.Form):
    """A text that came by stick, message or camera: as a file, a photo of its code, or pasted."""

    file = fields.FileField(label=_("Berkas atau foto QR"), required=False, widget=CodeInput)
    text = fields.LongTextField(
        label=_("Atau tempel isinya"), required=False, max_length=LONGEST, strip=False, widget=KeyInput,
        help_text=_("Hasil pindai QR juga ditempel di sini; foto QR yang dipilih di atas mengisinya sendiri."),
    )  # fmt: skip

    def clean(self):
        words = _("Pilih berkasnya, atau tempel isinya. Berkas saksi pendek, tidak sampai satu halaman.")
        text, way = brought(super().clean(), words)
        return {"text": tidied(text), "way": way}


def brought(given: dict, nothing: str) -> tuple[str, str]:
    """The text of a form with a `file` and a `text`, and which of them it came by.

    Raises  ValidationError: `nothing`, when there is none or it is longer than any such text
    """
    file, text = given.get("file"), given.get("text", "")
    if file:
        text = file.read(LONGEST + 1).decode("utf-8", "replace")
    if not text.strip() or len(text) > LONGEST:
        raise ValidationError(nothing)
    return text, "file" if file else "text"


class RetireForm(fields.Form):
    """Why a witness signs no more."""

    why = fields.LongTextField(label=_("Mengapa"), max_length=400)
