"""What is kept of dues beside the books: which months a payment was for, and at which collection it came in.

Rows are only ever added; a collection is closed once. The money itself is in the ledger. A payment whose entry was
reversed stays here and stops counting.
"""

from django.db import models
from django.db.models import Q

from lumbung import ids
from lumbung.cooperatives.tenant import TenantModel, belongs_to
from lumbung.sql.keys import CompositeForeignKey


class Payment(TenantModel):
    """One entry of the ledger by which a member paid dues or principal; `amount` sen."""

    class Kind(models.TextChoices):
        DUES = "dues", "Simpanan wajib"
        COLLECTED = "collected", "Simpanan wajib yang ditagih"
        PRINCIPAL = "principal", "Simpanan pokok"
        OPENING = "opening", "Saldo awal simpanan wajib"
        OPENING_PRINCIPAL = "opening_p", "Saldo awal simpanan pokok"
        MOVED = "moved", "Simpanan wajib dari baris ganda"

    number = models.BigIntegerField(help_text="of the entry")
    pk = models.CompositePrimaryKey("cooperative_id", "number")
    entry = belongs_to("ledger.Entry", columns=["number"])
    member = belongs_to("members.Member")
    kind = models.CharField(max_length=10, choices=Kind)
    amount = models.BigIntegerField()
    paid_on = models.DateField()
    cash_code = models.CharField(max_length=6, blank=True, help_text="where the money went; empty for an opening")
    cash_holder = models.BigIntegerField(default=0)
    document = models.CharField(max_length=20)
    request_id = models.UUIDField(help_text="of the form; a payment over billed and unbilled months has two rows")

    class Meta:
        constraints = [
            models.UniqueConstraint(name="payment_of_member", fields=["cooperative_id", "member_id", "number"]),
            models.UniqueConstraint(name="payment_request_once", fields=["cooperative_id", "request_id", "kind"]),
            models.CheckConstraint(name="payment_amount_positive", condition=Q(amount__gt=0)),
            models.CheckConstraint(
                name="payment_kind_known",
                condition=Q(kind__in=["dues", "collected", "principal", "opening", "opening_p", "moved"]),
            ),
        ]


class Allocation(TenantModel):
    """`amount` sen of a payment are for this month (`2026-05`)."""

    number = models.BigIntegerField()
    member_id = models.BigIntegerField()
    period = models.CharField(max_length=7)
    amount = models.BigIntegerField()
    pk = models.CompositePrimaryKey("cooperative_id", "number", "period")

    class Meta:
        constraints = [
            CompositeForeignKey(
                name="allocation_payment_fk",
                fields=("cooperative_id", "member_id", "number"),
                to="dues.Payment",
                to_fields=("cooperative_id", "member_id", "number"),
            ),
            models.CheckConstraint(name="allocation_amount_positive", condition=Q(amount__gt=0)),
        ]
        indexes = [models.Index(name="allocation_of_member", fields=["cooperative_id", "member_id", "period"])]


class Bill(TenantModel):
    """A month of dues booked before it is paid, where the bylaws say so; `amount` sen."""

    number = models.BigIntegerField(help_text="of the entry")
    pk = models.CompositePrimaryKey("cooperative_id", "number")
    entry = belongs_to("ledger.Entry", columns=["number"])
    member = belongs_to("members.Member")
    period = models.CharField(max_length=7)
    amount = models.BigIntegerField()

    class Meta:
        constraints = [models.CheckConstraint(name="bill_amount_positive", condition=Q(amount__gt=0))]
        indexes = [models.Index(name="bill_of_member", fields=["cooperative_id", "member_id", "period"])]


class Settled(TenantModel):
    """The dues of a member were settled: whoever has left owes none, and whoever comes back begins anew.

    number  the entry that settled them; 0 when there was nothing to move. What had been paid up to it was given back,
            so it counts no longer for a member who is here again. Reversed, the row no longer counts.
    """

    member = belongs_to("members.Member")
    number = models.BigIntegerField(default=0)
    pk = models.CompositePrimaryKey("cooperative_id", "member_id", "number")
    on = models.DateField()


class Start(TenantModel):
    """The first month that is counted for a member whose earlier book came in as an opening balance."""

    member = belongs_to("members.Member")
    pk = models.CompositePrimaryKey("cooperative_id", "member_id")
    period = models.CharField(max_length=7)
    number = models.BigIntegerField(null=True, help_text="the opening entry; reversed, the row no longer counts")


class Collection(TenantModel):
    """A round of collecting dues, from door to door or at a meeting, until the money is handed over.

    The money lies in one place (`cash_code`, `cash_holder`) under one day; closing says what was counted, and who took
    it.
    """

    id = models.BigIntegerField(default=ids.new)
    pk = models.CompositePrimaryKey("cooperative_id", "id")
    name = models.CharField(max_length=60, help_text="RT 03, rapat anggota")
    day = models.DateField()
    cash_code = models.CharField(max_length=6)
    cash_holder = models.BigIntegerField(default=0)
    opened_by = models.BigIntegerField(help_text="the person's id")
    opened_at = models.DateTimeField()
    request_id = models.UUIDField()
    closed_by = models.BigIntegerField(null=True)
    closed_at = models.DateTimeField(null=True)
    counted = models.BigIntegerField(null=True, help_text="sen in hand when it was closed")
    handed_to = models.CharField(max_length=120, blank=True)
    note = models.CharField(max_length=200, blank=True, help_text="why the money differed from the list")

    class Meta:
        constraints = [
            models.UniqueConstraint(name="collection_request_once", fields=["cooperative_id", "request_id"]),
            models.CheckConstraint(
                name="collection_closed_whole",
                condition=Q(closed_by=None, closed_at=None, counted=None, handed_to="", note="")
                | Q(closed_by__isnull=False, closed_at__isnull=False, counted__gte=0) & ~Q(handed_to=""),
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def is_open(self) -> bool:
        return self.closed_at is None


class Gathered(TenantModel):
    """A payment came in at a collection, into the hands of `by`."""

    number = models.BigIntegerField(help_text="of the payment")
    pk = models.CompositePrimaryKey("cooperative_id", "number")
    payment = belongs_to("dues.Payment", columns=["number"])
    collection = belongs_to("dues.Collection")
    by = models.BigIntegerField(help_text="the person's id")

    class Meta:
        indexes = [models.Index(name="gathered_of_collection", fields=["cooperative_id", "collection_id", "number"])]
