"""Months as people write them, in cells, column heads, sheet names and captions."""

import re
from datetime import date

from .cells import text

_SPELLINGS = {
    1: "januari jan january januri janu",
    2: "februari feb pebruari peb february febuari pebuari febr pebr",
    3: "maret mar march mrt",
    4: "april apr apl",
    5: "mei may",
    6: "juni jun june",
    7: "juli jul july",
    8: "agustus agt agst agus agust ags aug august agts agu",
    9: "september sep sept",
    10: "oktober okt october oct",
    11: "november nov nopember nop",
    12: "desember des december dec",
}
NUMBERS = {word: number for number, words in _SPELLINGS.items() for word in words.split()}
NAMES = ["", *(words.split()[0].capitalize() for words in _SPELLINGS.values())]
_ROMAN_NUMBERS = "I II III IV V VI VII VIII IX X XI XII"
_ROMAN = {word: number for number, word in enumerate(_ROMAN_NUMBERS.split(), 1)}
_ALTERNATIVES = "|".join(sorted(NUMBERS, key=len, reverse=True))
_WORD = re.compile(rf"(?<![a-z])({_ALTERNATIVES})(?![a-z])", re.IGNORECASE)
_HEAD = re.compile(rf"(?:bulan |bln\.? )?({_ALTERNATIVES})\.?[\s\-/'’.]*(\d{{4}}|\d{{2}})?", re.IGNORECASE)
_NUMBERED = re.compile(r"(?:bulan|bln)\.?\s*(?:ke[\s-]*)?(\d{1,2})", re.IGNORECASE)
_SLASHED = re.compile(r"(?<!\d)(?:(0?[1-9]|1[0-2])[/\-.](20\d\d)|(20\d\d)[/\-.](0?[1-9]|1[0-2]))(?!\d)")
_FIRST_DAY = re.compile(r"0?1[/\-.](0?[1-9]|1[0-2])[/\-.](20\d\d)|(20\d\d)-(0[1-9]|1[0-2])-01")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SHORT_YEAR = re.compile(rf"(?<![a-z])(?:{_ALTERNATIVES})[\s\-/'’.]*(\d\d)(?!\d)", re.IGNORECASE)


def number_of(word: str) -> int | None:
    """`Pebruari` is 2, `Agt` is 8; None for anything else."""
    return NUMBERS.get(word.strip().rstrip(".").lower())


def of_head(cell: object) -> tuple[int, int | None] | None:
    """Month and year (None when not told) of a column head: `Jan`, `PEB 25`, `Bln 3`, `VII`, `03/2025`, a date.

    A bare number is a month only among its neighbours: see `run_of_numbers`.
    """
    if isinstance(cell, date):
        return cell.month, cell.year
    head = text(cell)
    if found := _HEAD.fullmatch(head):
        return NUMBERS[found[1].lower()], full_year(found[2])
    if found := _SLASHED.fullmatch(head) or _FIRST_DAY.fullmatch(head):
        return int(found[1] or found[4]), int(found[2] or found[3])
    if (found := _NUMBERED.fullmatch(head)) and 1 <= int(found[1]) <= 12:
        return int(found[1]), None
    return (_ROMAN[head], None) if head in _ROMAN else None


def run_of_numbers(heads: list[object]) -> dict[int, int]:
    """Place in `heads` (from 0) -> month, where 1, 2, … 12 stand side by side as heads; {} when they do not."""
    texts = [text(head).lstrip("0") for head in heads]
    for start in range(len(texts)):
        if texts[start : start + 12] == [str(number) for number in range(1, 13)]:
            return {start + number - 1: number for number in range(1, 13)}
    return {}


def full_year(two_or_four: str | None) -> int | None:
    if not two_or_four:
        return None
    return int(two_or_four) if len(two_or_four) == 4 else 2000 + int(two_or_four)


def in_caption(caption: str) -> int | None:
    """The month a caption or sheet name speaks of: `BUKU KAS JANUARI 2025`, `Juni `, `2025-03`; None without one."""
    found = _WORD.findall(caption)
    if found:
        return NUMBERS[found[0].lower()] if len({NUMBERS[word.lower()] for word in found}) == 1 else None
    if slashed := _SLASHED.search(caption):
        return int(slashed[1] or slashed[4])
    if numbered := _NUMBERED.search(caption):
        return int(numbered[1]) if 1 <= int(numbered[1]) <= 12 else None
    bare = caption.strip()
    if bare in _ROMAN:
        return _ROMAN[bare]
    return int(bare) if bare.isdecimal() and 1 <= int(bare) <= 12 else None


def year_in_caption(caption: str) -> int | None:
    """The last year a caption names, also as `Jan 25`: what is closed at 31 Desember 2025 is the year 2025."""
    if years := _YEAR.findall(caption):
        return int(years[-1])
    short = _SHORT_YEAR.findall(caption)
    return 2000 + int(short[-1]) if short else None


def all_in(caption: str) -> list[int]:
    """Every month named, in order; a span `Jan-Mar` or `Juli s/d Des` is filled in."""
    found = list(_WORD.finditer(caption))
    numbers = [NUMBERS[match[1].lower()] for match in found]
    if len(found) == 2:
        between = caption[found[0].end() : found[1].start()].lower()
        if re.fullmatch(r"[\s\d'.]*(-|–|—|s\.?/?d\.?|sd|sampai|sampai dengan|hingga|to)[\s\d'.]*", between):
            first, last = numbers
            return [(first + step - 1) % 12 + 1 for step in range((last - first) % 12 + 1)]
    return numbers


def without_names(caption: str) -> str:
    """The caption with every month's name taken out."""
    return _WORD.sub("", caption)
