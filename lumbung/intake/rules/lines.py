"""What a line of a cash book says in words and marks. No database, no clock."""

import re

from lumbung.cash.rules import CATEGORIES, propose
from lumbung.intake.reading import Row
from lumbung.intake.rules.names import name_in

SURE_ENOUGH = 0.7  # below it a proposal is a guess: the money waits for a name
TO_MEMBERS = {"dues.paid": "320000", "member.principal_paid": "310000", "savings.deposited": "211100"}
UNKNOWN = frozenset({"receipt.unidentified", "payment.unidentified"})
# What needs a till, a producer, an officer, a fund or a member's balance is decided by a person.
BY_HAND = frozenset(
    {"unit.funded", "unit.returned", "savings.withdrawn", "advance.given", "expense.social", "expense.education_fund"}
)


_TELLER = re.compile(r"\b(setor(an)?|tarik(an)?|penarikan|ambil) tunai\b", re.IGNORECASE)


def category_of(text: str, *, inward: bool, bank: bool = False, answer: str = "") -> tuple[str, float | None]:
    """The category of a line and how sure we are of it; a person's answer is sure.

    bank   the line stands in a bank book: what went out of the cash comes in here
    Shape   ("", confidence) when nothing is likely enough
    """
    if answer in CATEGORIES:
        return answer, 1.0
    if bank and _between_cash_and_bank(text, inward):
        return "money.moved", 0.9
    proposed = propose(text, inward)
    if not proposed:
        return "", None
    event, confidence = proposed[0]
    return (event if confidence >= SURE_ENOUGH else ""), confidence


def _between_cash_and_bank(text: str, inward: bool) -> bool:
    """`Setoran tunai` comes into the bank, `tarik tunai` leaves it; with a name behind it is somebody's payment."""
    mirrored = propose(text, not inward)
    moved = bool(_TELLER.search(text)) or bool(mirrored and mirrored[0] == ("money.moved", 0.95))
    return moved and not name_in(_TELLER.sub(" ", text))


def is_plain(event: str) -> bool:
    """Whether the category alone says all that the journal needs."""
    return event in CATEGORIES and not CATEGORIES[event].needs and event not in UNKNOWN | BY_HAND


def memo(row: Row) -> str:
    """The words of the line as they enter the book, with the number of its slip."""
    said = " ".join((row.values.get("description") or "").split()) or row.sheet
    slip = row.values.get("document")
    return f"{said} ({slip})"[:300] if slip and slip.lower() not in said.lower() else said[:300]


def mark(row: Row, place_id: int) -> str:
    """What makes a line the same line in another file: day, words, slip, amounts and the place."""
    values = row.values
    words = " ".join((values.get("description") or "").lower().split())
    return "|".join(
        str(part)
        for part in (place_id, values["date"], words, values.get("document") or "", values.get("inflow") or 0,
                     values.get("outflow") or 0)
    )  # fmt: skip
