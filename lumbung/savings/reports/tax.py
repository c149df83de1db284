"""Interest and withheld tax, month by month."""

from datetime import date, timedelta
from typing import NamedTuple

from lumbung.cooperatives.reports import bylaws
from lumbung.ledger import reports as books
from lumbung.savings import rules
from lumbung.savings.reports.interest_rows import counting
from lumbung.web import months

TAX_OWED = "213100"


class Month(NamedTuple):
    """A month of interest that was credited; `taxed` people had `tax` sen withheld, due by a day."""

    period: str
    people: int
    gross: int
    tax: int
    taxed: int
    due_on: date

    @property
    def first_day(self) -> date:
        return months.first_day(self.period)

    @property
    def net(self) -> int:
        return self.gross - self.tax


def by_month(cooperative_id: int, today: date) -> list[Month]:
    """Every month in which interest was credited, newest first."""
    due_day = bylaws(cooperative_id, today).savings_tax_due_day
    by_period: dict[str, list] = {}
    for row in counting(cooperative_id):
        by_period.setdefault(row.period, []).append(row)
    return [_month(period, by_period[period], due_day) for period in sorted(by_period, reverse=True)]


def _month(period: str, rows: list, due_day: int) -> Month:
    next_month = rules.after_months(months.first_day(period), 1)
    due_on = min(next_month + timedelta(days=max(due_day, 1) - 1), months.last_day(months.period_of(next_month)))
    taxed = {row.member_id for row in rows if row.tax}
    gross, tax = sum(row.gross for row in rows), sum(row.tax for row in rows)
    return Month(period, len({row.member_id for row in rows}), gross, tax, len(taxed), due_on)


def remitted(cooperative_id: int) -> int:
    """The tax that was paid to the state and not taken back, sen."""
    return sum(sen for _number, _account, sen in books.standing_debits(cooperative_id, [TAX_OWED]))
