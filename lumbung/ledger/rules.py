"""The arithmetic of a journal: no database, no clock."""

import hashlib
import hmac
import json
from base64 import b64encode
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from lumbung import money
from lumbung.ledger.chart import ACCOUNTS, MUST_HAVE_HOLDER
from lumbung.tlog.canonical import canonical


class Move(NamedTuple):
    """`amount` sen out of `credit`, into `debit`; holder 0 is nobody in particular."""

    debit: str
    credit: str
    amount: int
    debit_holder: int = 0
    credit_holder: int = 0
    unit: int = 0
    counterparty: str = ""


class Draft(NamedTuple):
    """An entry before it has a number."""

    kind: str
    booked_on: date
    series: str
    memo: str
    request_id: UUID
    made_by: int
    moves: tuple[Move, ...]
    approved_by: int | None = None
    reverses: int | None = None


class Side(NamedTuple):
    """One line of a journal as people write it: account, holder, amount in sen."""

    account: str
    holder: int
    amount: int


def pour(debits: list[Side], credits: list[Side], *, unit: int = 0, counterparty: str = "") -> tuple[Move, ...]:
    """Turn a journal into moves: credits are poured into debits in the order given.

    Raises  ValueError: the sides differ, or an amount is not above zero
    """
    if sum(s.amount for s in debits) != sum(s.amount for s in credits):
        raise ValueError("an entry balances")
    if any(side.amount <= 0 for side in [*debits, *credits]):
        raise ValueError("an amount is above zero")
    moves, into, out_of = [], list(debits), list(credits)
    while into:
        debit, credit = into[0], out_of[0]
        amount = min(debit.amount, credit.amount)
        moves.append(Move(debit.account, credit.account, amount, debit.holder, credit.holder, unit, counterparty))
        _take(into, amount)
        _take(out_of, amount)
    return tuple(moves)


def _take(sides: list[Side], amount: int) -> None:
    left = sides[0].amount - amount
    if left:
        sides[0] = sides[0]._replace(amount=left)
    else:
        sides.pop(0)


def reversed_moves(moves) -> tuple[Move, ...]:
    """The same movements, the other way round."""
    return tuple(
        Move(m.credit, m.debit, m.amount, m.credit_holder, m.debit_holder, m.unit, m.counterparty) for m in moves
    )


def merged(moves) -> tuple[dict, dict]:
    """A journal as people write it: amounts by (account, holder) on either side, in the order of first appearance."""
    debits, credits = {}, {}
    for move in moves:
        debit, credit = (move.debit, move.debit_holder), (move.credit, move.credit_holder)
        debits[debit] = debits.get(debit, 0) + move.amount
        credits[credit] = credits.get(credit, 0) + move.amount
    return debits, credits


def wrong_with(draft: Draft) -> str:
    """What keeps a draft from being posted, in a word for us; empty when nothing does."""
    if not draft.moves and not draft.kind.startswith("period."):
        return "an entry moves something"
    for move in draft.moves:
        for code, holder in ((move.debit, move.debit_holder), (move.credit, move.credit_holder)):
            if code not in ACCOUNTS:
                return f"no such account: {code}"
            if code in MUST_HAVE_HOLDER and not holder:
                return f"{code} needs a holder"
        if move.amount <= 0 or (move.debit[0] == "9") != (move.credit[0] == "9"):
            return f"a move of {move.amount} from {move.credit} to {move.debit}"
    return ""


def digest(draft: Draft) -> bytes:
    """SHA-256 of what was asked for: the same request again must ask for the same."""
    asked = [draft.kind, draft.booked_on.isoformat(), draft.series, draft.memo, draft.reverses or 0, draft.moves]
    return hashlib.sha256(json.dumps(asked, ensure_ascii=False, separators=(",", ":")).encode()).digest()


def deltas(cooperative_id: int, drafts) -> list[tuple]:
    """What the drafts add to the balances: a row for the control and one for each holder."""
    sums: dict[tuple, list[int]] = {}
    for draft in drafts:
        month = draft.booked_on.isoformat()[:7]
        for move in draft.moves:
            for holder in {0, move.debit_holder}:
                sums.setdefault((cooperative_id, holder, move.debit, move.unit, month), [0, 0])[0] += move.amount
            for holder in {0, move.credit_holder}:
                sums.setdefault((cooperative_id, holder, move.credit, move.unit, month), [0, 0])[1] += move.amount
    return [(*key, debit, credit) for key, (debit, credit) in sums.items()]


def leaf(draft: Draft, *, number: int, document: str, posted_at: datetime, request_digest: bytes, salt: bytes) -> bytes:
    """The entry as it enters the proof log: canonical JSON, the personal part as a salted commitment.

    Source  reliability.md 5.1; docs/decisions/0004-leaf.md
    """
    sides = {}
    for move in draft.moves:
        sides.setdefault(move.debit, [0, 0])[0] += move.amount
        sides.setdefault(move.credit, [0, 0])[1] += move.amount
    lines = [[code, money.decimal_string(d), money.decimal_string(c)] for code, (d, c) in sides.items()]
    personal = canonical(
        [
            str(draft.made_by), str(draft.approved_by or 0), draft.memo, draft.request_id.hex, request_digest.hex(),
            [[str(part) for part in move] for move in draft.moves],
        ]
    )  # fmt: skip
    body = {
        "a": lines,
        "d": document,
        "k": draft.kind,
        "m": b64encode(hmac.digest(salt, personal, "sha256")).decode(),
        "n": number - 1,
        "p": draft.booked_on.isoformat(),
        "t": posted_at.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "v": 1,
    }
    if draft.reverses:
        body["r"] = draft.reverses - 1
    return canonical(body)
