"""What a line of a cash book says in words and marks. No database, no clock."""

from lumbung.cash.rules import CATEGORIES, propose
from lumbung.intake.reading import Row

SURE_ENOUGH = 0.7  # below it a proposal is a guess: the money waits for a name
TO_MEMBERS = {"dues.paid": "320000", "member.principal_paid": "310000", "savings.deposited": "211100"}
UNKNOWN = frozenset({"receipt.unidentified", "payment.unidentified"})
# What needs a till, a producer, an officer, a fund or a member's balance is decided by a person.
BY_HAND = frozenset(
    {"unit.funded", "unit.returned", "savings.withdrawn", "advance.given", "expense.social", "expense.education_fund"}
)


def category_of(text: str, *, inward: bool, answer: str = "") -> tuple[str, float | None]:
    """The category of a line and how sure we are of it; a person's answer is sure.

    Shape   ("", confidence) when nothing is likely enough
    """
    if answer in CATEGORIES:
        return answer, 1.0
    proposed = propose(text, inward)
    if not proposed:
        return "", None
    event, confidence = proposed[0]
    return (event if confidence >= SURE_ENOUGH else ""), confidence


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
