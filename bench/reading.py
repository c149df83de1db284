"""A year's book of any size, and how long its statements take to read.

reading.py prepare|read COUNT        entries; with $LUMBUNG_HOME and $DATABASE_URL
"""

import statistics
from datetime import date

import book
import machine
import ours  # starts Django
from django.core.management import call_command
from django.db import connection

from lumbung import ids
from lumbung.cooperatives.tenant import acting_for
from lumbung.ledger import actions, reports
from lumbung.ledger.reports.position import position
from lumbung.ledger.reports.trial import trial_balance
from lumbung.money import rp

AT_A_TIME = 50_000
TIMES = 51
TIMES_SMALLER = 100
SUMMING = "transfers summed"
SUMMED = (
    "SELECT code, sum(debit), sum(credit) FROM ("
    " SELECT debit_code AS code, amount AS debit, 0 AS credit FROM ledger_transfer WHERE cooperative_id = %s"
    " UNION ALL SELECT credit_code, 0, amount FROM ledger_transfer WHERE cooperative_id = %s) sides GROUP BY code"
)


def draft(cooperative_id: int, place: int):
    one = book.entry(place)
    return actions.draft_event(
        one.event,
        on=one.on,
        amount=rp(one.rupiah),
        holder=one.member,
        by=7,
        request_id=ids.from_fact(f"reading:{cooperative_id}:{place}"),
    )


def build(count: int) -> int:
    cooperative_id = ours.new_book()
    with acting_for(cooperative_id):
        for start in range(0, count, AT_A_TIME):
            places = range(start, min(start + AT_A_TIME, count))
            actions.post(cooperative_id, [draft(cooperative_id, place) for place in places])
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")  # what PostgreSQL does by itself within a minute
    return cooperative_id


def questions(cooperative_id: int) -> dict:
    start, end = date(2025, 1, 1), date(2025, 12, 31)
    return {
        "trial balance": lambda: trial_balance(cooperative_id, start, end),
        "position": lambda: position(cooperative_id, start, end),
        "member's statement": lambda: reports.holder_entries(cooperative_id, 100),
        "member's balance": lambda: reports.holder_balance(cooperative_id, "320000", 100),
        SUMMING: lambda: summed(cooperative_id),
    }


def in_turn(cooperatives: list[int]) -> dict[str, list[float]]:
    """Milliseconds of each question for each book, asked in turn, so that both share the machine's every mood."""
    asked = [questions(cooperative_id) for cooperative_id in cooperatives]
    return {name: middles([book[name] for book in asked], cooperatives, times_of(name)) for name in asked[0]}


def times_of(name: str) -> int:
    return 5 if name == SUMMING else TIMES


def middles(askers: list, cooperatives: list[int], times: int) -> list[float]:
    calls = [[] for _ in askers]
    for _ in range(times):
        for ask, cooperative_id, spent in zip(askers, cooperatives, calls, strict=True):
            with acting_for(cooperative_id):
                spent += machine.once_timed(ask)
    return [statistics.median(spent) * 1000 for spent in calls]


def summed(cooperative_id: int):
    with connection.cursor() as cursor:
        cursor.execute(SUMMED, [cooperative_id, cooperative_id])
        return cursor.fetchall()


def main():
    what, count = machine.asked()
    if what == "prepare":
        call_command("migrate", verbosity=0)
        return
    machine.answer(in_turn([build(count // TIMES_SMALLER), build(count)]))


if __name__ == "__main__":
    main()
