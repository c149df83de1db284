"""What is kept of a workbook that came in: the file while it waits, the batch it became, its rows and their entries."""

from django.db import models
from django.db.models import Q

from lumbung import ids
from lumbung.cooperatives.tenant import TenantModel, belongs_to

KINDS = ["members", "dues", "cash", "bank"]


class Upload(TenantModel):
    """A file that somebody is looking at: kept under a random name until it is booked, put aside, or a day old."""

    id = models.BigIntegerField(default=ids.new)
    pk = models.CompositePrimaryKey("cooperative_id", "id")
    kind = models.CharField(max_length=10)
    file_name = models.CharField(max_length=200)
    stored = models.CharField(max_length=80, blank=True, help_text="name in the data folder; empty once it is gone")
    made_by = models.BigIntegerField()
    at = models.DateTimeField()
    choices = models.JSONField(default=dict, help_text="year, polarity, cutover, mode, place as corrected")
    answers = models.JSONField(default=dict, help_text="`sheet!row` to what a person answered")
    batch_id = models.BigIntegerField(null=True)

    class Meta:
        constraints = [models.CheckConstraint(name="intake_upload_kind_known", condition=Q(kind__in=KINDS))]


class Batch(TenantModel):
    """One workbook booked, whole, in one transaction; undone by reversal, never taken away."""

    class Status(models.TextChoices):
        POSTED = "posted", "Dibukukan"
        UNDONE = "undone", "Dibatalkan"

    id = models.BigIntegerField(default=ids.new)
    pk = models.CompositePrimaryKey("cooperative_id", "id")
    kind = models.CharField(max_length=10)
    file_name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64, help_text="of the file")
    content = models.CharField(max_length=64, help_text="SHA-256 of what its rows say, whatever the file is called")
    attempt = models.PositiveSmallIntegerField(help_text="how often this very file was taken before")
    year = models.PositiveSmallIntegerField(null=True)
    cutover = models.DateField(null=True, help_text="the day of opening balances")
    through = models.DateField(null=True, help_text="the last day that something was booked on")
    place_id = models.BigIntegerField(null=True, help_text="cash and bank books: where the money lies; 0 is Kas Umum")
    made_by = models.BigIntegerField(help_text="the person's id; 0: from the command line")
    at = models.DateTimeField()
    status = models.CharField(max_length=8, choices=Status, default=Status.POSTED)
    undone_by = models.BigIntegerField(null=True)
    undone_at = models.DateTimeField(null=True)
    totals = models.JSONField(default=dict)
    understood = models.JSONField(default=dict, help_text="sheets and notes of the reading")
    summary = models.JSONField(default=dict, help_text="how many rows met which end")

    class Meta:
        constraints = [
            models.UniqueConstraint(name="intake_batch_once", fields=["cooperative_id", "kind", "sha256", "attempt"]),
            models.CheckConstraint(name="intake_batch_kind_known", condition=Q(kind__in=KINDS)),
            models.CheckConstraint(name="intake_batch_status_known", condition=Q(status__in=["posted", "undone"])),
        ]


class BatchRow(TenantModel):
    """One row of the workbook as it was read, and what became of it; a NIK stays masked here."""

    batch = belongs_to("intake.Batch")
    position = models.PositiveIntegerField(help_text="from 1, through all sheets")
    pk = models.CompositePrimaryKey("cooperative_id", "batch_id", "position")
    sheet = models.CharField(max_length=120)
    row = models.PositiveIntegerField()
    status = models.CharField(max_length=10, help_text="accepted, question or skipped, as it was read")
    deed = models.CharField(max_length=12, help_text="what was done with it: see rules.plan")
    member = belongs_to("members.Member", null=True)
    category = models.CharField(max_length=40, blank=True)
    confidence = models.PositiveSmallIntegerField(null=True, help_text="percent")
    amount = models.BigIntegerField(default=0, help_text="sen of what was booked, or would have been")
    mark = models.CharField(max_length=64, blank=True, help_text="what makes a line of a cash book the same line")
    asks = models.JSONField(default=list, help_text="what was asked about it, in words")
    said = models.JSONField(default=dict, help_text="its values as they were read")

    class Meta:
        indexes = [models.Index(name="intake_row_mark", fields=["cooperative_id", "mark"], condition=~Q(mark=""))]


class BatchEntry(TenantModel):
    """An entry of the ledger that a batch made, and the row it came from; 0 is the opening balance of the book."""

    number = models.BigIntegerField()
    pk = models.CompositePrimaryKey("cooperative_id", "number")
    batch = belongs_to("intake.Batch")
    position = models.PositiveIntegerField()
    entry = belongs_to("ledger.Entry", columns=["number"])

    class Meta:
        indexes = [models.Index(name="intake_entry_of_batch", fields=["cooperative_id", "batch_id"])]
