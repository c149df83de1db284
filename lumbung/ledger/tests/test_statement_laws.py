"""Laws that hold for every book, whatever was posted: Hypothesis writes the book, the statements must agree."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lumbung import ids
from lumbung.cooperatives.tenant import acting_for
from lumbung.ledger import actions, reports
from lumbung.ledger.chart import ACCOUNTS
from lumbung.ledger.events import EVENTS
from lumbung.ledger.journal import Place
from lumbung.ledger.reports.balances import balances_at
from lumbung.ledger.tests import story
from lumbung.ledger.tests.conftest import new_cooperative

FIRST, DAYS = date(2025, 1, 1), 500
NAMES = [name for name, event in EVENTS.items() if event.debit and event.credit]
PLACES = [Place("111100"), Place("111300", 7), Place("112100", 8), Place("112200", 9)]
SPENT = [Place(code) for code in ("522300", "531200", "114500", "121500", "541900")]

deeds = st.lists(
    st.tuples(
        st.sampled_from(NAMES),
        st.integers(0, DAYS),
        st.integers(1, 10**9),
        st.sampled_from([1001, 1002, 1003]),
        st.permutations(PLACES),
        st.sampled_from(SPENT),
        st.booleans(),
    ),
    min_size=1,
    max_size=25,
)


def parts_of(event, amount: int) -> dict[str, int] | None:
    """So much for each part that an event names; where both sides have parts the last one makes them equal."""
    into, out_of = ([side.partition(":")[2] for side in sides] for sides in (event.debit, event.credit))
    parts = {part: amount for part in (*into, *out_of) if part and part != "total"}
    if all(parts.get(part) for part in (*into, *out_of)):
        parts[out_of[-1]] += amount * (len(into) - len(out_of))
    return parts or None


def live(coop, book):
    """Post what Hypothesis wrote; every deed marked so is reversed, some days later."""
    for name, day, amount, holder, (cash, to, *_), account, undone in book:
        event, on = EVENTS[name], FIRST + timedelta(days=day)
        parts = parts_of(event, amount)
        figures = {"holder": holder, "cash": cash, "to": to, "account": account, "parts": parts}
        decided = {"memo": "RAT-2026-03"}  # or no debt to a bank comes into the book
        facts = {"by": 1, "request_id": ids.new_request(), "amount": 0 if parts else amount, **figures, **decided}
        posted = actions.post_event(name, coop, on=on, **facts)
        if undone:
            later = on + timedelta(days=amount % 40)
            actions.reverse(coop, posted.number, on=later, by=1, reason="x", request_id=ids.new_request())


@pytest.mark.django_db
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(book=deeds, start=st.integers(0, DAYS), length=st.integers(0, DAYS))
def test_every_statement_of_any_days_of_any_book_agrees(db, book, start, length):
    cooperative = new_cooperative(f"k{ids.new()}")
    first, last = FIRST + timedelta(days=start), FIRST + timedelta(days=start + length)
    with acting_for(cooperative.id):
        live(cooperative.id, book)
        for report in (reports.trial_balance, reports.surplus, reports.equity, reports.cash_flow, reports.notes):
            statement = report(cooperative.id, first, last)
            assert statement.ok, (statement.report, [check for check in statement.checks if not check.ok])
        position, equity = reports.position(cooperative.id, None, last), reports.equity(cooperative.id, first, last)
        assert position.amount("A.") == position.amount("LE.")
        assert position.amount("A.", "prior") == position.amount("LE.", "prior")
        assert equity.amount("end") == position.amount("EK.")
        assert reports.cash_flow(cooperative.id, first, last).amount("end") == position.amount("AL1")


@pytest.mark.django_db
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(book=deeds, on=st.integers(0, DAYS))
def test_the_balances_of_any_day_are_the_sum_of_the_transfers(db, book, on):
    from lumbung.ledger.models import Transfer

    cooperative, day = new_cooperative(f"k{ids.new()}"), FIRST + timedelta(days=on)
    with acting_for(cooperative.id):
        live(cooperative.id, book)
        cuts = balances_at(cooperative.id, [day])
        moved = list(
            Transfer.objects.filter(entry__booked_on__lte=day).values_list("debit_code", "credit_code", "amount")
        )

    for code in ACCOUNTS:
        summed = sum(a for d, _, a in moved if d == code) - sum(a for _, c, a in moved if c == code)
        assert cuts.debit_balance(code, day) == summed


@pytest.mark.parametrize("name", ["trial_balance", "position", "surplus", "equity", "cash_flow", "notes"])
def test_a_statement_asks_as_often_for_many_entries_as_for_few(coop, name):
    report, day = getattr(reports, name), date(2025, 11, 15)
    story.open_from_old_book(coop)
    story.live_2025(coop)
    pay_dues(coop, holders=1)
    few = count_queries(lambda: report(coop, None, day))
    pay_dues(coop, holders=40)

    assert count_queries(lambda: report(coop, None, day)) == few


def pay_dues(coop, *, holders):
    for holder in range(holders):
        bank = Place("112100", 90 + holder)
        story.post(coop, "dues.paid", date(2025, 11, 3), 20_000, holder=5000 + holder, cash=bank)


def count_queries(work):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as asked:
        work()
    return len(asked)


def test_a_month_end_is_one_query_over_the_balances(coop):
    story.open_from_old_book(coop)
    story.live_2025(coop)

    assert count_queries(lambda: balances_at(coop, [date(2025, 6, 30), date(2025, 12, 31), date(2024, 12, 31)])) == 1
