"""What is kept of an item that arrived: its answer, for ever the same."""

from django.db import models
from django.db.models import Q

from lumbung import ids
from lumbung.cooperatives.tenant import TenantModel


class Receipt(TenantModel):
    """One item of one device, and what it was answered; never changed, never taken away."""

    class State(models.TextChoices):
        ACCEPTED = "accepted", "Masuk pembukuan"
        REFUSED = "refused", "Ditolak"
        WITHDRAWN = "withdrawn", "Ditarik penulisnya"

    id = models.BigIntegerField(default=ids.new)
    pk = models.CompositePrimaryKey("cooperative_id", "id")
    uuid = models.UUIDField()
    device = models.UUIDField()
    person_id = models.BigIntegerField()
    kind = models.CharField(max_length=40)
    version = models.PositiveSmallIntegerField()
    sequence = models.BigIntegerField()
    written_at = models.DateTimeField(help_text="by the clock of the device, which may be wrong")
    received_at = models.DateTimeField(help_text="by ours")
    digest = models.CharField(max_length=64)
    state = models.CharField(max_length=9, choices=State)
    document = models.CharField(max_length=40, blank=True)
    url = models.CharField(max_length=200, blank=True, help_text="its paper; of a refused one, where it was written")
    words = models.CharField(max_length=600, blank=True)
    body = models.JSONField(default=dict, help_text="of what did not come into the books")
    shown = models.JSONField(default=list, help_text="the same in words")

    class Meta:
        constraints = [
            models.UniqueConstraint(name="receipt_once", fields=["cooperative_id", "uuid"]),
            models.CheckConstraint(
                name="receipt_state_known", condition=Q(state__in=["accepted", "refused", "withdrawn"])
            ),
        ]
        indexes = [models.Index(name="receipt_of_person", fields=["cooperative_id", "person_id", "-id"])]
