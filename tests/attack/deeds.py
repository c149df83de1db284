"""The attempts of a person: Lumbung's own deeds, asked for what they must refuse. Each is named in `table.py`."""

from datetime import UTC, date, datetime

from lumbung import clock, ids
from lumbung.cash import actions as cash
from lumbung.cash import reports as places
from lumbung.cooperatives.tenant import acting_for
from lumbung.dues import actions as dues
from lumbung.ledger import actions
from lumbung.ledger.actions.posting import draft_event
from lumbung.ledger.rules import Draft, Move, Side, pour
from lumbung.members.models import Member
from lumbung.money import rp

FEBRUARY, BENDAHARA, KETUA = date(2025, 2, 10), 1, 2


def deed(**changes) -> dict:
    return {"on": FEBRUARY, "by": BENDAHARA, "request_id": ids.new_request(), **changes}


def drafted(**changes) -> Draft:
    return draft_event("dues.paid", **{"amount": 100, "holder": 7, **deed(**changes)})


def moved(move: Move, kind="dues.paid") -> Draft:
    return Draft(kind, FEBRUARY, "JU", "x", ids.new_request(), BENDAHARA, (move,))


def reverse(book, number, **changes):
    return actions.reverse(book["coop"], number, **deed(reason="salah", **changes))


def second_reversal(book):
    reverse(book, book["reversed"])


def reversed_reversal(book):
    reverse(book, book["reversal"])


def reversed_closing(book):
    reverse(book, book["closed"])


def silent_reversal(book):
    actions.reverse(book["coop"], book["last"], **deed(reason="  "))


def other_content(book):
    again = drafted()
    actions.post(book["coop"], [again])
    actions.post(book["coop"], [drafted(request_id=again.request_id, amount=200)])


def other_twin(book):
    one = drafted()
    actions.post(book["coop"], [one, drafted(request_id=one.request_id, holder=8)])


def closed_month(book):
    actions.post(book["coop"], [drafted(on=date(2025, 1, 31))])


def closed_among_many(book):
    actions.post(book["coop"], [drafted(), drafted(on=date(2025, 1, 31)), drafted()])


def clock_back(book):
    with clock.frozen(datetime(2025, 1, 20, tzinfo=UTC)):
        pay(book, paid_on=clock.today())


def clock_ahead(book):
    cash.receive(**money(book, on=date(2025, 4, 30), category="sale.non_member", counterparty="non_member"))


def pay(book, **changes):
    siti = Member.objects.get(id=book["siti"])
    facts = {"member": siti, "amount": rp(20_000), "by": BENDAHARA, "request_id": ids.new_request(), **changes}
    dues.pay_dues(**facts)


def money(book, **changes) -> dict:
    return deed(amount=rp(1_000), place=places.general(book["coop"]), **changes)


def reopened_alone(book):
    actions.reopen(**opening(book, approved_by=BENDAHARA))


def reopened_silently(book):
    actions.reopen(**opening(book, reason=" "))


def opening(book, **changes) -> dict:
    facts = {"cooperative_id": book["coop"], "month": date(2025, 1, 1), "approved_by": KETUA, "reason": "salah"}
    return deed(**{**facts, **changes})


def closed_twice(book):
    actions.close_month(cooperative_id=book["coop"], month=date(2025, 1, 1), by=BENDAHARA, request_id=ids.new_request())


def unbalanced(book):
    pour([Side("111100", 0, 200)], [Side("411100", 0, 100)])


def empty_among_many(book):
    actions.post(book["coop"], [drafted(), drafted()._replace(moves=())])


def header_account(book):
    actions.post(book["coop"], [moved(Move("110000", "411100", 100))])


def no_holder(book):
    actions.post(book["coop"], [moved(Move("111100", "320000", 100))])


def negative(book):
    actions.post(book["coop"], [moved(Move("111100", "411100", -100))])


def another_book(book):
    actions.post(book["stranger"], [drafted()])


def another_member(book):
    """The neighbour's member, brought over the wall by hand."""
    with acting_for(book["stranger"]):
        foreigner = Member.objects.get(id=book["foreigner"])
    foreigner.cooperative_id = book["coop"]
    pay(book, member=foreigner, paid_on=FEBRUARY)


def above_the_limit(book):
    cash.receive(**money(book, category="sale.non_member", counterparty="non_member") | {"amount": rp(90_000_000)})
    cash.pay(**money(book, category="expense.stationery") | {"amount": rp(80_000_000)})


def more_than_there_is(book):
    cash.pay(**money(book, category="expense.stationery") | {"amount": rp(500_000)})
