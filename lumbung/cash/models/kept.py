"""What is kept about cash beside the books: where it lies, photos of slips, advances, money of unknown origin.

No row holds a balance: every figure is read from the ledger. Rows are never taken away (see guards).
"""

from django.db import models
from django.db.models import F, Q

from lumbung import ids
from lumbung.cash.rules import ACCOUNTS_OF
from lumbung.cooperatives.tenant import TenantModel, belongs_to
from lumbung.ledger.journal import Place
from lumbung.sql.keys import ROOT, BelongsTo


def entry_by(column: str) -> BelongsTo:
    """A reference to an entry by a column of another name than `number`."""
    return BelongsTo("ledger.Entry", from_fields=[ROOT, column], to_fields=[ROOT, "number"], null=True)


class CashPlace(TenantModel):
    """Where money lies: the treasurer's cash (id 0), petty cash, the till of a unit, a bank account."""

    class Kind(models.TextChoices):
        GENERAL = "general", "Kas Umum"
        PETTY = "petty", "Kas kecil"
        TILL = "till", "Laci kasir"
        BANK = "bank", "Rekening bank"

    id = models.BigIntegerField(default=ids.new)
    pk = models.CompositePrimaryKey("cooperative_id", "id")
    kind = models.CharField(max_length=8, choices=Kind)
    name = models.CharField(max_length=60)
    account = belongs_to("ledger.Account", code=True)
    bank_name = models.CharField(max_length=40, blank=True)
    bank_number = models.CharField(max_length=30, blank=True)
    unit = belongs_to("cooperatives.Unit", null=True)
    opened_on = models.DateField()
    closed_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(name="cash_place_name_once", fields=["cooperative_id", "name"]),
            models.UniqueConstraint(
                name="cash_place_one_petty", fields=["cooperative_id", "account_code"], condition=Q(kind="petty")
            ),
            models.CheckConstraint(
                name="cash_place_account_fits", condition=Q(
                    *[Q(kind=kind, account_code__in=codes) for kind, codes in ACCOUNTS_OF.items()], _connector=Q.OR
                ),
            ),
            models.CheckConstraint(
                name="cash_place_general_is_zero", condition=Q(kind="general", id=0) | (~Q(kind="general") & ~Q(id=0))
            ),
            models.CheckConstraint(
                name="cash_place_closes_after_opening", condition=Q(closed_on=None) | Q(closed_on__gte=F("opened_on"))
            ),
        ]  # fmt: skip

    def __str__(self):
        return self.name

    @property
    def holder(self) -> int:
        """Its part of the account: tills and bank accounts share one, the other two have their own."""
        return self.id if self.kind in (self.Kind.TILL, self.Kind.BANK) else 0

    @property
    def spot(self) -> Place:
        """The place as the ledger knows it."""
        return Place(self.account_code, self.holder)


class Attachment(TenantModel):
    """The photo of a slip, made anew by us: a JPEG of nothing but its picture, in a file with a random name."""

    id = models.BigIntegerField(default=ids.new)
    pk = models.CompositePrimaryKey("cooperative_id", "id")
    number = models.BigIntegerField()
    entry = belongs_to("ledger.Entry", columns=["number"])
    file = models.CharField(max_length=120)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveIntegerField(help_text="bytes")
    width = models.PositiveSmallIntegerField()
    height = models.PositiveSmallIntegerField()
    added_by = models.BigIntegerField()
    added_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(name="attachment_once", fields=["cooperative_id", "number", "sha256"]),
            models.UniqueConstraint(name="attachment_file_once", fields=["cooperative_id", "file"]),
        ]


class Advance(TenantModel):
    """Panjar: money given to a person for something that is still to be shown with slips."""

    id = models.BigIntegerField(default=ids.new)
    pk = models.CompositePrimaryKey("cooperative_id", "id")
    holder = models.BigIntegerField(help_text="person or member; her part of 113900")
    holder_name = models.CharField(max_length=120)
    purpose = models.CharField(max_length=160)
    amount = models.BigIntegerField(help_text="sen")
    given_on = models.DateField()
    given_number = models.BigIntegerField()
    settled_number = models.BigIntegerField(null=True)
    given = entry_by("given_number")
    settled = entry_by("settled_number")

    class Meta:
        constraints = [
            models.UniqueConstraint(name="advance_given_once", fields=["cooperative_id", "given_number"]),
            models.UniqueConstraint(name="advance_settled_once", fields=["cooperative_id", "settled_number"]),
            models.CheckConstraint(name="advance_amount_positive", condition=Q(amount__gt=0)),
            models.CheckConstraint(
                name="advance_settled_later", condition=Q(settled_number=None) | Q(settled_number__gt=F("given_number"))
            ),
        ]


class UnidentifiedReceipt(TenantModel):
    """A line of the bank or cash book that nobody could name yet; its id holds its part of 212300."""

    id = models.BigIntegerField()
    pk = models.CompositePrimaryKey("cooperative_id", "id")
    inward = models.BooleanField(help_text="money in; false: money out")
    amount = models.BigIntegerField(help_text="sen")
    booked_on = models.DateField()
    text = models.CharField(max_length=300)
    number = models.BigIntegerField()
    identified_number = models.BigIntegerField(null=True)
    entry = belongs_to("ledger.Entry", columns=["number"])
    identified = entry_by("identified_number")

    class Meta:
        constraints = [
            models.UniqueConstraint(name="unidentified_once", fields=["cooperative_id", "number"]),
            models.CheckConstraint(name="unidentified_amount_positive", condition=Q(amount__gt=0)),
        ]


class Supplier(TenantModel):
    """Whoever brings goods: a producer who leaves snacks for sale (titip jual), or a shop we owe."""

    id = models.BigIntegerField(default=ids.new)
    pk = models.CompositePrimaryKey("cooperative_id", "id")
    name = models.CharField(max_length=120)
    phone = models.CharField(max_length=20, blank=True)
    member = belongs_to("members.Member", null=True)
    commission = models.PositiveSmallIntegerField(
        default=0, help_text="hundredths of a percent that the cooperative keeps"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(name="supplier_name_once", fields=["cooperative_id", "name"]),
            models.CheckConstraint(name="supplier_commission_within_whole", condition=Q(commission__lte=10_000)),
        ]

    def __str__(self):
        return self.name

    @property
    def percent(self) -> str:
        """The commission as people write it: `20`, `12,5`."""
        whole, part = divmod(self.commission, 100)
        return f"{whole},{part:02}".rstrip("0").rstrip(",") if part else str(whole)
