"""The chart of accounts: 13 headers and 149 accounts that can be posted to, the same for every cooperative.

`chart.csv` is the list (reference: domain section 3.2); codes are shared with the ministry's own application.
"""

import csv
from pathlib import Path
from typing import NamedTuple

MUST_HAVE_HOLDER = frozenset({"113100", "211100", "211300", "310000", "320000", "329000"})
CASH_FIRST, CASH_LAST = "111100", "112500"
SUSPENSE, OPENING, IN_TRANSIT, SUMMARY = "212300", "390000", "111900", "590000"
GENERAL_CASH, BANK = "111100", "112100"


class ChartLine(NamedTuple):
    code: str
    name: str
    english: str
    kind: str
    normal_side: str  # D or K
    holder_kind: str

    @property
    def postable(self) -> bool:
        return self.kind != "header"

    @property
    def memo(self) -> bool:
        return self.kind == "memo"


def _read() -> dict[str, ChartLine]:
    with open(Path(__file__).with_name("chart.csv"), encoding="utf-8", newline="") as file:
        rows = csv.reader(file, delimiter="|")
        next(rows)
        return {row[0]: ChartLine(*row) for row in rows}


CHART: dict[str, ChartLine] = _read()
ACCOUNTS: dict[str, ChartLine] = {code: line for code, line in CHART.items() if line.postable}


def is_cash(code: str) -> bool:
    """Cash and cash equivalents: what a cash book holds and the cash flow statement explains."""
    return CASH_FIRST <= code <= CASH_LAST
