"""What dues grids have told of already: money that a cash book must not bring in a second time."""

from collections import defaultdict
from datetime import date

from lumbung.dues.models import Payment
from lumbung.intake.models import Batch, BatchRow
from lumbung.intake.rules.lines import TO_MEMBERS
from lumbung.intake.rules.plan import CLEAR, KNOWN, OPEN
from lumbung.ledger.reports.entries import reversed_numbers
from lumbung.members.models import Member

ACCOUNTS = {Payment.Kind.OPENING: "320000", Payment.Kind.OPENING_PRINCIPAL: "310000"}


class Told:
    """Through which day each member's dues are told of, and how much of her openings no cash line has met yet."""

    def __init__(self, cooperative_id: int):
        self._through: dict[int, date] = {}
        self._waiting: dict[tuple[int, str], int] = defaultdict(int)
        standing = Batch.objects.filter(cooperative_id=cooperative_id, status=Batch.Status.POSTED)
        self._take_grids(standing.filter(kind="dues"))
        self._take_openings(cooperative_id)
        self._take_lines(standing.exclude(kind__in=["dues", "members"]))

    def of(self, member: Member, day: date) -> bool:
        """Whether a grid has told of her dues of that day."""
        return day <= self._through.get(member.id, date.min)

    def take(self, member: Member, account: str, amount: int) -> bool:
        """Meet an opening with a line of the cash book; false when the openings left are smaller."""
        if self._waiting[member.id, account] < amount:
            return False
        self._waiting[member.id, account] -= amount
        return True

    def _tell(self, member_id: int, day: date) -> None:
        self._through[member_id] = max(day, self._through.get(member_id, day))

    def _take_grids(self, batches) -> None:
        """Who stands in a grid is told of, even when she paid nothing."""
        cutovers = dict(batches.values_list("id", "cutover"))
        rows = BatchRow.objects.filter(batch_id__in=list(cutovers), deed__in=[OPEN, KNOWN]).exclude(member_id=None)
        for member_id, batch_id in rows.values_list("member_id", "batch_id"):
            if cutovers[batch_id]:
                self._tell(member_id, cutovers[batch_id])

    def _take_openings(self, cooperative_id: int) -> None:
        undone = reversed_numbers(cooperative_id)
        rows = Payment.objects.filter(cooperative_id=cooperative_id, kind__in=list(ACCOUNTS))
        for number, member_id, kind, amount, day in rows.values_list(
            "number", "member_id", "kind", "amount", "paid_on"
        ):
            if number in undone:
                continue
            self._waiting[member_id, ACCOUNTS[kind]] += amount
            if kind == Payment.Kind.OPENING:
                self._tell(member_id, day)

    def _take_lines(self, batches) -> None:
        """Lines of cash books that met an opening before."""
        rows = BatchRow.objects.filter(batch_id__in=list(batches.values_list("id", flat=True)), deed=CLEAR)
        for member_id, category, amount in rows.values_list("member_id", "category", "amount"):
            self._waiting[member_id, TO_MEMBERS[category]] -= amount
