"""The arithmetic of a journal: no database, no clock."""

import hmac
import re
from binascii import b2a_base64
from collections import defaultdict
from datetime import date, datetime
from functools import lru_cache
from hashlib import sha256
from json.encoder import encode_basestring as as_typed
from typing import NamedTuple
from uuid import UUID

from lumbung import money
from lumbung.ledger.chart import ACCOUNTS, MUST_HAVE_HOLDER
from lumbung.tlog.canonical import canonical, quoted
from lumbung.web.dates import MONTHS

_name, _typed = (
    lru_cache(maxsize=1024)(quoted),
    lru_cache(maxsize=1024)(as_typed),
)  # accounts, kinds, series: a few words

DAY_CLOSED = "period.day_closed"  # the kind of the entry that says how far a book had come in the evening


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
    if sum([s.amount for s in debits]) != sum([s.amount for s in credits]):
        raise ValueError("an entry balances")
    if min([side.amount for side in [*debits, *credits]], default=1) <= 0:
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
        debit, credit, amount, debit_holder, credit_holder, _unit, _counterparty = move
        if debit not in ACCOUNTS or credit not in ACCOUNTS:
            return f"no such account: {debit if debit not in ACCOUNTS else credit}"
        if (debit in MUST_HAVE_HOLDER and not debit_holder) or (credit in MUST_HAVE_HOLDER and not credit_holder):
            return f"{debit if not debit_holder and debit in MUST_HAVE_HOLDER else credit} needs a holder"
        if amount <= 0 or (debit[0] == "9") != (credit[0] == "9"):
            return f"a move of {amount} from {credit} to {debit}"
    return ""


BORROWED = frozenset({"221100", "221200", "216300"})
DECISION = re.compile(r"\b(RA|RAT|RALB|rapat anggota)\b[^\n]*\d", re.IGNORECASE)


def borrows_undecided(draft: Draft) -> bool:
    """Whether a draft brings a debt to a bank without naming the decision of the members: `RAT-2026-03`.

    Source  reference/domain.md 1.3; what stood in older books, and what is taken back, was decided then
    """
    borrows = any(move.credit in BORROWED and move.debit not in BORROWED for move in draft.moves)
    decided_then = draft.kind == "correction" or draft.kind.startswith("opening.")
    return borrows and not decided_then and not DECISION.search(draft.memo)


def digest(draft: Draft) -> bytes:
    """SHA-256 of what was asked for: the same request again must ask for the same."""
    kind, booked_on, series, memo, _request_id, _made_by, moves, _approved_by, reverses = draft
    asked_moves = ",".join(
        [
            f"[{_typed(debit)},{_typed(credit)},{amount},{ours},{theirs},{unit},{_typed(counterparty)}]"
            for debit, credit, amount, ours, theirs, unit, counterparty in moves
        ]
    )
    asked = (
        f'[{_typed(kind)},"{booked_on.isoformat()}",{_typed(series)},{as_typed(memo)},{reverses or 0},[{asked_moves}]]'
    )
    return sha256(asked.encode()).digest()


def deltas(cooperative_id: int, drafts) -> list[tuple]:
    """What the drafts add to the balances: a row for the control and one for each holder."""
    debits, credits = defaultdict(int), defaultdict(int)
    for draft in drafts:
        month = draft.booked_on.isoformat()[:7]
        for debit, credit, amount, debit_holder, credit_holder, unit, _counterparty in draft.moves:
            debits[0, debit, unit, month] += amount
            credits[0, credit, unit, month] += amount
            if debit_holder:
                debits[debit_holder, debit, unit, month] += amount
            if credit_holder:
                credits[credit_holder, credit, unit, month] += amount
    rows = [(cooperative_id, *key, amount, credits.pop(key, 0)) for key, amount in debits.items()]
    return rows + [(cooperative_id, *key, 0, amount) for key, amount in credits.items()]


