"""What the holders of an account brought and took, day by day."""

from collections import defaultdict
from datetime import date

from django.db import connection

from lumbung.cooperatives.tenant import must_act_for
from lumbung.ledger.chart import ACCOUNTS
from lumbung.sql.values import as_date, as_day


def holder_moves(cooperative_id: int, account: str, start: date, end: date) -> dict[int, dict[date, int]]:
    """{holder: {day: sen}} of the days on which a holder's part changed, on the account's normal side; one query."""
    must_act_for(cooperative_id)
    sign = 1 if ACCOUNTS[account].normal_side == "D" else -1
    values = [cooperative_id, as_day(start), as_day(end), account]
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT holder, booked_on, sum(amount) FROM ({_side('debit')} UNION ALL {_side('credit', '-')}) moved"
            " GROUP BY holder, booked_on ORDER BY holder, booked_on",
            [*values, *values],
        )
        moves: dict[int, dict[date, int]] = defaultdict(dict)
        for holder, day, amount in cursor.fetchall():
            moves[holder][as_date(day)] = int(amount) * sign
    return moves


def _side(side: str, minus: str = "") -> str:
    return (
        f"SELECT t.{side}_holder AS holder, e.booked_on, {minus}t.amount AS amount FROM ledger_entry e"
        " JOIN ledger_transfer t ON t.cooperative_id = e.cooperative_id AND t.number = e.number"
        " WHERE e.cooperative_id = %s AND e.booked_on BETWEEN %s AND %s"
        f" AND t.{side}_code = %s AND t.{side}_holder <> 0"
    )


def standing_debits(cooperative_id: int, accounts) -> list[tuple[int, str, int]]:
    """(entry, account, sen) of everything put into these accounts that no later entry took back; by entry."""
    must_act_for(cooperative_id)
    codes = list(accounts)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT t.number, t.debit_code, sum(t.amount) FROM ledger_transfer t"
            " JOIN ledger_entry e ON e.cooperative_id = t.cooperative_id AND e.number = t.number"
            f" WHERE t.cooperative_id = %s AND t.debit_code IN ({', '.join(['%s'] * len(codes))})"
            " AND e.reverses IS NULL AND NOT EXISTS (SELECT 1 FROM ledger_entry undone"
            " WHERE undone.cooperative_id = e.cooperative_id AND undone.reverses = e.number)"
            " GROUP BY t.number, t.debit_code ORDER BY t.number, t.debit_code",
            [cooperative_id, *codes],
        )
        return [(number, code, int(amount)) for number, code, amount in cursor.fetchall()]
