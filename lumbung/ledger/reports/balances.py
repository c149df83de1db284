"""Balances of all accounts at the end of some days, in one query over the monthly control rows.

A day that ends its month costs nothing more; any other day adds the transfers of that one month up to it. The number
of rows read grows with accounts and months, never with entries.
"""

from datetime import date, timedelta
from typing import NamedTuple

from django.db import connection

from lumbung.cooperatives.tenant import must_act_for
from lumbung.ledger.chart import ACCOUNTS, SUMMARY
from lumbung.sql.values import as_day


class Sums(NamedTuple):
    """What an account (of a unit) had been debited and credited by then, since the first entry; sen."""

    debit: int = 0
    credit: int = 0


NOTHING = Sums()
Balances = dict[tuple[str, int], Sums]  # (account, unit): sums


class Cuts:
    """Balances at the end of several days, by day: those of each account and unit, and of each account altogether."""

    def __init__(self, at: dict[date, Balances]):
        self.at = at
        self._whole = {day: _by_account(balances) for day, balances in at.items()}
        touched = {code for balances in self._whole.values() for code in balances}
        self._used = [code for code, line in ACCOUNTS.items() if code in touched and not line.memo]

    def debit_balance(self, account: str, day: date) -> int:
        """Debits less credits up to a day, all units together; sen."""
        sums = self._whole[day].get(account, NOTHING)
        return sums.debit - sums.credit

    def movement(self, account: str, before: date, until: date, unit: int | None = None) -> Sums:
        """What was added after `before`, up to `until`."""
        then, now = self._sums(account, before, unit), self._sums(account, until, unit)
        return Sums(now.debit - then.debit, now.credit - then.credit)

    def units(self) -> list[int]:
        return sorted({unit for balances in self.at.values() for _, unit in balances})

    def used(self) -> list[str]:
        """The accounts that were ever touched, in the order of the chart, without the memorandum ones."""
        return self._used

    def _sums(self, account: str, day: date, unit: int | None) -> Sums:
        if unit is None:
            return self._whole[day].get(account, NOTHING)
        return self.at[day].get((account, unit), NOTHING)


def _by_account(balances: Balances) -> dict[str, Sums]:
    sums: dict[str, Sums] = {}
    for (code, _unit), more in balances.items():
        had = sums.get(code, NOTHING)
        sums[code] = Sums(had.debit + more.debit, had.credit + more.credit)
    return sums


def balances_at(cooperative_id: int, days) -> Cuts:
    """The balances of every account at the end of each of these days."""
    must_act_for(cooperative_id)
    days = sorted(set(days))
    whole = {day: _is_month_end(day) or not _entries_later_in_month(cooperative_id, day) for day in days}
    at = _by_months(cooperative_id, {day: _month_after(day) if whole[day] else _month(day) for day in days})
    for day in days:
        if not whole[day]:
            _add_days(cooperative_id, day, at[day])
    return Cuts(at)


def day_before(day: date) -> date:
    return day - timedelta(days=1)


def _is_month_end(day: date) -> bool:
    return (day + timedelta(days=1)).day == 1


def _month(day: date) -> str:
    return day.isoformat()[:7]


def _month_after(day: date) -> str:
    return _month(day.replace(day=1) + timedelta(days=31))


def _entries_later_in_month(cooperative_id: int, day: date) -> bool:
    """Whether the month goes on after the day: when nothing does, its row is the answer already."""
    last = (day.replace(day=1) + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT 1 FROM ledger_entry WHERE cooperative_id = %s AND booked_on > %s AND booked_on <= %s LIMIT 1",
            [cooperative_id, as_day(day), as_day(last)],
        )
        return cursor.fetchone() is not None


def _by_months(cooperative_id: int, until: dict[date, str]) -> dict[date, Balances]:
    """Sums of the months before each given one; one query, one row an account and unit."""
    sums = ", ".join(f"sum(CASE WHEN month < %s THEN {side} ELSE 0 END)" for _ in until for side in ("debit", "credit"))
    bounds = [month for month in until.values() for _ in range(2)]
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT account_code, unit, {sums} FROM ledger_balance"
            " WHERE cooperative_id = %s AND holder = 0 AND month < %s GROUP BY account_code, unit",
            [*bounds, cooperative_id, max(until.values())],
        )
        rows = cursor.fetchall()
    at = {day: {} for day in until}
    for code, unit, *figures in rows:
        for index, day in enumerate(until):
            debit, credit = int(figures[2 * index]), int(figures[2 * index + 1])
            if debit or credit:
                at[day][code, unit] = Sums(debit, credit)
    return at


def _add_days(cooperative_id: int, day: date, balances: Balances) -> None:
    """Add the transfers of the day's month up to the day."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT t.debit_code, t.credit_code, t.unit, sum(t.amount) FROM ledger_entry e"
            " JOIN ledger_transfer t ON t.cooperative_id = e.cooperative_id AND t.number = e.number"
            " WHERE e.cooperative_id = %s AND e.booked_on BETWEEN %s AND %s"
            " GROUP BY t.debit_code, t.credit_code, t.unit",
            [cooperative_id, as_day(day.replace(day=1)), as_day(day)],
        )
        for debit, credit, unit, amount in cursor.fetchall():
            _add(balances, (debit, unit), Sums(debit=int(amount)))
            _add(balances, (credit, unit), Sums(credit=int(amount)))


def _add(balances: Balances, key: tuple[str, int], more: Sums) -> None:
    had = balances.get(key, NOTHING)
    balances[key] = Sums(had.debit + more.debit, had.credit + more.credit)


def closing_effect(cooperative_id: int, cuts: Cuts, before: date, until: date) -> dict[tuple[str, int], int]:
    """What the year-end closing (transfers with 590000) added to each account: debits less credits, sen, by unit.

    Empty, and without a query, when nothing was closed between the days.
    """
    if not any(cuts.movement(SUMMARY, before, until)):
        return {}
    effect: dict[tuple[str, int], int] = {}
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT t.debit_code, t.credit_code, t.unit, sum(t.amount) FROM ledger_entry e"
            " JOIN ledger_transfer t ON t.cooperative_id = e.cooperative_id AND t.number = e.number"
            " WHERE e.cooperative_id = %s AND e.booked_on > %s AND e.booked_on <= %s"
            " AND (t.debit_code = %s OR t.credit_code = %s) GROUP BY t.debit_code, t.credit_code, t.unit",
            [cooperative_id, as_day(before), as_day(until), SUMMARY, SUMMARY],
        )
        for debit, credit, unit, amount in cursor.fetchall():
            effect[debit, unit] = effect.get((debit, unit), 0) + int(amount)
            effect[credit, unit] = effect.get((credit, unit), 0) - int(amount)
    return effect