def leaf(draft: Draft, *, number: int, document: str, posted_at: datetime, request_digest: bytes, salt: bytes) -> bytes:
    """The entry as it enters the proof log: canonical JSON, the personal part as a salted commitment.

    Source  reliability.md 5.1; docs/decisions/0004-leaf.md
    """
    sealed = commitment(draft, request_digest, salt)
    return leaf_around(sealed, draft, number=number, document=document, posted_at=posted_at)


def leaf_around(sealed: bytes, draft: Draft, *, number: int, document: str, posted_at: datetime) -> bytes:
    """The same leaf from the open part of an entry and its commitment.

    Written out by hand, byte for byte what `tlog.canonical` makes of the same values: a hundred thousand at once wait
    for it. The tests hold the two together.
    """
    reverses = f'"r":{draft.reverses - 1},' if draft.reverses else ""
    return (
        f'{{"a":[{_sides(draft.moves)}],"d":{quoted(document)},"k":{_name(draft.kind)},'
        f'"m":"{b2a_base64(sealed, newline=False).decode()}",'
        f'"n":{number - 1},"p":"{draft.booked_on.isoformat()}",{reverses}"t":"{_moment(posted_at)}","v":1}}'
    ).encode()


def commitment(draft: Draft, request_digest: bytes, salt: bytes) -> bytes:
    """What the leaf says of the personal part: nothing, without the salt."""
    return hmac.digest(salt, personal(draft, request_digest), "sha256")


def _sides(moves) -> str:
    """Each account with what it got and what it gave, in the order of first appearance."""
    show = money.decimal_string
    if len(moves) == 1 and moves[0].debit != moves[0].credit:  # as most entries are
        amount = show(moves[0].amount)
        return f'[{_name(moves[0].debit)},"{amount}","0"],[{_name(moves[0].credit)},"0","{amount}"]'
    sides: dict[str, list[int]] = {}
    for move in moves:
        sides.setdefault(move.debit, [0, 0])[0] += move.amount
        sides.setdefault(move.credit, [0, 0])[1] += move.amount
    return ",".join([f'[{_name(code)},"{show(debit)}","{show(credit)}"]' for code, (debit, credit) in sides.items()])


def personal(draft: Draft, request_digest: bytes) -> bytes:
    """The part of an entry that is somebody's: maker, approver, text, request, moves with their holders."""
    moves = ",".join(
        [
            f'[{_name(debit)},{_name(credit)},"{amount}","{ours}","{theirs}","{unit}",{_name(counterparty)}]'
            for debit, credit, amount, ours, theirs, unit, counterparty in draft.moves
        ]
    )
    return (
        f'["{draft.made_by}","{draft.approved_by or 0}",{quoted(draft.memo)},"{draft.request_id.hex}",'
        f'"{request_digest.hex()}",[{moves}]]'
    ).encode()


@lru_cache(maxsize=8)
def _moment(posted_at: datetime) -> str:
    return posted_at.strftime("%Y-%m-%dT%H:%M:%SZ")


def day_memo(on: date, *, new: int, size: int, sums: dict[str, list[int]]) -> str:
    """What a day's end says of the book before it: counts, the total, and the digest of the trial balance.

    sums    {account: [debit, credit]}, sen, of the whole book since its beginning
    """
    debit = sum(debit for debit, _credit in sums.values())
    day, many = f"{on.day} {MONTHS[on.month - 1]} {on.year}", [f"{count:,}".replace(",", ".") for count in (new, size)]
    return (  # Indonesian on every screen: it is the book that speaks
        f"Tutup hari {day}: {many[0]} catatan baru, {many[1]} seluruhnya, jumlah debit {money.show(debit)},"
        f" sidik neraca {' '.join(re.findall('.{8}', trial_digest(sums)))}"
    )


def trial_digest(sums: dict[str, list[int]]) -> str:
    """SHA-256, in hex, of the canonical JSON [[account, debit, credit], …] by account, amounts as decimal strings."""
    show = money.decimal_string
    return sha256(canonical([[code, show(sums[code][0]), show(sums[code][1])] for code in sorted(sums)])).hexdigest()
