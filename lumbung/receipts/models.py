"""What is kept of paper and messages: each copy that was printed, each text that was sent. Rows are only ever added."""

from django.db import models
from django.db.models import Q

from lumbung import ids
from lumbung.cooperatives.tenant import TenantModel, belongs_to
from lumbung.receipts.rules import LONGEST
from lumbung.sql.keys import ROOT, BelongsTo


class Printing(TenantModel):
    """One copy of an entry on paper: the first is the original, every later one says that it is not."""

    class Kind(models.TextChoices):
        RECEIPT = "receipt", "Kuitansi"
        SLIP = "slip", "Bukti kas"

    class Sheet(models.TextChoices):
        A5 = "a5", "A5"
        ROLL_80 = "80", "80 mm"
        ROLL_58 = "58", "58 mm"

    number = models.BigIntegerField(help_text="of the entry")
    kind = models.CharField(max_length=8, choices=Kind)
    copy = models.PositiveSmallIntegerField()
    pk = models.CompositePrimaryKey("cooperative_id", "number", "kind", "copy")
    entry = belongs_to("ledger.Entry", columns=["number"])
    sheet = models.CharField(max_length=2, choices=Sheet)
    by = models.BigIntegerField(help_text="the person's id")
    at = models.DateTimeField()
    request_id = models.UUIDField()

    class Meta:
        constraints = [
            models.UniqueConstraint(name="printing_request_once", fields=["cooperative_id", "request_id"]),
            models.CheckConstraint(name="printing_copy_counts", condition=Q(copy__gte=1)),
            models.CheckConstraint(
                name="printing_known", condition=Q(kind__in=["receipt", "slip"], sheet__in=["a5", "80", "58"])
            ),
        ]


class Message(TenantModel):
    """A text as it went to a member's WhatsApp: to which number, when, by whom."""

    class Kind(models.TextChoices):
        RECEIPT = "receipt", "Bukti"
        REMINDER = "reminder", "Tagihan"

    id = models.BigIntegerField(default=ids.new)
    pk = models.CompositePrimaryKey("cooperative_id", "id")
    kind = models.CharField(max_length=8, choices=Kind)
    member = belongs_to("members.Member")
    number = models.BigIntegerField(null=True, help_text="of the entry that a receipt is about")
    entry = BelongsTo("ledger.Entry", from_fields=[ROOT, "number"], to_fields=[ROOT, "number"], null=True)
    phone = models.CharField(max_length=20)
    text = models.CharField(max_length=LONGEST)
    by = models.BigIntegerField(help_text="the person's id")
    at = models.DateTimeField()
    request_id = models.UUIDField()

    class Meta:
        constraints = [
            models.UniqueConstraint(name="message_request_once", fields=["cooperative_id", "request_id"]),
            models.CheckConstraint(
                name="message_about_something",
                condition=Q(kind="receipt", number__isnull=False) | Q(kind="reminder", number=None),
            ),
            models.CheckConstraint(name="message_to_somebody", condition=~Q(phone="") & ~Q(text="")),
        ]
        indexes = [models.Index(name="message_of_time", fields=["cooperative_id", "kind", "at"])]
