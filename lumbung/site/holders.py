"""Introductions between strangers: the ledger and dues know numbers only, so the site tells them where names are."""

from lumbung.cash import reports as cash
from lumbung.ledger.journal import Place
from lumbung.ledger.reports import know_places
from lumbung.ledger.reports.names import know_holders
from lumbung.members.reports import names as member_names


def introduce_holders() -> None:
    """Members hold parts of accounts; cash introduces its own tills, banks, suppliers and officers."""
    know_holders("member", member_names)


def introduce_places() -> None:
    """Dues may be put in any till or bank account that cash knows."""
    know_places(lambda cooperative_id: [(p.name, Place(p.account_code, p.holder)) for p in cash.places(cooperative_id)])
