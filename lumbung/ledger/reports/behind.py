"""The entries behind one figure of the cash flow or of the changes in equity: chosen as the statement chose them."""

from datetime import date
from typing import NamedTuple

from django.db import connection

from lumbung.cooperatives.tenant import must_act_for
from lumbung.ledger.layout_flows import cash_lines, equity_column, equity_row
from lumbung.ledger.reports.flows import AMOUNT, CREDIT, DEBIT, KIND, MOVED, Flow, flows
from lumbung.sql.values import as_date, as_day


class Part(NamedTuple):
    """What one entry adds to a figure; sen, with the sign of the statement."""

    number: int
    booked_on: date
    document: str
    memo: str
    amount: int


def behind_cash_line(cooperative_id: int, key: str, start: date, end: date) -> list[Part]:
    """The entries that a line of the cash flow sums up, by day."""

    def share(flow: Flow) -> int:
        return sum(direction for line, direction in cash_lines(*flow) if line == key)

    return _parts(cooperative_id, start, end, share)


def behind_equity(cooperative_id: int, row: str, column: str, start: date, end: date) -> list[Part]:
    """The entries that a figure of the changes in equity sums up, by day; no column for the whole row."""

    def share(flow: Flow) -> int:
        if equity_column(flow.debit) == equity_column(flow.credit):
            return 0
        sides = ((flow.debit, flow.credit, -1), (flow.credit, flow.debit, 1))
        return sum(sign for account, other, sign in sides if _stands_in(row, column, flow, account, other))

    return _parts(cooperative_id, start, end, share)


def _stands_in(row: str, column: str, flow: Flow, account: str, other: str) -> bool:
    found = equity_column(account)
    return (
        bool(found) and column in ("", found) and equity_row(flow.kind, account, other, account == flow.credit) == row
    )


def _parts(cooperative_id: int, start: date, end: date, share) -> list[Part]:
    """Sum by entry what `share` (-1, 0 or 1) takes of each kind of flow."""
    shares = {flow: share(flow) for flow in flows(cooperative_id, start, end)}
    wanted = {flow: part for flow, part in shares.items() if part}
    found: dict[int, Part] = {}
    for number, day, document, memo, *flow, amount in _moves(cooperative_id, start, end, list(wanted)):
        part = found.get(number, Part(number, as_date(day), document, memo, 0))
        found[number] = part._replace(amount=part.amount + wanted[Flow(*flow)] * int(amount))
    return sorted(found.values(), key=lambda part: (part.booked_on, part.number))


def _moves(cooperative_id: int, start: date, end: date, wanted: list[Flow]) -> list[tuple]:
    must_act_for(cooperative_id)
    if not wanted:
        return []
    one = f"({KIND} = %s AND {DEBIT} = %s AND {CREDIT} = %s)"
    values = [value for flow in wanted for value in (as_day(start), *flow)]
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT e.number, e.booked_on, e.document, e.memo, {KIND}, {DEBIT}, {CREDIT}, {AMOUNT}{MOVED}"
            f" AND ({' OR '.join([one] * len(wanted))})",
            [as_day(start), cooperative_id, as_day(start), as_day(end), *values],
        )
        return cursor.fetchall()
