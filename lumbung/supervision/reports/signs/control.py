"""Signs about how the books are kept, and what was bought."""

import re
from collections import Counter, defaultdict
from datetime import timedelta
from statistics import median_low

from django.utils.translation import gettext as _

from lumbung.assets.models import Sighting
from lumbung.assets.reports.inventory import inventory
from lumbung.cash.rules.proposals import propose
from lumbung.ledger import reports as books
from lumbung.ledger.chart import is_cash
from lumbung.ledger.events import EVENTS
from lumbung.ledger.reports import JournalEntry
from lumbung.security.reports import names
from lumbung.supervision.reports.looking import reasons_of
from lumbung.supervision.reports.signs.kinds import (
    Glance,
    Row,
    Sign,
    entry_row,
    listed,
    money,
    of_entries,
)
from lumbung.supervision.rules import paid_out

BORROWED = ("221100", "221200", "216300")
SURE, WEEK, YEAR = 90, timedelta(days=7), timedelta(days=365)
PADDED, ENOUGH = 2, 3  # times the usual price, of at least so many payments
LOOSE = ("expense.", "income.other", "sale.", "service.")  # what money that is something else is booked as
SOMETHING_ELSE = (
    "goods.bought", "equipment.bought", "machinery.bought", "vehicle.bought", "building.bought", "dues.paid",
    "member.principal_paid", "savings.deposited", "savings.withdrawn", "officer.lent", "officer.repaid", "grant.cash",
    "advance.given", "receipt.unidentified", "payment.unidentified",
)  # fmt: skip
SHARED_OUT = re.compile(r"\b(shu|sisa hasil usaha)\b", re.IGNORECASE)


def backdated(look: Glance) -> Sign:
    """Entries that were written long after their day."""
    return of_entries(_("%(n)s catatan mundur"), _for_reason(look, "mundur"))


def split_payments(look: Glance) -> Sign:
    """Payments of one day and kind that stay within the limit and together pass it."""
    return of_entries(_("%(n)s pembayaran"), _for_reason(look, "pecah"))


def _for_reason(look: Glance, reason: str) -> list[JournalEntry]:
    why = reasons_of(look.coop, look.entries, look.today)
    return [one for one in look.entries if reason in why.get(one.number, ())]


def borrowings(look: Glance) -> Sign:
    """What the cooperative owes to banks: each needs the decision of the members behind it."""
    owed = {code: books.balance_of(look.coop, code) for code in BORROWED}
    rows = tuple(Row(books.account_name(code), None, amount) for code, amount in owed.items() if amount)
    return Sign(money(sum(owed.values())), bool(rows), None, rows)


def booked_as_something_else(look: Glance) -> Sign:
    """Entries whose words say that they are something else than they were booked as."""
    found = [(one, other) for one in look.entries if (other := _rather(one))]
    rows = [entry_row(one, _("dicatat %(as)s, bunyinya %(rather)s")
                      % {"as": _(one.label), "rather": _(EVENTS[other].label)}) for one, other in found]  # fmt: skip
    return listed(_("%(n)s catatan"), rows)


def _rather(entry: JournalEntry) -> str:
    """The event that the words of an entry mean, when it is surely another than the one it was booked as."""
    if entry.reverses or entry.reversed_by or not entry.kind.startswith(LOOSE):
        return ""
    inward = any(is_cash(line.account) and line.debit for line in entry.lines)
    proposed = propose(entry.memo, inward)
    if not proposed or 100 * proposed[0][1] <= SURE or proposed[0][0] not in SOMETHING_ELSE:
        return ""
    return proposed[0][0]


def shared_before_the_meeting(look: Glance) -> Sign:
    """Payments that call themselves SHU: no page pays one before the meeting of members has decided."""
    paid = [one for one in look.entries if paid_out(one) and SHARED_OUT.search(one.memo)]
    return of_entries(_("%(n)s pembayaran"), paid)


def padded_prices(look: Glance) -> Sign:
    """Payments of at least twice what the same thing usually costs here."""
    same = defaultdict(list)
    for one in look.entries:
        if (paid := paid_out(one)) and one.kind.startswith(("expense.", "goods.", "supplies.")):
            same[one.kind].append((one, paid))
    rows = []
    for paid in same.values():
        usual = median_low(amount for _one, amount in paid)
        rows += [entry_row(one, _("biasanya %(usual)s") % {"usual": money(usual)})
                 for one, amount in paid if len(paid) > ENOUGH and amount > PADDED * usual]  # fmt: skip
    return listed(_("%(n)s pembayaran"), rows)


def unseen_goods(look: Glance) -> Sign:
    """Things that two people have not both seen within a year."""
    here = [line for line in inventory(look.coop, look.today) if line.is_here]
    seen = defaultdict(set)
    looked = Sighting.objects.filter(cooperative_id=look.coop, seen_on__gt=look.today - YEAR)
    for item, by in looked.values_list("item_id", "by"):
        seen[item].add(by)
    old = [line for line in here if len(seen[line.item.id]) < 2 and line.item.acquired_on <= look.today - YEAR]
    rows = [Row(f"{line.item.code} {line.item.name}", line.seen.seen_on if line.seen else line.item.acquired_on,
                line.value or line.item.cost, "assets:item", {"item_id": line.item.id}) for line in old]  # fmt: skip
    return listed(_("%(n)s barang"), rows)


def one_pair_of_hands(look: Glance) -> Sign:
    """How many people wrote into the books this week; one alone is watched by the supervisor day by day."""
    week = [one for one in look.entries if one.booked_on > look.today - WEEK and not one.kind.startswith("period.")]
    made = Counter(one.made_by for one in week)
    called = names(made)
    rows = tuple(Row(called.get(who, ""), None, None, "supervision:digest", {}, _("%(n)s catatan") % {"n": count})
                 for who, count in made.most_common())  # fmt: skip
    return Sign(_("%(n)s orang mencatat minggu ini") % {"n": len(made)}, len(made) == 1, None, rows)
