"""The ledger's tables. Rows are only ever added; what may never be, the database itself refuses (see guards)."""

from django.db import models
from django.db.models import F, Q

from lumbung.cooperatives.tenant import TenantModel, belongs_to
from lumbung.sql.keys import RootColumn


class Book(TenantModel):
    """One book of one cooperative: how far it has come, and the root of its proof log."""

    cooperative_id = RootColumn(primary_key=True)
    last_number = models.BigIntegerField(default=0)
    leaf_count = models.BigIntegerField(default=0)
    frontier = models.BinaryField(default=bytes)
    root = models.BinaryField()
    closed_through = models.DateField(null=True)
    seal = models.BinaryField(null=True, help_text="what the package above makes of each new head: its signature")

    class Meta:
        constraints = [
            models.CheckConstraint(name="book_a_leaf_an_entry", condition=Q(leaf_count=F("last_number"))),
            models.CheckConstraint(name="book_numbers_from_one", condition=Q(last_number__gte=0)),
        ]


class Account(TenantModel):
    """A line of the chart. Members are never accounts: they are holders within one."""

    code = models.CharField(max_length=6)
    pk = models.CompositePrimaryKey("cooperative_id", "code")
    name = models.CharField(max_length=80)
    kind = models.CharField(max_length=16)
    normal_side = models.CharField(max_length=1)
    statement_line = models.CharField(max_length=60)
    holder_kind = models.CharField(max_length=10, blank=True)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(name="account_side_known", condition=Q(normal_side__in=["D", "K"])),
        ]


class Series(TenantModel):
    """The last number given in a series of documents: BKM of 2025."""

    kind = models.CharField(max_length=4)
    year = models.PositiveSmallIntegerField()
    pk = models.CompositePrimaryKey("cooperative_id", "kind", "year")
    last = models.BigIntegerField()


class Entry(TenantModel):
    """One event in the book; its number is its place in the proof log."""

    cooperative_id = models.BigIntegerField()  # the wall stands one key further: book or account
    number = models.BigIntegerField()
    pk = models.CompositePrimaryKey("cooperative_id", "number")
    booked_on = models.DateField()
    kind = models.CharField(max_length=40)
    document = models.CharField(max_length=20)
    reverses = models.BigIntegerField(null=True)
    request_id = models.UUIDField()
    request_digest = models.BinaryField()
    made_by = models.BigIntegerField()
    approved_by = models.BigIntegerField(null=True)
    posted_at = models.DateTimeField()
    memo = models.CharField(max_length=300)
    salt = models.BinaryField()
    leaf_hash = models.BinaryField()
    book = belongs_to("ledger.Book", columns=[], guard="entry_in_an_open_month")

    class Meta:
        constraints = [
            models.UniqueConstraint(name="entry_request_once", fields=["cooperative_id", "request_id"]),
            models.UniqueConstraint(
                name="entry_reversed_once", fields=["cooperative_id", "reverses"], condition=Q(reverses__isnull=False)
            ),
            models.UniqueConstraint(name="entry_document_once", fields=["cooperative_id", "document"]),
            models.CheckConstraint(name="entry_number_positive", condition=Q(number__gt=0)),
            models.CheckConstraint(
                name="entry_maker_is_not_approver", condition=Q(approved_by=None) | ~Q(approved_by=F("made_by"))
            ),
            models.CheckConstraint(
                name="entry_reverses_an_earlier_one", condition=Q(reverses=None) | Q(reverses__lt=F("number"))
            ),
        ]
        indexes = [models.Index(name="entry_by_day", fields=["cooperative_id", "booked_on"])]


class Transfer(TenantModel):
    """One movement of money: `amount` sen out of `credit`, into `debit`."""

    cooperative_id = models.BigIntegerField()  # the wall stands one key further: book or account
    number = models.BigIntegerField()
    position = models.PositiveSmallIntegerField()
    pk = models.CompositePrimaryKey("cooperative_id", "number", "position")
    entry = belongs_to("ledger.Entry", columns=["number"], guard="transfer_of_a_new_entry")
    debit = belongs_to("ledger.Account", code=True, guard="transfer_between_accounts")
    debit_holder = models.BigIntegerField(default=0)
    credit = belongs_to("ledger.Account", code=True, guard="transfer_between_accounts")
    credit_holder = models.BigIntegerField(default=0)
    unit = models.BigIntegerField(default=0)
    counterparty = models.CharField(max_length=10, blank=True)
    amount = models.BigIntegerField()

    class Meta:
        constraints = [
            models.CheckConstraint(name="transfer_amount_positive", condition=Q(amount__gt=0)),
            models.CheckConstraint(
                name="transfer_two_sides", condition=~Q(debit_code=F("credit_code"), debit_holder=F("credit_holder"))
            ),
            models.CheckConstraint(
                name="transfer_counterparty_known", condition=Q(counterparty__in=["", "member", "non_member"])
            ),
        ]
        indexes = [
            models.Index(
                name="transfer_into_holder", fields=["cooperative_id", "debit_holder"], condition=~Q(debit_holder=0)
            ),
            models.Index(
                name="transfer_from_holder", fields=["cooperative_id", "credit_holder"], condition=~Q(credit_holder=0)
            ),
        ]


class Erasure(TenantModel):
    """The salt and the words of an entry were erased for a person's sake; its commitment stays, so the leaf does."""

    cooperative_id = models.BigIntegerField()  # the wall stands one key further
    number = models.BigIntegerField()
    pk = models.CompositePrimaryKey("cooperative_id", "number")
    entry = belongs_to("ledger.Entry", columns=["number"])
    commitment = models.BinaryField()
    erased_at = models.DateTimeField()
    by = models.BigIntegerField(null=True, help_text="empty: whoever keeps the installation, by the command")
    reason = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.CheckConstraint(name="erasure_has_its_reason", condition=~Q(reason="")),
        ]


class Balance(TenantModel):
    """What a month moved. `holder` 0 is the control account, any other its part for that holder.

    The holder leads the key: a trial balance is one range of rows, a member's statement another.
    """

    cooperative_id = models.BigIntegerField()  # the wall stands one key further: book or account
    holder = models.BigIntegerField()
    account = belongs_to("ledger.Account", code=True, guard="balance_of_an_account")
    unit = models.BigIntegerField()
    month = models.CharField(max_length=7)
    debit = models.BigIntegerField()
    credit = models.BigIntegerField()
    pk = models.CompositePrimaryKey("cooperative_id", "holder", "account_code", "unit", "month")

    class Meta:
        constraints = [
            models.CheckConstraint(name="balance_not_negative", condition=Q(debit__gte=0, credit__gte=0)),
        ]
