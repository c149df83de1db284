"""Money leaves the cooperative above the limit only when somebody else has seen it: every event that empties a place.

What a bank statement or an old workbook brings in was paid before Lumbung heard of it, and waits for nobody; a reversal
gives back what should never have come.
"""

from datetime import date
from uuid import uuid4

import pytest

from lumbung.assets import actions as assets
from lumbung.assets.rules import GROUPS
from lumbung.cash import actions as cash
from lumbung.cash.reports import general
from lumbung.cooperatives.actions import set_bylaw
from lumbung.ledger.chart import CASH_FIRST, CASH_LAST
from lumbung.ledger.events import EVENTS
from lumbung.ledger.journal import CASH
from lumbung.membership import actions as membership
from lumbung.money import rp
from lumbung.savings import actions as savings
from lumbung.savings.tests.conftest import SRI, credit, enrol, karangbesuki, put_away, siti  # noqa: F401 - fixtures
from lumbung.web.words import Refused

DAY, LIMIT = date(2026, 11, 3), rp(1_000_000)

GUARDED = {  # the deed that asks the limit → the events by which it pays
    "cash.pay": """
        consignor.paid goods.bought supplies.bought equipment.bought machinery.bought vehicle.bought building.bought
        expense.wages expense.incentive expense.utilities expense.internet expense.stationery expense.transport
        expense.rent expense.maintenance expense.packaging expense.general expense.levies expense.honoraria
        expense.annual_meeting expense.board_meeting expense.education expense.movement expense.social
        expense.education_fund expense.other officer.repaid
    """.split(),
    "cash.pay_unidentified": ["payment.unidentified"],
    "cash.give_advance": ["advance.given"],
    "cash.settle_advance": ["advance.overspent"],
    "assets.register": [group.bought for group in GROUPS.values()],
    "savings.withdraw": ["savings.withdrawn"],
    "savings.end_term": ["term.paid"],
    "savings.pay_interest": ["term.interest_paid"],
    "savings.remit_tax": ["savings.tax_remitted"],
    "membership.pay_back": ["member.refunded"],
}
FREE = {  # the others, and why nobody needs to see them first
    "money.moved": "it stays with the cooperative, in another of its places",
    "unit.funded": "it stays with the cooperative, in the till of its outlet",
    "unit.returned": "it stays with the cooperative, with its treasurer",
    "cash.short": "nobody is paid: a count found that the money is gone",
    "bank.fee": "nobody decides: the bank has taken it",
}


def empties_a_place(side: str) -> bool:
    account = side.partition("/")[0].partition(":")[0]
    return account == "cash" or CASH_FIRST <= account <= CASH_LAST


def test_every_event_that_pays_out_has_its_guard_or_its_reason():
    """A new one fails here: it needs the limit of its deed, or words why not."""
    paying = {name for name, event in EVENTS.items() if any(map(empties_a_place, event.credit))}
    guarded = {event for events in GUARDED.values() for event in events}

    assert guarded | FREE.keys() == paying
    assert not guarded & FREE.keys()


def by_one_alone(**more):
    return {"on": DAY, "by": SRI, "request_id": uuid4(), **more}


def settle(kas, **facts):
    advance = cash.give_advance(
        holder=5, holder_name="Heru", purpose="RAT", amount=rp(100_000), place=kas, **by_one_alone()
    )
    return cash.settle_advance(
        advance=advance, spent=rp(100_000) + LIMIT + 1, category="expense.wages", place=kas, **facts
    )


def of_deposit(member):
    one = put_away(member, 400_000_000, on=date(2026, 9, 15))
    credit(member.cooperative_id)
    return {"cooperative_id": one.cooperative_id, "deposit_id": one.id, "cash": CASH}


def buy(member, event, **facts):
    kind = next(kind for kind, group in GROUPS.items() if group.bought == event)
    return assets.register(
        cooperative_id=member.cooperative_id, thing=assets.Thing("X", kind, "bought", LIMIT + 1), **facts
    )


def pay_back(member, kas, **facts):
    membership.leave(member=member, reason="pindah", seen=0, **by_one_alone())
    member.refresh_from_db()
    return membership.pay_back(member=member, amount=LIMIT + 1, place=kas, **facts)


ATTEMPTS = {
    "cash.pay": lambda member, kas, event, facts: cash.pay(
        category=event, amount=LIMIT + 1, place=kas, holder=5, **facts
    ),
    "cash.pay_unidentified": lambda member, kas, event, facts: cash.pay_unidentified(
        text="?", amount=LIMIT + 1, place=kas, **facts
    ),
    "cash.give_advance": lambda member, kas, event, facts: cash.give_advance(
        holder=5, holder_name="Heru", purpose="RAT", amount=LIMIT + 1, place=kas, **facts
    ),
    "cash.settle_advance": lambda member, kas, event, facts: settle(kas, **facts),
    "assets.register": lambda member, kas, event, facts: buy(member, event, **facts),
    "savings.withdraw": lambda member, kas, event, facts: savings.withdraw(member=member, amount=LIMIT + 1, **facts),
    "savings.end_term": lambda member, kas, event, facts: savings.end_term(early=True, **of_deposit(member), **facts),
    "savings.pay_interest": lambda member, kas, event, facts: savings.pay_interest(**of_deposit(member), **facts),
    "savings.remit_tax": lambda member, kas, event, facts: savings.remit_tax(
        cooperative_id=member.cooperative_id, amount=LIMIT + 1, cash=CASH, **facts
    ),
    "membership.pay_back": lambda member, kas, event, facts: pay_back(member, kas, **facts),
}


@pytest.mark.parametrize(("deed", "event"), [(deed, event) for deed, events in GUARDED.items() for event in events])
def test_one_alone_pays_nothing_above_the_limit(deed, event, siti):  # noqa: F811 - the fixture
    set_bylaw(
        cooperative_id=siti.cooperative_id, key="approval_limit", value=str(LIMIT // 100), valid_from=date(2026, 1, 2)
    )
    with pytest.raises(Refused, match="menunggu persetujuan ketua"):
        ATTEMPTS[deed](siti, general(siti.cooperative_id), event, by_one_alone())
