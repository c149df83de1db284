"""Passphrases: four words are offered, long ones are welcome, easy ones and what others know of a person are refused.

`knows(person)` lists are added by the packages that know more than security does: a member's NIK, her day of birth.
"""

import re
import secrets
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from lumbung.security.reports import cooperatives_of_ever

WORDS, OFFERED, LEFT = 4, 3, 8
EASY = """
    koperasi merdeka merahputih indonesia nusantara pancasila garuda katasandi rahasia sandi password passphrase
    bismillah alhamdulillah sayang cinta admin administrator bendahara ketua sekretaris kasir pengawas pengurus anggota
    lumbung kelurahan kecamatan kabupaten qwertyuiop qwerty asdfghjkl asdf zxcvbnm abcdefg abcd jakarta malang surabaya
    persija persib arema bonek
""".split()

KNOWERS: list[Callable[[object], Iterable[str]]] = []


@cache
def words() -> list[str]:
    """Short Indonesian words that everybody can spell; ten bits each."""
    return (Path(__file__).parent / "words.txt").read_text().split()


def suggestions(count: int = OFFERED) -> list[str]:
    """Four words by chance: forty bits, which the waiting at the door makes enough for a lifetime."""
    return [" ".join(secrets.choice(words()) for _word in range(WORDS)) for _phrase in range(count)]


def squeezed(text: str) -> str:
    """Letters and digits alone, small: `Merdeka-45!` and `merdeka45` are one guess."""
    return re.sub(r"[^\w]|_", "", text.casefold())


def what_is_left(passphrase: str, known: Iterable[str]) -> str:
    """The passphrase without what everybody tries and what is known of the person, the longest first."""
    rest = squeezed(passphrase)
    parts = {squeezed(part) for text in (*EASY, *known) for part in (text, *text.split())}
    for part in sorted((part for part in parts if len(part) > 2), key=len, reverse=True):
        rest = rest.replace(part, "")
    return re.sub(r"\d{1,4}$|^\d{1,4}|(\w)\1{2,}", "", rest)


def birth_spellings(day) -> list[str]:
    """How people write their day of birth into a passphrase."""
    return [f"{day:{form}}" for form in ("%d%m%Y", "%d%m%y", "%Y%m%d", "%m%d%Y", "%d-%m-%Y")] + [
        f"{day.day}{day.month}{day.year}"
    ]


class NotRepeated:
    """Refuse one easy word typed again and again: long is not strong when it is `kopikopikopikopi`."""

    def validate(self, password, user=None):
        if re.fullmatch(r"(.{1,8}?)\1+", password):
            raise ValidationError(_("Kata sandi jangan kata yang diulang-ulang. Pakai empat kata yang berlainan."))

    def get_help_text(self):
        return _("Empat kata yang berlainan mudah diingat dan sukar ditebak.")


class NotKnown:
    """Refuse what is left short when the easy words and the person's own facts are taken out."""

    def validate(self, password, user=None):
        if len(what_is_left(password, known_of(user) if user else ())) < LEFT:
            raise ValidationError(
                _(
                    "Kata sandi ini mudah ditebak: isinya nama, angka, atau kata yang dicoba orang lebih dulu."
                    " Pakai empat kata yang tidak ada hubungannya dengan Anda."
                )
            )

    def get_help_text(self):
        return _("Jangan pakai nama, tanggal lahir, nomor HP, NIK, atau nama koperasi.")


def known_of(person) -> list[str]:
    """What others know of a person: her names and numbers, her cooperatives and their villages.

    A person who is only about to be has no row yet that a knower could find: `also_known` brings what is known of her.
    """
    phone = re.sub(r"\D", "", person.phone)
    facts = [*getattr(person, "also_known", ()), person.login_name, person.full_name, phone, phone.removeprefix("62")]
    for cooperative in cooperatives_of_ever(person.id):
        facts += [cooperative.name, cooperative.slug, cooperative.place_line]
    return facts + [fact for knower in KNOWERS for fact in knower(person)]
