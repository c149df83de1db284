"""Codes on cards, and who lives under one roof. No database, no clock."""

import re
from collections.abc import Iterable

from lumbung.members.rules import folded

ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"  # nothing that a hand or an eye mistakes: no 0 O 1 I L U
LENGTH = 12  # 59 bits: nobody guesses one while it lives
DAYS = 14  # a card that lies in a drawer is a key under the mat
SHOWN_BY = 4


def code_of(choices: Iterable[int]) -> str:
    """The code of so many chosen places in the alphabet."""
    return "".join(ALPHABET[place] for place in choices)


def spelled(code: str) -> str:
    """`K7QM-4XTP-9R2A`, as it stands on the card."""
    return "-".join(code[place : place + SHOWN_BY] for place in range(0, len(code), SHOWN_BY))


def normal_code(text: str) -> str:
    """What was typed as the code would be stored; "" when it cannot be one."""
    bare = re.sub(r"[\s\-.]", "", text).upper()
    return bare if len(bare) == LENGTH and set(bare) <= set(ALPHABET) else ""


def suggested_name(full_name: str, number: str) -> str:
    """`siti0007`: a name to sign in with that is easily remembered."""
    words = folded(full_name).split()
    return f"{words[0] if words else 'anggota'}{''.join(folded(number).split())}"


def home_of(address: str, rt: str, rw: str) -> tuple[str, str, str] | None:
    """What members of one household share; None when the register does not say where somebody lives."""
    return (folded(address), rt, rw) if folded(address) else None
