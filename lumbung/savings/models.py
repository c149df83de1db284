"""What is kept of savings beside the books. Rows are only ever added; a row whose entry was reversed stops counting.

Deposits and withdrawals need no row: each is one entry of the ledger, and the statement is read from there.
"""

from django.db import models
from django.db.models import F, Q

from lumbung import ids
from lumbung.cooperatives.tenant import TenantModel, belongs_to
from lumbung.web import months


class TermDeposit(TenantModel):
    """Money put away for some months at a rate that was agreed: one certificate (bilyet)."""

    class InterestTo(models.TextChoices):
        END = "end", "Dibayar saat jatuh tempo atau diminta"
        SAVINGS = "savings", "Masuk simpanan sukarela tiap bulan"

    id = models.BigIntegerField(default=ids.new)
    pk = models.CompositePrimaryKey("cooperative_id", "id")
    serial = models.CharField(max_length=20, help_text="of the certificate: SB-2026-0001")
    member = belongs_to("members.Member")
    amount = models.BigIntegerField(help_text="sen")
    months = models.PositiveSmallIntegerField()
    rate = models.PositiveSmallIntegerField(help_text="of a year, hundredths of a percent, for the first term")
    rollover = models.BooleanField(help_text="goes on for the same months when nobody takes it")
    interest_to = models.CharField(max_length=8, choices=InterestTo)
    placed_on = models.DateField()
    number = models.BigIntegerField(help_text="of the entry")
    entry = belongs_to("ledger.Entry", columns=["number"])

    class Meta:
        constraints = [
            models.UniqueConstraint(name="term_serial_once", fields=["cooperative_id", "serial"]),
            models.UniqueConstraint(name="term_entry_once", fields=["cooperative_id", "number"]),
            models.CheckConstraint(name="term_amount_positive", condition=Q(amount__gt=0)),
            models.CheckConstraint(name="term_months_within_a_year", condition=Q(months__gte=1, months__lte=12)),
            models.CheckConstraint(name="term_rate_within_whole", condition=Q(rate__lte=100_00)),
            models.CheckConstraint(name="term_interest_to_known", condition=Q(interest_to__in=["end", "savings"])),
        ]
        indexes = [models.Index(name="term_of_member", fields=["cooperative_id", "member_id"])]

    def __str__(self):
        return self.serial


class Interest(TenantModel):
    """A month of interest of one member, on her savings or on one of her term deposits; amounts in sen.

    `basis` is what it was reckoned on; the member got `gross` less `tax`.
    """

    number = models.BigIntegerField(help_text="of the entry")
    pk = models.CompositePrimaryKey("cooperative_id", "number")
    entry = belongs_to("ledger.Entry", columns=["number"])
    member = belongs_to("members.Member")
    deposit = belongs_to("savings.TermDeposit", null=True)
    period = models.CharField(max_length=7)
    basis = models.BigIntegerField()
    rate = models.PositiveSmallIntegerField(help_text="of a year, hundredths of a percent")
    gross = models.BigIntegerField()
    tax = models.BigIntegerField()

    class Meta:
        constraints = [
            models.CheckConstraint(name="interest_positive", condition=Q(gross__gt=0, basis__gt=0)),
            models.CheckConstraint(name="interest_tax_within", condition=Q(tax__gte=0, tax__lte=F("gross"))),
        ]
        indexes = [models.Index(name="interest_of_month", fields=["cooperative_id", "period", "member_id"])]

    @property
    def first_day(self):
        return months.first_day(self.period)


class TermEntry(TenantModel):
    """One entry by which a term deposit gave something back or lost it; amounts in sen."""

    class Kind(models.TextChoices):
        PAID = "paid", "Dicairkan"
        INTEREST = "interest", "Jasa dibayar"
        FORFEITED = "forfeited", "Jasa hangus"
        PENALTY = "penalty", "Denda"

    number = models.BigIntegerField(help_text="of the entry")
    pk = models.CompositePrimaryKey("cooperative_id", "number")
    entry = belongs_to("ledger.Entry", columns=["number"])
    deposit = belongs_to("savings.TermDeposit")
    kind = models.CharField(max_length=10, choices=Kind)
    principal = models.BigIntegerField()
    interest = models.BigIntegerField()
    request_id = models.UUIDField(help_text="of the form; ending early makes up to three rows")

    class Meta:
        constraints = [
            models.CheckConstraint(name="term_entry_not_negative", condition=Q(principal__gte=0, interest__gte=0)),
            models.CheckConstraint(name="term_entry_moves_something", condition=Q(principal__gt=0) | Q(interest__gt=0)),
            models.CheckConstraint(
                name="term_entry_kind_known", condition=Q(kind__in=["paid", "interest", "forfeited", "penalty"])
            ),
        ]
        indexes = [models.Index(name="term_entry_of_deposit", fields=["cooperative_id", "deposit_id"])]
