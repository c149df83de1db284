"""What a member can allow or refuse, each with the text she is shown.

A text that changes is a new version: the files of `texts/` are never edited (their digests stand in `texts/DIGESTS`),
a newer one is added beside them.
"""

from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from django.utils.translation import gettext_lazy as _

from lumbung.members.wishes import WHATSAPP

TEXTS = Path(__file__).resolve().parents[1] / "texts"


class Purpose(NamedTuple):
    """One use of a member's data.

    silence  whether it is allowed while nobody has asked her: it belongs to what she joined for, and she may refuse
    to_do    what an officer does by hand when she takes it back
    """

    word: str
    label: str
    silence: bool
    to_do: str


class Text(NamedTuple):
    """What she was shown: its version, language, words and their SHA-256."""

    version: int
    language: str
    words: str
    digest: str


PURPOSES = {
    purpose.word: purpose
    for purpose in (
        Purpose(
            WHATSAPP, _("Pesan WhatsApp"), True,
            _("Lumbung sudah tidak menawarkan WhatsApp untuknya. Hapus nomornya dari grup dan daftar siaran."),
        ),
        Purpose(
            "photo", _("Foto dari kegiatan"), False,
            _("Turunkan fotonya dari papan, laporan yang belum dicetak, dan media sosial koperasi."),
        ),
        Purpose(
            "market", _("Profil di Karbes Market"), False,
            _("Lepas nama, usaha, dan nomornya dari daftar serta grup penjual."),
        ),
    )
}  # fmt: skip


@cache
def newest(word: str) -> int:
    """The version of a text that is shown now."""
    return max(int(file.name.split("-")[1].split(".")[0]) for file in TEXTS.glob(f"{word}-*.id.txt"))


@cache
def text(word: str, language: str, version: int | None = None) -> Text:
    """A text as it is shown; in Indonesian where nobody has written another language."""
    version = version or newest(word)
    file = TEXTS / f"{word}-{version}.{language}.txt"
    if not file.exists():
        language, file = "id", TEXTS / f"{word}-{version}.id.txt"
    content = file.read_bytes()
    return Text(version, language, content.decode().strip(), sha256(content).hexdigest())


def holds(purpose: Purpose, given: bool | None, version: int) -> bool:
    """Whether a use is allowed now.

    given    what she said last; None when she was never asked
    version  of the text that she said it about: a yes to an older text is not a yes to the newest one
    """
    if given is None:
        return purpose.silence
    return given and (purpose.silence or version == newest(purpose.word))
