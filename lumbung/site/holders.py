"""Who holds parts of an account: the ledger knows numbers only, so the site tells it where the names are."""

from lumbung.cash.models import CashPlace
from lumbung.ledger.reports.names import know_holders
from lumbung.members.reports import names as member_names


def introduce_holders() -> None:
    """Called once, when everything is loaded."""
    know_holders("member", member_names)
    know_holders("bank", place_names)
    know_holders("till", place_names)


def place_names(cooperative_id: int, ids: list[int]) -> dict[int, str]:
    """The names of tills and bank accounts."""
    rows = CashPlace.objects.filter(cooperative_id=cooperative_id, id__in=ids)
    return dict(rows.values_list("id", "name"))
