"""What every holder's passbook says: each movement of some accounts, holder by holder, in one question."""

from collections import defaultdict
from datetime import date
from typing import NamedTuple

from django.db import connection

from lumbung.cooperatives.tenant import must_act_for
from lumbung.ledger.chart import ACCOUNTS
from lumbung.sql.values import as_date, as_day


class Movement(NamedTuple):
    """What one entry did to one holder: {account: (in, out)} in sen, `in` on the account's normal side."""

    number: int
    booked_on: date
    document: str
    memo: str
    moved: dict[str, tuple[int, int]]


def passbooks(
    cooperative_id: int, accounts: tuple[str, ...], start: date, end: date, *, holder: int = 0
) -> dict[int, list[Movement]]:
    """{holder: movements by day and number} of a period; of one holder only when one is given."""
    must_act_for(cooperative_id)
    found: dict[int, dict[int, Movement]] = defaultdict(dict)
    for number, day, document, memo, account, who, debit, credit in _sides(
        cooperative_id, accounts, start, end, holder
    ):
        moved = (int(debit), int(credit)) if ACCOUNTS[account].normal_side == "D" else (int(credit), int(debit))
        page = found[who].setdefault(number, Movement(number, as_date(day), document, memo, {}))
        before = page.moved.get(account, (0, 0))
        page.moved[account] = (before[0] + moved[0], before[1] + moved[1])
    return {who: sorted(pages.values(), key=lambda one: (one.booked_on, one.number)) for who, pages in found.items()}


def _sides(cooperative_id: int, accounts, start: date, end: date, holder: int) -> list[tuple]:
    """Both sides of the transfers, each as a row: the entry's head, account, holder, debit, credit."""
    marks = ", ".join(["%s"] * len(accounts))
    rows = []
    for side, amounts in (("debit", "t.amount, 0"), ("credit", "0, t.amount")):
        only, value = (f" AND t.{side}_holder = %s", [holder]) if holder else (f" AND t.{side}_holder <> 0", [])
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT e.number, e.booked_on, e.document, e.memo, t.{side}_code, t.{side}_holder, {amounts}"
                " FROM ledger_entry e"
                " JOIN ledger_transfer t ON t.cooperative_id = e.cooperative_id AND t.number = e.number"
                f" WHERE e.cooperative_id = %s AND e.booked_on BETWEEN %s AND %s AND t.{side}_code IN ({marks}){only}",
                [cooperative_id, as_day(start), as_day(end), *accounts, *value],
            )
            rows += cursor.fetchall()
    return rows
