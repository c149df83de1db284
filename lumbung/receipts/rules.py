"""The words of messages and where they go: short, Indonesian, one purpose, no NIK. No database, no clock."""

import re
from collections.abc import Sequence
from datetime import date
from urllib.parse import quote

from lumbung import money
from lumbung.dues.rules import spoken

LONGEST = 300  # signs of a message
NAME, HOUSE = 40, 60  # signs of a name in it, a person's and a cooperative's
PHRASE = 30  # signs of the words by which members know the message
MOBILE = re.compile(r"\+628[1-9]\d{6,10}")


def is_mobile(phone: str) -> bool:
    """Whether a number can have WhatsApp (reference: domain 7.2)."""
    return MOBILE.fullmatch(phone) is not None


def address(phone: str, text: str) -> str:
    """Where a browser or telephone opens WhatsApp with the text written; the person presses send."""
    return f"https://wa.me/{phone.removeprefix('+')}?text={quote(text)}"


def called(full_name: str, honorific: str = "", gender: str = "") -> str:
    """`Bu Sutini`, `Bapak/Ibu Wahyu` where nobody wrote down which."""
    title = honorific or {"P": "Bu", "L": "Pak"}.get(gender, "Bapak/Ibu")
    return f"{title} {shortened(full_name, NAME)}"


def receipt_text(
    *,
    to: str,
    amount: int,
    on: date,
    document: str,
    purpose: str,
    balance: str,
    house: str,
    phrase: str = "",
) -> str:
    """Thanks for money that came in.

    to       as `called` says it
    purpose  left out when there is no room for it
    balance  `simpanan wajib Rp370.000`; may be empty
    Source   reference/domain.md 7.1
    """
    known = called_phrase(phrase)
    start = f"Terima kasih, {to}. Setoran {money.show(amount)} diterima {on:%d/%m/%Y}, bukti {document}"
    end = f" Saldo {balance}." if balance else ""
    return _first_that_fits(
        f"{start}, untuk {purpose}.{end} {shortened(house, HOUSE)}{known}" if purpose else "",
        f"{start}.{end} {shortened(house, HOUSE)}{known}",
        f"{start}. {shortened(house, HOUSE)}{known}",
    )


def reminder_text(*, to: str, amount: int, periods: Sequence[str], house: str, phrase: str = "") -> str:
    """What is still owed for past months, and where it can be paid.

    periods  of the months, oldest first
    Source   reference/domain.md 7.1
    """
    where = f"Bisa dibayar di kantor {shortened(house, HOUSE)}. Sudah membayar? Abaikan pesan ini."
    known = called_phrase(phrase)
    return _first_that_fits(
        f"{to}, simpanan wajib {spoken(periods)} kurang {money.show(amount)}. {where}{known}",
        f"{to}, simpanan wajib s.d. {spoken(periods[-1:])} kurang {money.show(amount)}. {where}{known}",
    )


def called_phrase(phrase: str) -> str:
    """The words by which members know that a message is the cooperative's; nothing while it has none."""
    return f" Kata pengenal: {shortened(phrase, PHRASE)}." if phrase else ""


def shortened(text: str, most: int) -> str:
    """The words of a name that fit, whole ones as long as there are any."""
    text = " ".join(text.split())
    if len(text) <= most:
        return text
    return text[:most].rsplit(" ", 1)[0]


def _first_that_fits(*texts: str) -> str:
    fitting = [text for text in texts if text and len(text) <= LONGEST]
    assert fitting, "the shortest wording always fits"
    return fitting[0]
