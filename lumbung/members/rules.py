"""Names, phones and neighbourhoods made comparable. No database, no clock."""

import re
import unicodedata
from difflib import SequenceMatcher

from django.utils.translation import gettext as _

from lumbung.sheets import people
from lumbung.sheets.refusals import Undecided
from lumbung.web.words import Refused

_WORDS = re.compile(r"[^a-z0-9]+")
_PAIR = re.compile(r"(?<!\d)(\d{1,3})\s*/\s*(\d{1,3})(?!\d)")
_NEIGHBOURHOOD = re.compile(r"\b(rt|rw)[ .:]*0*(\d{1,3})\b")
ALIKE = 0.82  # of SequenceMatcher: "sutini" ~ "sutinni", not "sutini" ~ "suratmi"
WIDTH = 4  # digits of a member's number: 0001


def folded(text: str) -> str:
    """Lower case, without accents, words divided by one blank."""
    bare = unicodedata.normalize("NFKD", text.lower())
    return _WORDS.sub(" ", "".join(letter for letter in bare if not unicodedata.combining(letter))).strip()


def search_text(*, number: str, full_name: str, nickname: str = "", phone: str = "", rt: str = "", rw: str = "") -> str:
    """What a member is found by; blanks at both ends so that `rt3` can be asked as a whole word."""
    local = f"{phone[1:]} 0{phone[3:]}" if phone.startswith("+62") else folded(phone)
    places = [f"{word}{int(part)}" for word, part in (("rt", rt), ("rw", rw)) if part.isdigit()]
    words = [folded(full_name), folded(nickname), folded(number), local, *places]
    return f" {' '.join(filter(None, words))} "[:400]


def search_terms(text: str) -> list[str]:
    """The pieces that must all be found in `search_text`: parts of words, RT and RW as whole words."""
    places = []

    def take(found, word=None):
        places.append(f" {word or found[1]}{int(found[2])} ")
        return " "

    def take_pair(found):
        places.extend([f" rt{int(found[1])} ", f" rw{int(found[2])} "])
        return " "

    rest = _NEIGHBOURHOOD.sub(take, text.lower().replace("-", "") if _looks_like_phone(text) else text.lower())
    rest = _PAIR.sub(take_pair, rest)
    return [*folded(rest).split(), *places]


def _looks_like_phone(text: str) -> bool:
    return bool(re.fullmatch(r"\+?[\d\s\-()]{6,}", text.strip()))


def normal_phone(text: str) -> str:
    """`+62…`; "" when nothing was written.

    Raises  Refused: not a number of this country
    Source  reference/domain.md 7.2
    """
    try:
        return people.phone(text) or ""
    except Undecided as unread:
        raise Refused(_(unread.message), **unread.params) from unread


def three_digits(part: str) -> str:
    """An RT or RW as `003`; "" when there is none."""
    digits = re.sub(r"\D", "", part)
    return str(int(digits)).zfill(3)[-3:] if digits else ""


def similar(one: str, other: str) -> bool:
    """Whether two names may be one person's: the same words in any order, one holding the other, or nearly the same."""
    left, right = people.same_name(one), people.same_name(other)
    words, others = set(left.split()), set(right.split())
    if words <= others or others <= words:
        return bool(words and others)
    return SequenceMatcher(None, left, right).ratio() >= ALIKE


def next_number(numbers) -> str:
    """The number after the highest, as wide as it: gaps stay, since the paper book has them too."""
    highest = max((number for number in numbers if number.isdigit()), key=int, default="0".zfill(WIDTH))
    return str(int(highest) + 1).zfill(len(highest))


def as_wide(number: str, numbers) -> str:
    """`7` typed where the book has 0001 to 0040 is 0007; numbers with letters stay as they are."""
    width = max((len(other) for other in numbers if other.isdigit()), default=WIDTH)
    return number.zfill(width) if number.isdigit() else " ".join(number.split())
