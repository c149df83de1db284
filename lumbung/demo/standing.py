"""What comes true of what was meant: each wish against what is where on its day."""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date

from lumbung.demo import trade
from lumbung.demo.deeds import BANK, INWARD, KAS, MEMO, OUTWARD, TILL, Deed
from lumbung.ledger.events import EVENTS
from lumbung.money import rp, split

KEPT_IN_CASH = rp(400_000)
COST = 72  # percent of a sale that its goods had cost


def settle(wishes: Iterable[Deed], brought: dict[str, int], start: date, today: date) -> list[Deed]:
    """Of all wishes those that came true, in order."""
    standing = Standing(brought)
    within = [wish for wish in wishes if start <= wish.on <= today]
    within.sort(key=lambda wish: (wish.on, _order(wish)))  # stable: planned first, done first
    return [deed for wish in within if (deed := standing.let(wish))]


def _order(wish: Deed) -> int:
    series = EVENTS[wish.event].series if wish.event in EVENTS else "BKM"
    return {"BKM": INWARD, "BKK": OUTWARD}.get(series, MEMO)


class Standing:
    """What is where on the day that is being lived, sen."""

    def __init__(self, brought: dict[str, int]):
        self.money = Counter(brought)
        self.owed = Counter()  # to producers, by name
        self.saved = Counter()  # by member
        self.stock = 0
        self.sold = Counter()  # this month, by event
        self.done: dict[str, Deed] = {}

    def let(self, wish: Deed) -> Deed | None:
        """The wish as it comes true, with its amount; None when it cannot."""
        if wish.after and wish.after not in self.done:
            return None
        deed = WAYS.get(wish.event, _by_series)(self, wish)
        if deed and deed.key:
            self.done[deed.key] = deed
        return deed

    def take(self, wish: Deed, amount: int | None = None) -> Deed | None:
        """Money out of a place, when there is as much; what the cash cannot pay, the bank can."""
        amount = wish.amount if amount is None else amount
        places = (KAS, BANK) if wish.place == KAS and wish.event.startswith("expense.") else (wish.place,)
        place = next((place for place in places if self.money[place] >= amount > 0), None)
        if place is None:
            return None
        self.money[place] -= amount
        return wish._replace(amount=amount, place=place)

    def give(self, wish: Deed, amount: int | None = None) -> Deed | None:
        amount = wish.amount if amount is None else amount
        self.money[wish.place] += amount
        return wish._replace(amount=amount) if amount > 0 else None


def _by_series(now: Standing, wish: Deed) -> Deed | None:
    """Most deeds only bring money in or take it out, or move none at all."""
    series = EVENTS[wish.event].series if wish.event in EVENTS else "BM"
    return {"BKM": now.give, "BKK": now.take}.get(series, lambda same: same)(wish)


def _sold(now: Standing, wish: Deed) -> Deed | None:
    """What is sold was in stock before."""
    cost = wish.amount * COST // 100
    if now.stock < cost + now.sold["sale.member"] + now.sold["sale.non_member"]:
        return None
    now.sold[wish.event] += cost
    return now.give(wish)


def _bought(now: Standing, wish: Deed) -> Deed | None:
    deed = now.take(wish)
    now.stock += deed.amount if deed else 0
    return deed


def _used(now: Standing, wish: Deed) -> Deed | None:
    """At the end of the month: what the goods sold had cost, whole rupiah."""
    cost = now.sold.pop(wish.event.replace("goods.used_", "sale."), 0) // 100 * 100
    now.stock -= cost
    return wish._replace(amount=cost) if cost else None


def _consigned(now: Standing, wish: Deed) -> Deed | None:
    _commission, share = split(wish.amount, [trade.COMMISSION, 10_000 - trade.COMMISSION])
    now.owed[wish.who] += share
    return now.give(wish)


def _paid_producer(now: Standing, wish: Deed) -> Deed | None:
    deed = now.take(wish, now.owed[wish.who])
    if deed:
        now.owed[wish.who] = 0
    return deed


def _deposited(now: Standing, wish: Deed) -> Deed | None:
    now.saved[wish.who] += wish.amount
    return now.give(wish)


def _withdrawn(now: Standing, wish: Deed) -> Deed | None:
    if now.saved[wish.who] < wish.amount:
        return None
    deed = now.take(wish)
    now.saved[wish.who] -= wish.amount if deed else 0
    return deed


def _funded(now: Standing, wish: Deed) -> Deed | None:
    """What the till lacks to its float, or as much of it as there is."""
    lacking = min(wish.amount - now.money[TILL], now.money[KAS])
    return _carry(now, wish, TILL, lacking - lacking % rp(50_000))


def _returned(now: Standing, wish: Deed) -> Deed | None:
    """What the till has above its float and what belongs to producers."""
    over = now.money[TILL] - wish.amount - sum(now.owed.values())
    return _carry(now, wish._replace(place=TILL), KAS, over - over % rp(5_000))


def _banked(now: Standing, wish: Deed) -> Deed | None:
    over = now.money[KAS] - KEPT_IN_CASH
    return _carry(now, wish, BANK, over - over % rp(50_000))


def _carry(now: Standing, wish: Deed, to: str, amount: int) -> Deed | None:
    deed = now.take(wish, amount)
    if deed:
        now.money[to] += amount
    return deed


def _interest(now: Standing, wish: Deed) -> Deed | None:
    """One percent a year, as the bank prints it: to the sen."""
    return now.give(wish, now.money[BANK] // 1200)


def _undone(now: Standing, wish: Deed) -> Deed | None:
    """A mistake of money out comes back."""
    wrong = now.done[wish.after]
    now.money[wrong.place] += wrong.amount
    return wish


WAYS: dict[str, Callable[[Standing, Deed], Deed | None]] = {
    "dues": Standing.give,
    "principal": Standing.give,
    "advance.settled": lambda now, wish: now.give(wish, now.done[wish.after].amount - wish.amount) and wish,
    "sale.member": _sold,
    "sale.non_member": _sold,
    "goods.bought": _bought,
    "goods.used_member": _used,
    "goods.used_non_member": _used,
    "sale.consigned": _consigned,
    "consignor.paid": _paid_producer,
    "savings.deposited": _deposited,
    "savings.withdrawn": _withdrawn,
    "unit.funded": _funded,
    "unit.returned": _returned,
    "money.moved": _banked,
    "bank.interest": _interest,
    "reverse": _undone,
}
