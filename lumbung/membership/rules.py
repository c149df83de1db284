"""Setting off what a member has against what she owes. No database, no clock."""

from typing import NamedTuple

CLAIMS = {  # the part of J50a → the account that empties
    "principal": "310000", "dues": "320000", "savings": "211100", "associate_savings": "211200", "term": "211300",
    "long_term": "221300", "term_interest": "211400", "earmarked": "211500", "surplus": "215700",
}  # fmt: skip
DEBTS = {"billed": "329000", "bought": "113400", "interest_due": "113200", "loan": "113100"}  # in this order
OTHERS = ("interest",)  # interest that falls due with the loan: for whoever knows the loan


class Account(NamedTuple):
    """What the settlement does; sen. `parts` are those of the event, `left` is what stays owed by debt."""

    claims: dict[str, int]
    debts: dict[str, int]
    parts: dict[str, int]
    refund: int
    left: dict[str, int]

    @property
    def has(self) -> int:
        return sum(self.claims.values())

    @property
    def owes(self) -> int:
        return sum(self.debts.values())

    @property
    def debt(self) -> int:
        return sum(self.left.values())

    @property
    def moves(self) -> bool:
        """Whether there is anything to enter."""
        return bool(self.has)


def settle(held: dict[str, int]) -> Account:
    """Set off the balances of a member, {account: sen on its normal side}: all that she has, against all that she owes.

    Debts are covered in their order while the claims last; what they do not cover stays where it is.
    """
    claims = {part: max(held.get(code, 0), 0) for part, code in CLAIMS.items()}
    debts = {part: max(held.get(code, 0), 0) for part, code in DEBTS.items()}
    left, covered = sum(claims.values()), {}
    for part, amount in debts.items():
        covered[part] = min(amount, left)
        left -= covered[part]
    parts = {**claims, **covered, **dict.fromkeys(OTHERS, 0), "refund": left}
    return Account(claims, debts, parts, left, {part: amount - covered[part] for part, amount in debts.items()})
