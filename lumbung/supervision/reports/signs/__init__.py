"""Tanda-tanda: for each known pattern of fraud (`supervision.frauds`) the figure that would betray it, read today."""

from collections.abc import Callable
from datetime import date

from lumbung.supervision.reports.signs import control, money, people
from lumbung.supervision.reports.signs.kinds import Glance, Row, Sign, glance
from lumbung.supervision.reports.signs.related import paid_to_related

SIGNS: dict[int, Callable[[Glance], Sign]] = {
    1: people.ghosts,
    2: people.borrowed_in_names,
    3: money.unsigned_withdrawals,
    4: money.printed_again,
    5: money.too_much_in_hand,
    6: money.slow_banking,
    7: money.counts_that_differ,
    8: control.backdated,
    9: paid_to_related,
    10: control.borrowings,
    11: money.mixed_money,
    12: control.booked_as_something_else,
    13: control.shared_before_the_meeting,
    14: control.padded_prices,
    15: money.consignors_waiting,
    16: money.old_advances,
    17: people.crowded_meetings,
    18: control.unseen_goods,
    19: control.one_pair_of_hands,
    20: control.split_payments,
    21: people.shared_phones,
    22: people.phrase_for_papers,
}


def signs(cooperative_id: int, today: date) -> dict[int, Sign]:
    """Every sign on a day, by the number of its pattern."""
    look = glance(cooperative_id, today)
    return {number: sign(look) for number, sign in SIGNS.items()}


def sign(cooperative_id: int, today: date, number: int) -> Sign:
    """One of them. Raises KeyError: no such pattern."""
    return SIGNS[number](glance(cooperative_id, today))


__all__ = ["SIGNS", "Glance", "Row", "Sign", "sign", "signs"]
