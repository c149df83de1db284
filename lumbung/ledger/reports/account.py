"""Buku besar: what happened in some accounts, day by day, with the balance after each entry."""

from datetime import date
from typing import NamedTuple

from django.db import connection
from django.utils.translation import gettext as _

from lumbung.cooperatives.tenant import must_act_for
from lumbung.ledger.chart import ACCOUNTS, is_cash
from lumbung.ledger.reports.balances import balances_at
from lumbung.ledger.reports.entries import lines_of
from lumbung.ledger.reports.holders import holder_balance
from lumbung.ledger.reports.names import account_name, holder_names
from lumbung.ledger.reports.period import Period, over_days, period_of
from lumbung.ledger.reports.shape import Check, Column, Row, Statement
from lumbung.sql.values import as_date, as_day


class Asked(NamedTuple):
    """Which part of the books: accounts, one holder of them (0: all), a period."""

    cooperative_id: int
    accounts: tuple[str, ...]
    holder: int
    period: Period

    @property
    def sign(self) -> int:
        return 1 if ACCOUNTS[self.accounts[0]].normal_side == "D" else -1


class Touch(NamedTuple):
    """What one entry did to the accounts, and the balance after it; sen, `balance` on the normal side."""

    number: int
    booked_on: date
    document: str
    memo: str
    reverses: int | None
    debit: int
    credit: int
    balance: int


def account_ledger(
    cooperative_id: int, accounts, start: date | None, end: date, *, holder=0, offset=0, limit: int | None = None
) -> Statement:
    """The book of some accounts; `offset` and `limit` choose a page of it; the closing stands on the last one."""
    asked = Asked(cooperative_id, tuple(accounts), holder, period_of(cooperative_id, start, end))
    opening, closing = _balances(asked)
    touched = touches(asked, opening, offset=offset, limit=limit)
    against = _against(asked, [touch.number for touch in touched])
    rows = [_start(asked, opening, touched if offset else [])]
    rows += [_row(touch, against[touch.number]) for touch in touched]
    if limit is None or offset + limit >= how_many(cooperative_id, accounts, asked.period.start, end, holder=holder):
        rows.append(Row("end", _("Saldo akhir"), "total", {"date": end, "balance": closing}))
    checks = ()
    if limit is None:
        reached = touched[-1].balance if touched else opening
        checks = (Check(_("Saldo awal + mutasi = saldo akhir"), reached, closing),)
    return Statement(
        "ledger", _title(asked), over_days(asked.period), asked.period.start, end, _columns(asked), tuple(rows), checks,
        label=_("Keterangan"), label_at=2,
    )  # fmt: skip


def _start(asked: Asked, opening: int, carried: list[Touch]) -> Row:
    """The opening; on a later page, what the page before it ended with."""
    if not carried:
        return Row("start", _("Saldo awal"), "subtotal", {"date": asked.period.start, "balance": opening})
    first = carried[0]
    before = first.balance - asked.sign * (first.debit - first.credit)
    return Row("start", _("Pindahan dari halaman sebelumnya"), "subtotal", {"balance": before})


def cash_book(cooperative_id: int, start: date | None, end: date, *, accounts=(), holder=0) -> Statement:
    """The book of all cash and bank accounts together, or of one of them."""
    accounts = tuple(accounts) or tuple(code for code in ACCOUNTS if is_cash(code))
    statement = account_ledger(cooperative_id, accounts, start, end, holder=holder)
    return statement._replace(report="cash-book", title=_("Buku Kas dan Bank"))


def how_many(cooperative_id: int, accounts, start: date, end: date, *, holder=0) -> int:
    """How many entries touched the accounts in the period."""
    asked = Asked(cooperative_id, tuple(accounts), holder, Period(start, end, start, end, start, end, start))
    with connection.cursor() as cursor:
        sql, values = _grouped(asked)
        cursor.execute(f"SELECT count(*) FROM ({sql}) AS touched", values)
        return cursor.fetchone()[0]


def touches(asked: Asked, opening: int, *, offset: int = 0, limit: int | None = None) -> list[Touch]:
    """The entries of a period that touched the accounts, by day and number."""
    sql, values = _grouped(asked)
    page, bounds = ("", []) if limit is None else (" LIMIT %s OFFSET %s", [limit, offset])
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT number, booked_on, document, memo, reverses, debit, credit,"
            f" sum(debit - credit) OVER (ORDER BY booked_on, number) FROM ({sql}) AS touched"
            f" ORDER BY booked_on, number{page}",
            [*values, *bounds],
        )
        return [
            Touch(number, as_date(day), document, memo, reverses, int(d), int(c), opening + asked.sign * int(running))
            for number, day, document, memo, reverses, d, c, running in cursor.fetchall()
        ]


