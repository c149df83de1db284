"""Beancount's trial balance: its loader, then its own `realize`, which adds up every account.

Runs in an environment of its own, made by beside.py.

    peer_beancount.py FILE
"""

import statistics
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import machine
from beancount import loader
from beancount.core import realization

AGAIN = 3


def balances(entries) -> dict[str, int]:
    """Rupiah of each account, by our code: Assets:A111100 is 111100."""
    accounts = realization.iter_children(realization.realize(entries))
    return {
        one.account.rpartition(":A")[2]: int(one.balance.get_currency_units("IDR").number)
        for one in accounts
        if one.txn_postings
    }


def loaded(file: str) -> list:
    entries, errors, _ = loader.load_file(file)
    assert not errors, errors[:1]
    return entries


def main():
    kept = []
    first = machine.once_timed(lambda: kept.append(loaded(sys.argv[1])))[0]
    adding = machine.once_timed(lambda: kept.append(balances(kept[0])))[0]
    more = machine.each_timed([lambda: balances(kept[0])] * AGAIN)
    figures = {"work": first + adding, "again": statistics.median(more), "beside": sum(more)}
    machine.answer(figures | {"balances": kept[1]})


if __name__ == "__main__":
    main()
