"""Which statements of the bank there are, and up to where bank and book have been found to agree."""

from datetime import date

from lumbung.cash.models import BankStatement, CashPlace, Reconciliation
from lumbung.cash.reports.places import balance
from lumbung.ledger.reports.cash import place_touches

FEW = 60


def statement(cooperative_id: int, statement_id: int) -> BankStatement | None:
    """One statement; None outside this cooperative."""
    rows = BankStatement.objects.filter(cooperative_id=cooperative_id, id=statement_id)
    return rows.select_related("place").first()


def statements(cooperative_id: int) -> list[tuple[BankStatement, Reconciliation | None]]:
    """The newest statements, each with its agreement when there is one."""
    rows = BankStatement.objects.filter(cooperative_id=cooperative_id).select_related("place").order_by("-end", "-id")
    rows = list(rows[:FEW])
    agreed = Reconciliation.objects.filter(cooperative_id=cooperative_id, statement_id__in=[row.id for row in rows])
    found = {row.statement_id: row for row in agreed}
    return [(row, found.get(row.id)) for row in rows]


def agreement(statement: BankStatement) -> Reconciliation | None:
    """What was said of it, when it was said."""
    rows = Reconciliation.objects.filter(cooperative_id=statement.cooperative_id, statement_id=statement.id)
    return rows.first()


def unreconciled(cooperative_id: int, through: date) -> list[CashPlace]:
    """Bank accounts that no agreed statement covers up to this day, of those that hold or held anything by then."""
    banks = [row for row in CashPlace.objects.filter(cooperative_id=cooperative_id, kind="bank", opened_on__lte=through)
             if not row.closed_on or row.closed_on > through]  # fmt: skip
    agreed = Reconciliation.objects.filter(cooperative_id=cooperative_id, through__gte=through)
    covered = set(agreed.values_list("statement__place_id", flat=True))
    return [row for row in banks if row.id not in covered and _used(row, through)]


def _used(place: CashPlace, through: date) -> bool:
    month = through.replace(day=1)
    return bool(balance(place, through) or place_touches(place.cooperative_id, place.spot, month, through))
