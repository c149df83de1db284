"""What is kept of a farewell, of money given back, and of rows that were one person. Rows are only ever added."""

from django.db import models
from django.db.models import F, Q

from lumbung import ids
from lumbung.cooperatives.tenant import TenantModel, belongs_to


class Settlement(TenantModel):
    """A member left or died: what was owed on both sides was set off. `refund` and `debt` in sen, one of them nil."""

    id = models.BigIntegerField(default=ids.new)
    pk = models.CompositePrimaryKey("cooperative_id", "id")
    member = belongs_to("members.Member")
    left_on = models.DateField()
    died = models.BooleanField(default=False)
    heir_name = models.CharField(max_length=120, blank=True)
    heir_relation = models.CharField(max_length=60, blank=True)
    number = models.BigIntegerField(null=True, help_text="of the entry; empty when there was nothing to set off")
    entry = belongs_to("ledger.Entry", columns=["number"])
    refund = models.BigIntegerField()
    debt = models.BigIntegerField()
    pay_by = models.DateField(help_text="the last day by the bylaws")
    by = models.BigIntegerField(help_text="the person's id")
    at = models.DateTimeField()
    request_id = models.UUIDField()

    class Meta:
        constraints = [
            models.UniqueConstraint(name="membership_settlement_request_once", fields=["cooperative_id", "request_id"]),
            models.CheckConstraint(
                name="membership_refund_or_debt", condition=Q(refund__gte=0, debt__gte=0) & (Q(refund=0) | Q(debt=0))
            ),
            models.CheckConstraint(
                name="membership_heir_of_the_dead",
                condition=Q(died=False, heir_name="") | Q(died=True) & (Q(refund=0) | ~Q(heir_name="")),
            ),
        ]
        indexes = [models.Index(name="membership_settlement_of", fields=["cooperative_id", "member_id", "-id"])]


class Refund(TenantModel):
    """Money given back to who had left, or to the heir. Its entry reversed, it stops counting."""

    number = models.BigIntegerField(help_text="of the entry")
    pk = models.CompositePrimaryKey("cooperative_id", "number")
    entry = belongs_to("ledger.Entry", columns=["number"])
    settlement = belongs_to("membership.Settlement")
    amount = models.BigIntegerField()
    receiver = models.CharField(max_length=120)
    by = models.BigIntegerField(help_text="the person's id")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(name="membership_refund_above_nil", condition=Q(amount__gt=0)),
            models.CheckConstraint(name="membership_refund_to_somebody", condition=~Q(receiver="")),
        ]


class Merge(TenantModel):
    """One row of the register was the same person as another: `gone` lives on in `kept`."""

    gone = belongs_to("members.Member")
    pk = models.CompositePrimaryKey("cooperative_id", "gone_id")
    kept = belongs_to("members.Member")
    reason = models.CharField(max_length=160)
    entries = models.JSONField(default=list, help_text="numbers of the entries that moved the balances")
    by = models.BigIntegerField(help_text="the person's id")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(name="membership_merge_two_rows", condition=~Q(gone_id=F("kept_id"))),
        ]
        indexes = [models.Index(name="membership_merge_into", fields=["cooperative_id", "kept_id"])]
