"""Interest, its tax and the months of a term, as arithmetic."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lumbung.money import month_of_rate, rp
from lumbung.savings import rules
from lumbung.savings.rules import AVERAGE, END, LOWEST, Rate, Tax

LAW = Tax(rp(240_000), 10_00)
rupiah = st.integers(0, 10**12).map(rp)
laws = st.builds(Tax, st.integers(0, 10**9).map(rp), st.integers(0, 100_00))


@pytest.mark.parametrize(("interest", "tax"), [(240_000, 0), (240_001, 24_000), (250_000, 25_000)])
def test_the_law_taxes_the_whole_above_the_threshold(interest, tax):
    assert rules.tax_on(rp(interest), LAW) == rp(tax)


@given(gross=rupiah, law=laws)
def test_whoever_gets_less_than_one_at_the_threshold_is_told_so(gross, law):
    """Net falls nowhere but at the law's own cliff, and there the plan says by how much."""
    net = gross - rules.tax_on(gross, law)
    at_threshold = min(gross, law.threshold)

    assert rules.lost_at_the_cliff(gross, gross - net, law) == max(at_threshold - net, 0)
    assert net >= at_threshold or rules.lost_at_the_cliff(gross, gross - net, law) > 0


@given(gross=rupiah, more=rupiah, law=laws)
def test_on_either_side_of_the_cliff_more_interest_is_never_less_net(gross, more, law):
    one, other = gross, gross + more
    if (one > law.threshold) == (other > law.threshold):
        assert other - rules.tax_on(other, law) >= one - rules.tax_on(one, law)


@given(fresh=st.lists(st.integers(1, 10**9).map(rp), min_size=1, max_size=6), law=laws)
def test_all_products_of_a_month_are_taxed_together_and_nothing_is_lost(fresh, law):
    taxes = rules.withheld(fresh, law)

    assert sum(taxes) == rules.tax_on(sum(fresh), law)
    assert all(0 <= tax <= gross and tax % 100 == 0 for tax, gross in zip(taxes, fresh, strict=True))


@given(first=st.lists(st.integers(1, 10**9).map(rp), max_size=4), later=st.integers(1, 10**9).map(rp), law=laws)
def test_interest_that_comes_later_makes_good_the_tax_that_was_not_due_before(first, later, law):
    before = sum(rules.withheld(first, law)) if first else 0
    [tax] = rules.withheld([later], law, gross_before=sum(first), tax_before=before)

    assert before + tax == min(rules.tax_on(sum(first) + later, law), before + later)


@given(sen=rupiah, rate=st.integers(0, 100_00))
def test_a_month_of_interest_is_whole_rupiah_and_at_most_a_rupiah_below_the_exact(sen, rate):
    got, exact = month_of_rate(sen, rate), Fraction(sen * rate, 120_000)

    assert got % 100 == 0
    assert 0 <= exact - got < 100


moves = st.dictionaries(
    st.integers(1, 31).map(lambda day: date(2026, 10, day)), st.integers(-(10**7), 10**7).map(rp), max_size=8
)


@given(opening=rupiah, moves=moves, method=st.sampled_from([LOWEST, AVERAGE, END]))
def test_a_basis_is_what_the_balances_of_the_days_say(opening, moves, method):
    days, balance = [], opening
    for number in range(31):
        balance += moves.get(date(2026, 10, 1) + timedelta(days=number), 0)
        days.append(balance)
    want = {LOWEST: min([opening, *days]), END: days[-1], AVERAGE: sum(days) // 31 // 100 * 100}[method]

    assert rules.basis(opening, moves, "2026-10", method) == max(want, 0)


def test_a_month_later_is_the_same_day_or_the_last():
    assert rules.after_months(date(2026, 1, 31), 1) == date(2026, 2, 28)
    assert rules.after_months(date(2026, 11, 15), 3) == date(2027, 2, 15)
    assert rules.last_day("2028-02") == date(2028, 2, 29)


@given(day=st.dates(date(2020, 1, 1), date(2030, 12, 31)), months=st.integers(1, 12), days=st.integers(0, 900))
def test_a_deposit_earns_one_month_in_each_calendar_month_and_stops_at_its_end(day, months, days):
    until = day + timedelta(days=days)
    earned = list(rules.months_earned(day, months, until, rollover=False))
    periods = [rules.period_of(ends) for _which, ends in earned]

    assert len(set(periods)) == len(periods) <= months
    assert all(ends <= until for _which, ends in earned)
    assert len(periods) == months or rules.after_months(day, len(periods) + 1) > until


def test_a_term_that_goes_on_ends_again_and_may_be_taken_for_some_days():
    ends = lambda on: rules.matures_on(date(2026, 1, 15), 3, on, rollover=True, grace=7)  # noqa: E731

    assert [ends(date(2026, month, day)) for month, day in ((4, 1), (4, 15), (4, 22), (4, 23))] == [
        date(2026, 4, 15), date(2026, 4, 15), date(2026, 4, 15), date(2026, 7, 15),
    ]  # fmt: skip


def test_a_term_that_goes_on_earns_what_is_paid_when_it_begins_anew():
    decided = [Rate(date(2026, 1, 1), 900), Rate(date(2026, 4, 1), 700), Rate(date(2026, 5, 1), 500)]
    rates = [rules.rate_of(which, 3, 800, date(2026, 1, 15), decided) for which in range(1, 7)]

    assert rates == [800, 800, 800, 700, 700, 700]
