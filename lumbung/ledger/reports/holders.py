"""Balances of accounts and of whoever holds a part of them: read from the balance rows, O(months)."""

from datetime import date, timedelta

from django.db import connection

from lumbung.cooperatives.tenant import must_act_for
from lumbung.ledger.chart import ACCOUNTS, MUST_HAVE_HOLDER
from lumbung.sql.values import as_day

HOLDER_SIDES = (("debit_code", "debit_holder", 1), ("credit_code", "credit_holder", -1))


def balance_of(cooperative_id: int, account: str, on: date | None = None) -> int:
    """The balance of an account at the end of a day (of all days when none is given), sen, on its normal side."""
    return _balances(cooperative_id, account, on, "holder = 0").get(0, 0)


def holder_balance(cooperative_id: int, account: str, holder: int, on: date | None = None) -> int:
    """What one holder has in an account, sen, on its normal side."""
    return _balances(cooperative_id, account, on, "holder = %s", holder).get(holder, 0)


def holder_balances(cooperative_id: int, account: str, on: date | None = None) -> dict[int, int]:
    """What each holder has in an account: {holder: sen}, on its normal side."""
    return _balances(cooperative_id, account, on, "holder <> 0")


def holder_accounts(cooperative_id: int, holder: int) -> dict[str, int]:
    """What one holder has in every account that knows him: {account: sen}, on its normal side, without those at nil."""
    must_act_for(cooperative_id)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT account_code, sum(debit - credit) FROM ledger_balance"
            " WHERE cooperative_id = %s AND holder = %s GROUP BY account_code",
            [cooperative_id, holder],
        )
        sums = {code: int(amount) * (1 if ACCOUNTS[code].normal_side == "D" else -1)
                for code, amount in cursor.fetchall()}  # fmt: skip
    return {code: amount for code, amount in sums.items() if amount}


def last_months_of_holders(cooperative_id: int) -> dict[int, date]:
    """{holder: last day of the last month in which anything moved for him}."""
    must_act_for(cooperative_id)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT holder, max(month) FROM ledger_balance WHERE cooperative_id = %s AND holder <> 0 GROUP BY holder",
            [cooperative_id],
        )
        first = {holder: date.fromisoformat(f"{month}-01") for holder, month in cursor.fetchall()}
    return {holder: (day + timedelta(days=31)).replace(day=1) - timedelta(days=1) for holder, day in first.items()}


def _balances(cooperative_id: int, account: str, on: date | None, which: str, *values) -> dict[int, int]:
    must_act_for(cooperative_id)
    sign = 1 if ACCOUNTS[account].normal_side == "D" else -1
    until, days = ("", []) if on is None else (" AND month < %s", [on.isoformat()[:7]])
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT holder, sum(debit - credit) FROM ledger_balance"
            f" WHERE cooperative_id = %s AND account_code = %s AND {which}{until} GROUP BY holder",
            [cooperative_id, account, *values, *days],
        )
        sums = {holder: int(amount) * sign for holder, amount in cursor.fetchall()}
    if on is not None:
        _add_days(cooperative_id, account, on, sums, sign, only=values[0] if values else None, control="= 0" in which)
    return sums


def _add_days(cooperative_id, account, on: date, sums: dict, sign: int, *, only, control: bool) -> None:
    """The transfers of the month that the day lies in, up to that day."""
    for code, holder, direction in HOLDER_SIDES:
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT t.{holder}, sum(t.amount) FROM ledger_entry e"
                " JOIN ledger_transfer t ON t.cooperative_id = e.cooperative_id AND t.number = e.number"
                f" WHERE e.cooperative_id = %s AND e.booked_on BETWEEN %s AND %s AND t.{code} = %s GROUP BY t.{holder}",
                [cooperative_id, as_day(on.replace(day=1)), as_day(on), account],
            )
            for who, amount in cursor.fetchall():
                key = 0 if control else who
                if control or (who and only in (None, who)):
                    sums[key] = sums.get(key, 0) + int(amount) * sign * direction


def control_and_holders(cooperative_id: int, on: date) -> dict[str, tuple[int, int]]:
    """{account: (sum over its holders, the control account)} of the accounts that must be held, sen, on their normal
    side, at the end of the month that the day lies in: two figures kept apart that must be one."""
    must_act_for(cooperative_id)
    codes = sorted(MUST_HAVE_HOLDER)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT account_code, CASE WHEN holder = 0 THEN 1 ELSE 0 END, sum(debit - credit) FROM ledger_balance"
            f" WHERE cooperative_id = %s AND month <= %s AND account_code IN ({', '.join(['%s'] * len(codes))})"
            " GROUP BY 1, 2",
            [cooperative_id, on.isoformat()[:7], *codes],
        )
        found: dict[str, list[int]] = {}
        for code, which, amount in cursor.fetchall():
            sign = 1 if ACCOUNTS[code].normal_side == "D" else -1
            found.setdefault(code, [0, 0])[which] = int(amount) * sign
    return {code: tuple(both) for code, both in found.items()}


def holder_sums(cooperative_id: int, on: date) -> dict[str, dict[int, int]]:
    """{account: {holder: debits less credits}} of everything that is held at the end of a day, sen."""
    must_act_for(cooperative_id)
    tomorrow = on + timedelta(days=1)
    whole = (tomorrow if tomorrow.day == 1 else on).isoformat()[:7]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT account_code, holder, sum(debit - credit) FROM ledger_balance"
            " WHERE cooperative_id = %s AND holder <> 0 AND month < %s GROUP BY account_code, holder",
            [cooperative_id, whole],
        )
        sums: dict[str, dict[int, int]] = {}
        for code, holder, amount in cursor.fetchall():
            sums.setdefault(code, {})[holder] = int(amount)
    if tomorrow.day != 1:
        _add_sides(cooperative_id, on, sums)
    return sums


def _add_sides(cooperative_id: int, on: date, sums: dict[str, dict[int, int]]) -> None:
    """The transfers of the day's month up to the day, on both sides."""
    for code, holder, direction in HOLDER_SIDES:
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT t.{code}, t.{holder}, sum(t.amount) FROM ledger_entry e"
                " JOIN ledger_transfer t ON t.cooperative_id = e.cooperative_id AND t.number = e.number"
                f" WHERE e.cooperative_id = %s AND e.booked_on BETWEEN %s AND %s AND t.{holder} <> 0 GROUP BY 1, 2",
                [cooperative_id, as_day(on.replace(day=1)), as_day(on)],
            )
            for account, who, amount in cursor.fetchall():
                held = sums.setdefault(account, {})
                held[who] = held.get(who, 0) + direction * int(amount)
