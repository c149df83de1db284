"""Setting off: nothing is lost, nothing is invented, whatever a member has and owes."""

from hypothesis import given
from hypothesis import strategies as st

from lumbung.ledger.chart import ACCOUNTS
from lumbung.ledger.events import EVENTS
from lumbung.ledger.journal import moves_of
from lumbung.membership import rules

SEN = st.integers(0, 10**12)
HELD = st.fixed_dictionaries(dict.fromkeys((*rules.CLAIMS.values(), *rules.DEBTS.values()), SEN))


@given(HELD)
def test_a_settlement_balances_and_covers_debts_in_their_order(held):
    account = rules.settle(held)
    out = sum(account.parts[part] for part in rules.CLAIMS)
    into = sum(account.parts[part] for part in (*rules.DEBTS, "refund"))

    assert out == into == account.has and all(amount >= 0 for amount in account.parts.values())
    assert account.refund == max(account.has - account.owes, 0)
    assert account.debt == max(account.owes - account.has, 0)
    left = [part for part in rules.DEBTS if account.left[part]]
    first = list(rules.DEBTS).index(left[0]) if left else len(rules.DEBTS)
    assert all(account.parts[part] == 0 for part in list(rules.DEBTS)[first + 1 :])


@given(HELD)
def test_the_event_takes_the_parts_as_they_are(held):
    account = rules.settle(held)
    if account.moves:
        moves = moves_of("member.settled", parts=account.parts, holder=1)
        assert sum(move.amount for move in moves) == account.has


def test_every_account_that_a_member_may_hold_is_set_off():
    """A new account of members in the chart fails here: it needs its part in J50a and its place in the rules."""
    of_members = {code for code, line in ACCOUNTS.items() if line.holder_kind == "member"} - {"216100"}
    assert {*rules.CLAIMS.values(), *rules.DEBTS.values()} == of_members | {"221300"}
    sides = (*EVENTS["member.settled"].debit, *EVENTS["member.settled"].credit)
    parts = {side.partition(":")[2]: side[:6] for side in sides}
    assert parts == {**rules.CLAIMS, **rules.DEBTS, "interest": "412100", "refund": "216100"}


def test_nothing_is_settled_by_nothing():
    account = rules.settle({})
    assert not account.moves and (account.refund, account.debt) == (0, 0)
