"""Which months the money of a dues grid is for.

A cell holds what was written in its column; what stands above a month's rate was paid for the oldest months still open,
then for months to come (three months at once stand in one cell).

Source  reference/domain.md 7.4 (2)
"""

from lumbung.dues.rules import later


def spread(paid: dict[int, int], *, year: int, rate: int | None, first: int = 1, last: int = 12) -> dict[str, int]:
    """Sen by period; a month of the year that nothing was paid for stands there with 0: it was seen.

    paid   sen by the column it was written in
    rate   sen of one month; None leaves everything in its column
    first  the first month that is owed, `last` the last that counts
    """
    columns = {month: paid.get(month, 0) for month in range(1, last + 1)}
    months = {month: amount if rate is None else min(amount, rate) for month, amount in columns.items()}
    over = sum(columns.values()) - sum(months.values())
    for month in range(first, last + 1):
        take = min(over, (rate or 0) - months[month]) if over else 0
        months[month] += max(take, 0)
        over -= max(take, 0)
    periods = {f"{year:04d}-{month:02d}": amount for month, amount in months.items() if amount or month >= first}
    return periods | _ahead(f"{year:04d}-{last:02d}", over, rate)


def _ahead(period: str, over: int, rate: int | None) -> dict[str, int]:
    """Whole months and a rest after the last one."""
    found = {}
    while over and rate:
        period = later(period, 1)
        found[period] = min(over, rate)
        over -= found[period]
    return found
