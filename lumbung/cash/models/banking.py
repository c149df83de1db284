"""What the bank printed, which entry each of its lines is, and the days through which both were found to agree."""

from django.db import models
from django.db.models import F, Q

from lumbung import ids
from lumbung.cooperatives.tenant import TenantModel, belongs_to
from lumbung.sql.keys import ROOT, BelongsTo


class BankStatement(TenantModel):
    """A file of the bank: from a day to a day, with the balances that it begins and ends with."""

    id = models.BigIntegerField(default=ids.new)
    pk = models.CompositePrimaryKey("cooperative_id", "id")
    place = belongs_to("cash.CashPlace")
    file_name = models.CharField(max_length=120)
    sha256 = models.CharField(max_length=64)
    start = models.DateField()
    end = models.DateField()
    opening = models.BigIntegerField(help_text="sen")
    closing = models.BigIntegerField(help_text="sen")
    imported_by = models.BigIntegerField()
    imported_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(name="statement_once", fields=["cooperative_id", "place_id", "sha256"]),
            models.UniqueConstraint(name="statement_starts_once", fields=["cooperative_id", "place_id", "start"]),
            models.CheckConstraint(name="statement_runs_forward", condition=Q(end__gte=F("start"))),
        ]


class StatementLine(TenantModel):
    """One line of it."""

    statement = belongs_to("cash.BankStatement")
    position = models.PositiveIntegerField()
    pk = models.CompositePrimaryKey("cooperative_id", "statement_id", "position")
    booked_on = models.DateField()
    amount = models.BigIntegerField(help_text="sen, above zero when money came in")
    text = models.CharField(max_length=300)

    class Meta:
        constraints = [
            models.CheckConstraint(name="statement_line_moves_something", condition=~Q(amount=0)),
        ]


class BankMatch(TenantModel):
    """Somebody said: this line is that entry. Taken back when it was not, and then it stays as taken back."""

    id = models.BigIntegerField(default=ids.new)
    pk = models.CompositePrimaryKey("cooperative_id", "id")
    statement_id = models.BigIntegerField()
    position = models.PositiveIntegerField()
    line = BelongsTo(
        "cash.StatementLine", from_fields=[ROOT, "statement_id", "position"],
        to_fields=[ROOT, "statement_id", "position"],
    )  # fmt: skip
    place = belongs_to("cash.CashPlace")
    number = models.BigIntegerField()
    entry = belongs_to("ledger.Entry", columns=["number"])
    by = models.BigIntegerField()
    matched_at = models.DateTimeField()
    released_by = models.BigIntegerField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="bank_match_line_once", fields=["cooperative_id", "statement_id", "position"],
                condition=Q(released_by=None),
            ),
            models.UniqueConstraint(
                name="bank_match_entry_once", fields=["cooperative_id", "place_id", "number"],
                condition=Q(released_by=None),
            ),
        ]  # fmt: skip


class Reconciliation(TenantModel):
    """Through this day the bank and the book agree, and how; said by somebody, once."""

    statement = belongs_to("cash.BankStatement")
    pk = models.CompositePrimaryKey("cooperative_id", "statement_id")
    through = models.DateField()
    bank = models.BigIntegerField(help_text="sen, the balance that the bank printed")
    book = models.BigIntegerField(help_text="sen, the balance of the book")
    outstanding = models.BigIntegerField(help_text="sen in the book and not yet at the bank, in less out")
    unbooked = models.BigIntegerField(help_text="sen at the bank and not yet in the book, in less out")
    by = models.BigIntegerField()
    agreed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="reconciliation_agrees",
                condition=Q(bank=F("book") + F("unbooked") - F("outstanding")),
            ),
        ]
