"""Lumbung's trial balance of a book like the peers': built once, then read by a program that has just started.

balances.py prepare|build COUNT               builds a book: {"cooperative": …}
balances.py read|summed COOPERATIVE           from the balances kept with each posting, or from every transfer

With $LUMBUNG_HOME and $DATABASE_URL.
"""

import statistics
from datetime import date

import machine
import reading  # starts Django
from django.core.management import call_command

from lumbung.cooperatives.tenant import acting_for
from lumbung.ledger.reports.trial import trial_balance

AGAIN = {"read": 51, "summed": 3}
SEN = 100


def read(cooperative_id: int) -> dict[str, int]:
    """Rupiah of each account."""
    statement = trial_balance(cooperative_id, date(2025, 1, 1), date(2025, 12, 31))
    cells = [row.cells for row in statement.rows if row.level == "line"]
    return {cell["code"]: (cell["balance_debit"] - cell["balance_credit"]) // SEN for cell in cells}


def summed(cooperative_id: int) -> dict[str, int]:
    return {code: int(debit - credit) // SEN for code, debit, credit in reading.summed(cooperative_id)}


def answered(ask, times: int) -> dict:
    """The first answer and how long it took, then how long the same takes while everything is open; seconds."""
    kept = []
    first = machine.once_timed(lambda: kept.append(ask()))[0]
    more = machine.each_timed([ask] * times)
    return {"work": first, "again": statistics.median(more), "beside": sum(more), "balances": kept[0]}


def main():
    what, number = machine.asked()
    if what == "prepare":
        call_command("migrate", verbosity=0)
    elif what == "build":
        machine.answer({"cooperative": reading.build(number)})
    else:
        ask = {"read": read, "summed": summed}[what]
        with acting_for(number):
            machine.answer(answered(lambda: ask(number), AGAIN[what]))


if __name__ == "__main__":
    main()
