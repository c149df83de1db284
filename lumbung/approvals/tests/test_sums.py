"""No sequence of payments passes a cap without a second person; whatever the days, the payees and the makers."""

from datetime import date, timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from lumbung.approvals import rules
from lumbung.approvals.rules import Caps, Paid

FIRST = date(2026, 3, 1)
CAPS = Caps(one=20, payee=30, person=50, person_days=150, related=5, days=7)
DAYS, MAKERS, PAYEES, RELATED = st.integers(0, 20), st.integers(1, 2), st.integers(0, 3), 3
KINDS = st.sampled_from(["goods", "expense"])


class Till(RuleBasedStateMachine):
    """Two makers pay as they like; what must wait is not paid, except now and then with a second person."""

    def __init__(self):
        super().__init__()
        self.alone: list[Paid] = []

    @rule(day=DAYS, by=MAKERS, payee=PAYEES, kind=KINDS, amount=st.integers(1, 30))
    def pay(self, day, by, payee, kind, amount):
        new = Paid(FIRST + timedelta(days=day), by, amount, kind, payee)
        near = [one for one in self.alone if abs((one.on - new.on).days) < CAPS.days]
        if not rules.why_wait(new, near, CAPS, related=payee == RELATED):
            self.alone.append(new)

    @rule(place=st.integers(0, 40))
    def take_back(self, place):
        if place < len(self.alone):
            self.alone.pop(place)

    @invariant()
    def no_sum_passes_its_cap(self):
        for day in {one.on for one in self.alone}:
            days = [one for one in self.alone if day <= one.on < day + timedelta(days=CAPS.days)]
            for by in (1, 2):
                mine = [one for one in days if one.by == by]
                assert sum(one.amount for one in mine) <= CAPS.person_days
                assert sum(one.amount for one in mine if one.on == day) <= CAPS.person
            for payee in (1, 2, RELATED):
                to_payee = sum(one.amount for one in days if one.payee == payee)
                assert to_payee <= (CAPS.related if payee == RELATED else CAPS.payee)
            for purpose in {one.purpose for one in days}:
                same = [one.amount for one in days if one.purpose == purpose and one.on == day]
                assert sum(same) <= CAPS.one


TestNoSequencePassesACap = Till.TestCase
TestNoSequencePassesACap.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)


def test_a_payment_between_two_others_is_added_to_both():
    """Days do not come in order: what is written later about an earlier day counts in every week that holds it."""
    paid = [Paid(FIRST, 1, 15, payee=1), Paid(FIRST + timedelta(days=8), 1, 15, payee=1)]
    between = Paid(FIRST + timedelta(days=4), 1, 16, payee=1)
    assert [one.word for one in rules.why_wait(between, paid, CAPS)] == ["payee"]
    assert rules.why_wait(between._replace(amount=15), paid, CAPS) == []


def test_one_payment_within_the_limit_is_never_stopped_by_a_smaller_cap_of_sums():
    low = CAPS._replace(payee=1, person=1, person_days=1)
    assert rules.why_wait(Paid(FIRST, 1, 20, payee=1), [], low) == []


def test_the_reasons_stand_in_one_order_and_two_are_needed_for_the_long_absent():
    new = Paid(FIRST, 1, 60, "goods", 1)
    why = rules.why_wait(new, [], CAPS, related=True, dormant=True)
    assert [one.word for one in why] == ["one", "same", "payee", "person", "related", "dormant"]
    assert (rules.needed(why), rules.needed(why[:-1])) == (2, 1)
