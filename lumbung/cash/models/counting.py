"""What was counted, and into whose hands a till went: each row a fact of its moment, never changed."""

from django.db import models
from django.db.models import F, Q

from lumbung import ids
from lumbung.cash.models.kept import entry_by
from lumbung.cooperatives.tenant import TenantModel, belongs_to


class Count(TenantModel):
    """A till counted by pieces, against what the book said at that moment. `number` is the entry of the difference."""

    id = models.BigIntegerField(default=ids.new)
    pk = models.CompositePrimaryKey("cooperative_id", "id")
    year = models.PositiveSmallIntegerField()
    no = models.PositiveIntegerField(help_text="of the paper, without a gap in its year")
    place = belongs_to("cash.CashPlace")
    counted_on = models.DateField()
    counted_at = models.DateTimeField()
    by = models.BigIntegerField()
    witness = models.CharField(max_length=120, blank=True)
    pieces = models.JSONField(help_text="kind of note or coin → how many")
    counted = models.BigIntegerField(help_text="sen")
    book = models.BigIntegerField(help_text="sen")
    difference = models.BigIntegerField(help_text="sen, above zero when there is more than there should be")
    reason = models.CharField(max_length=200, blank=True)
    number = models.BigIntegerField(null=True)
    entry = entry_by("number")
    request_id = models.UUIDField()

    class Meta:
        constraints = [
            models.UniqueConstraint(name="count_request_once", fields=["cooperative_id", "request_id"]),
            models.UniqueConstraint(name="count_paper_once", fields=["cooperative_id", "year", "no"]),
            models.UniqueConstraint(name="count_entry_once", fields=["cooperative_id", "number"]),
            models.CheckConstraint(name="count_not_below_nothing", condition=Q(counted__gte=0)),
            models.CheckConstraint(
                name="count_difference_is_that", condition=Q(difference=F("counted") - F("book"))
            ),
            models.CheckConstraint(
                name="count_booked_with_reason", condition=Q(number=None) | (~Q(reason="") & ~Q(difference=0))
            ),
        ]  # fmt: skip

    @property
    def document(self) -> str:
        """The number on its paper: `BAK-2025-0003`."""
        return f"BAK-{self.year}-{self.no:04}"

    @property
    def fits(self) -> bool:
        return self.difference == 0

    @property
    def short(self) -> int:
        """What is missing, sen; nil when nothing is."""
        return max(-self.difference, 0)


class Handover(TenantModel):
    """With a count: the till goes from one person to another, who has to say that she has it."""

    count = belongs_to("cash.Count")
    pk = models.CompositePrimaryKey("cooperative_id", "count_id")
    giver = models.BigIntegerField()
    taker = models.BigIntegerField()

    class Meta:
        constraints = [
            models.CheckConstraint(name="handover_between_two", condition=~Q(giver=F("taker"))),
        ]


class HandoverAnswer(TenantModel):
    """The one who was to take the till has counted it too: it is hers, or it is not, and why."""

    count_id = models.BigIntegerField()
    pk = models.CompositePrimaryKey("cooperative_id", "count_id")
    handover = belongs_to("cash.Handover", columns=["count_id"])
    by = models.BigIntegerField()
    accepted = models.BooleanField()
    reason = models.CharField(max_length=200, blank=True)
    answered_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(name="handover_refused_with_reason", condition=Q(accepted=True) | ~Q(reason="")),
        ]