def _grouped(asked: Asked) -> tuple[str, list]:
    must_act_for(asked.cooperative_id)
    on_debit, on_credit = _side("debit", asked), _side("credit", asked)
    values = [*asked.accounts, *([asked.holder] if asked.holder else [])]
    sql = (
        "SELECT e.number, e.booked_on, e.document, e.memo, e.reverses,"
        f" sum(CASE WHEN {on_debit} THEN t.amount ELSE 0 END) AS debit,"
        f" sum(CASE WHEN {on_credit} THEN t.amount ELSE 0 END) AS credit"
        " FROM ledger_entry e JOIN ledger_transfer t ON t.cooperative_id = e.cooperative_id AND t.number = e.number"
        f" WHERE e.cooperative_id = %s AND e.booked_on BETWEEN %s AND %s AND ({on_debit} OR {on_credit})"
        " GROUP BY e.number, e.booked_on, e.document, e.memo, e.reverses"
    )
    days = [asked.cooperative_id, as_day(asked.period.start), as_day(asked.period.end)]
    return sql, [*values, *values, *days, *values, *values]


def _side(side: str, asked: Asked) -> str:
    marks = ", ".join(["%s"] * len(asked.accounts))
    held = f" AND t.{side}_holder = %s" if asked.holder else ""
    return f"(t.{side}_code IN ({marks}){held})"


def _balances(asked: Asked) -> tuple[int, int]:
    """Opening and closing, sen, on the normal side of the first account."""
    if asked.holder:
        days = (asked.period.before, asked.period.end)
        sides = {a: 1 if ACCOUNTS[a].normal_side == "D" else -1 for a in asked.accounts}
        return tuple(
            sum(
                holder_balance(asked.cooperative_id, a, asked.holder, day) * side * asked.sign
                for a, side in sides.items()
            )
            for day in days
        )
    cuts = balances_at(asked.cooperative_id, [asked.period.before, asked.period.end])
    return tuple(
        asked.sign * sum(cuts.debit_balance(account, day) for account in asked.accounts)
        for day in (asked.period.before, asked.period.end)
    )


def _against(asked: Asked, numbers: list[int]) -> dict[int, str]:
    """The names of the accounts on the other side of each entry."""
    found = {}
    for number, lines in lines_of(asked.cooperative_id, numbers).items():
        others = dict.fromkeys(account_name(line.account) for line in lines if line.account not in asked.accounts)
        found[number] = ", ".join(others) or ", ".join(dict.fromkeys(account_name(line.account) for line in lines))
    return found


def _row(touch: Touch, against: str) -> Row:
    cells = {
        "date": touch.booked_on,
        "document": touch.document,
        "against": against,
        "debit": touch.debit,
        "credit": touch.credit,
        "balance": touch.balance,
    }
    return Row(str(touch.number), touch.memo, "line", cells, entry=touch.number)


def _title(asked: Asked) -> str:
    if asked.holder:
        name = holder_names(asked.cooperative_id, asked.accounts[0], [asked.holder])[asked.holder]
        return _("Buku Besar: %(account)s, %(holder)s") % {"account": account_name(asked.accounts[0]), "holder": name}
    if len(asked.accounts) > 1 and all(is_cash(code) for code in asked.accounts):
        return _("Buku Kas dan Bank")
    names = [f"{code} {account_name(code)}" for code in asked.accounts]
    if len(names) > 2:
        return _("Buku Besar: %(first)s dan %(more)s akun lain") % {"first": names[0], "more": len(names) - 1}
    return _("Buku Besar: %(accounts)s") % {"accounts": ", ".join(names)}


def _columns(asked: Asked) -> tuple[Column, ...]:
    cash = all(is_cash(code) for code in asked.accounts)
    return (
        Column("date", _("Tanggal"), "date"),
        Column("document", _("Bukti"), "text"),
        Column("against", _("Akun lawan"), "text"),
        Column("debit", _("Masuk") if cash else _("Debit")),
        Column("credit", _("Keluar") if cash else _("Kredit")),
        Column("balance", _("Saldo")),
    )


def general_ledger(cooperative_id: int, start: date | None, end: date) -> Statement:
    """The books of all accounts that were ever touched, one under the other."""
    period = period_of(cooperative_id, start, end)
    used = balances_at(cooperative_id, [end]).used()
    books = [account_ledger(cooperative_id, [code], start, end) for code in used]
    rows = []
    for code, book in zip(used, books, strict=True):
        rows.append(Row(code, f"{code} {account_name(code)}", "head", {}, (code,)))
        rows += [row._replace(key=f"{code}.{row.key}") for row in book.rows]
    checks = tuple(
        check._replace(name=f"{code}: {check.name}")
        for code, book in zip(used, books, strict=True)
        for check in book.checks
    )
    columns = _columns(Asked(cooperative_id, ("310000",), 0, period))
    return Statement(
        "ledger", _("Buku Besar"), over_days(period), period.start, end, columns, tuple(rows), checks,
        label=_("Keterangan"), label_at=2,
    )  # fmt: skip
