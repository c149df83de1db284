"""What people said about a month: its dues were looked at, it should be opened again, yes or no. Rows stay."""

from django.db import models
from django.db.models import Q

from lumbung import ids
from lumbung.cooperatives.tenant import TenantModel, belongs_to
from lumbung.sql.keys import ROOT, BelongsTo


class DuesLook(TenantModel):
    """Somebody looked at who has not paid the month, before it was closed."""

    month = models.DateField(help_text="its first day")
    pk = models.CompositePrimaryKey("cooperative_id", "month")
    by = models.BigIntegerField()
    looked_at = models.DateTimeField()


class Reopening(TenantModel):
    """Somebody asks to open the books again from a month on."""

    id = models.BigIntegerField(default=ids.new)
    pk = models.CompositePrimaryKey("cooperative_id", "id")
    month = models.DateField(help_text="the first day of the first month to be open again")
    reason = models.CharField(max_length=200)
    asked_by = models.BigIntegerField()
    asked_at = models.DateTimeField()
    request_id = models.UUIDField()

    class Meta:
        constraints = [
            models.UniqueConstraint(name="reopening_request_once", fields=["cooperative_id", "request_id"]),
            models.CheckConstraint(name="reopening_has_its_reason", condition=~Q(reason="")),
        ]


class ReopeningAnswer(TenantModel):
    """Somebody else agrees, and the books are open; or not, and why."""

    reopening = belongs_to("surplus.Reopening")
    pk = models.CompositePrimaryKey("cooperative_id", "reopening_id")
    agreed = models.BooleanField()
    reason = models.CharField(max_length=200, blank=True)
    by = models.BigIntegerField()
    answered_at = models.DateTimeField()
    number = models.BigIntegerField(null=True)
    entry = BelongsTo("ledger.Entry", from_fields=[ROOT, "number"], to_fields=[ROOT, "number"], null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(name="reopening_entry_once", fields=["cooperative_id", "number"]),
            models.CheckConstraint(
                name="reopening_answer_posts_or_says_why",
                condition=Q(agreed=True, number__isnull=False) | (Q(agreed=False, number=None) & ~Q(reason="")),
            ),
        ]
