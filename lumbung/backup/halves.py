"""A key in two halves for two officers: either half alone says nothing about it.

The key is an age identity, `AGE-SECRET-KEY-1…`: 58 signs of 32 each (Bech32, no sign that looks like another). One half
is drawn at random; the other is what, added to it sign by sign (XOR of five bits), gives the key: a one-time pad, for
which Shamir's proof of 1949 stands. A half ends with two signs that catch a slip of the pen; the key's own checksum
catches halves that do not belong together.
"""

import hashlib
import secrets
from typing import NamedTuple

from django.utils.translation import gettext as _

from lumbung.web.words import Refused

SIGNS = "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L"
FRONT = "AGE-SECRET-KEY-1"
LENGTH = 58
GROUP = 4
WORDS = (
    "padi jagung kopi kelapa pisang mangga durian salak nanas pepaya tebu kedelai cabai bawang jahe kunyit "
    "sapi kambing ayam bebek ikan kerbau kuda merpati lebah kucing rusa gajah elang kancil penyu siput "
    "sawah kebun sungai gunung danau pantai hutan bukit jalan pasar sekolah rumah sumur jembatan lumbung balai "
    "cangkul sabit lesung tampah bakul tikar payung lampu meja kursi pintu sepeda perahu gerobak gentong kendi"
).split()


class Half(NamedTuple):
    """`text` is what is printed and typed; `words` are read out to see that a sheet is the right one."""

    text: str
    words: str


def split(secret: str) -> tuple[Half, Half]:
    """Two halves of an age identity."""
    key = _values(secret.removeprefix(FRONT))
    assert len(key) == LENGTH, "an age X25519 identity"
    drawn = [secrets.randbelow(32) for _sign in key]
    return _half(drawn), _half([a ^ b for a, b in zip(key, drawn, strict=True)])


def join(one: str, other: str) -> str:
    """The age identity that two halves make; whether it is one, age itself says.

    Raises  Refused: a half is mistyped, or both are the same
    """
    first, second = (_read(text, place) for place, text in enumerate((one, other), start=1))
    if first == second:
        raise Refused(_("Kedua bagian sama. Ambil satu lembar dari masing-masing pengurus."))
    return FRONT + "".join(SIGNS[a ^ b] for a, b in zip(first, second, strict=True))


def words_of(text: str) -> str:
    """Two words by which people know a half: `padi lumbung`."""
    digest = hashlib.sha256(b"lumbung half\n" + _plain(text).encode()).digest()
    return f"{WORDS[digest[0] % 64]} {WORDS[digest[1] % 64]}"


def _half(values: list[int]) -> Half:
    plain = "".join(SIGNS[value] for value in values)
    text = plain + _check(plain)
    shown = "-".join(text[start : start + GROUP] for start in range(0, len(text), GROUP))
    return Half(shown, words_of(shown))


def _check(plain: str) -> str:
    digest = hashlib.sha256(plain.encode()).digest()
    return SIGNS[digest[0] % 32] + SIGNS[digest[1] % 32]


def _plain(text: str) -> str:
    return "".join(sign for sign in text.upper() if sign.isalnum())


def _values(plain: str) -> list[int]:
    return [SIGNS.index(sign) for sign in plain]


def _read(text: str, place: int) -> list[int]:
    plain = _plain(text)
    if len(plain) != LENGTH + 2 or not set(plain) <= set(SIGNS) or _check(plain[:LENGTH]) != plain[LENGTH:]:
        raise Refused(
            _("Bagian %(place)s salah ketik: %(count)s huruf dari 60. Cocokkan lagi dengan lembarnya."),
            place=place, count=len(plain),
        )  # fmt: skip
    return _values(plain[:LENGTH])
