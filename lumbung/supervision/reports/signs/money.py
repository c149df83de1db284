"""Signs about cash, advances and what is owed to people."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.utils.translation import gettext as _

from lumbung.cash import reports as cash
from lumbung.cash.models import Attachment, CashPlace
from lumbung.ledger import reports as books
from lumbung.ledger.reports.cash import place_touches
from lumbung.money import show
from lumbung.receipts.models import Printing
from lumbung.supervision.reports.looking import moment
from lumbung.supervision.reports.signs.kinds import Glance, Row, Sign, listed, of_entries
from lumbung.supervision.rules import paid_out

BACK_TO_MEMBERS = ("savings.withdrawn", "term.paid", "term.interest_paid", "member.refunded")
LENT, KASBON, CONSIGNORS = "216200", "113700", "212200"
BANK_WITHIN, PAY_WITHIN, LEND_WITHIN = 3, 14, 30  # days
LONG_AGO = timedelta(days=3650)


def unsigned_withdrawals(look: Glance) -> Sign:
    """Savings that were paid out and have no photo of the signed slip."""
    paid = [one for one in look.entries if one.kind in BACK_TO_MEMBERS and paid_out(one)]
    numbers = [one.number for one in paid]
    shown = Attachment.objects.filter(cooperative_id=look.coop, number__in=numbers).values_list("number", flat=True)
    shown = set(shown)
    return of_entries(_("%(n)s tanpa foto bukti"), [one for one in paid if one.number not in shown])


def printed_again(look: Glance) -> Sign:
    """Kuitansi that were printed more than once; each copy says that it is one."""
    again = Printing.objects.filter(cooperative_id=look.coop, copy__gt=1, at__gte=moment(look.since))
    rows = [Row(one.entry.document, one.at.date(), None, "receipts:show", {"number": one.number},
                _("salinan ke-%(copy)s") % {"copy": one.copy})
            for one in again.select_related("entry").order_by("at")]  # fmt: skip
    return listed(_("%(n)s salinan"), rows)


def too_much_in_hand(look: Glance) -> Sign:
    """What lies in tills and drawers above what the cooperative allows."""
    most = look.law.cash_limit_till
    over = [each for each in _in_hand(look) if each.amount > most]
    rows = tuple(Row(each.place.name, None, each.amount, "cash:counts") for each in over)
    total = sum(each.amount - most for each in over)
    return Sign(_("%(sum)s di atas batas") % {"sum": show(total)}, bool(rows), None, rows)


def _in_hand(look: Glance) -> list[cash.Held]:
    return [each for each in cash.held(look.coop) if each.place.kind != CashPlace.Kind.BANK]


def slow_banking(look: Glance) -> Sign:
    """How old the oldest money is that still lies in a drawer: today's money may be covering yesterday's."""
    rows = []
    for each in _in_hand(look):
        touches = place_touches(look.coop, each.place.spot, look.since, look.today)
        since = oldest_money(each.amount, [(one.booked_on, one.inward) for one in touches])
        if since and (look.today - since).days > BANK_WITHIN:
            rows.append(Row(each.place.name, since, each.amount, "cash:book"))
    days = max(((look.today - row.on).days for row in rows), default=0)
    told = _("tertua %(days)s hari") % {"days": days} if rows else _("disetor tepat waktu")
    return Sign(told, bool(rows), min((row.on for row in rows), default=None), tuple(rows))


def oldest_money(held: int, inward: Iterable[tuple[date, int]]) -> date | None:
    """The day on which the oldest of `held` sen came in, when what came first goes out first; None for none."""
    left = held
    for day, amount in sorted(inward, reverse=True):
        left -= max(amount, 0)
        if amount > 0 and left <= 0:
            return day
    return None


def counts_that_differ(look: Glance) -> Sign:
    """Counts in which money was missing or over, and goods that were bought and never sold."""
    counts = [one for one in cash.counts(look.coop) if one.difference and one.counted_on >= look.since]
    rows = [Row(one.place.name, one.counted_on, one.difference, "cash:counted", {"count_id": one.id}, one.document)
            for one in counts]  # fmt: skip
    bought, sold = (_moved(look, kinds) for kinds in (("goods.bought",), ("sale.member", "sale.non_member")))
    if bought > sold:
        words = _("Belanja barang %(bought)s, penjualan tercatat %(sold)s")
        rows.append(Row(words % {"bought": show(bought), "sold": show(sold)}, look.since, bought - sold, "cash:book"))
    return listed(_("%(n)s selisih"), rows)


def _moved(look: Glance, kinds: tuple[str, ...]) -> int:
    standing = (one for one in look.entries if one.kind in kinds and not one.reverses and not one.reversed_by)
    return sum(one.amount for one in standing)


def mixed_money(look: Glance) -> Sign:
    """What officers lent to the cooperative or borrowed from it, longer than a month."""
    rows = [*_owed(look, LENT, _("uang pengurus")), *_owed(look, KASBON, _("kasbon"))]
    return Sign(show(sum(row.amount for row in rows)), _any_older(look, rows, LEND_WITHIN), _oldest(rows), tuple(rows))


def _owed(look: Glance, account: str, small: str) -> list[Row]:
    """Each holder with a balance, since the day of the oldest part of it."""
    owed = {who: amount for who, amount in books.holder_balances(look.coop, account).items() if amount > 0}
    called = books.holder_names(look.coop, account, list(owed)) if owed else {}
    moves = books.holder_moves(look.coop, account, look.today - LONG_AGO, look.today) if owed else {}
    return [
        Row(called.get(who, ""), oldest_money(amount, moves.get(who, {}).items()), amount, "cash:overview", {}, small)
        for who, amount in sorted(owed.items())
    ]


def _oldest(rows: list[Row]) -> date | None:
    return min((row.on for row in rows if row.on), default=None)


def _any_older(look: Glance, rows: list[Row], days: int) -> bool:
    oldest = _oldest(rows)
    return oldest is not None and (look.today - oldest).days > days


def consignors_waiting(look: Glance) -> Sign:
    """Producers whose goods were sold and who were not paid within two weeks."""
    late = look.today - timedelta(days=PAY_WITHIN)
    rows = [row for row in _owed(look, CONSIGNORS, _("titip jual")) if row.on and row.on <= late]
    return Sign(show(sum(row.amount for row in rows)), bool(rows), _oldest(rows), tuple(rows))


def old_advances(look: Glance) -> Sign:
    """Panjar without slips past the days that the cooperative gives."""
    late = look.today - timedelta(days=look.law.panjar_max_days)
    rows = [Row(f"{one.holder_name}: {one.purpose}", one.given_on, one.amount, "cash:settle", {"advance_id": one.id})
            for one in cash.open_advances(look.coop) if one.given_on < late]  # fmt: skip
    return listed(_("%(n)s panjar terlambat"), rows)
