"""Who practised when, and how. Rows are only ever added (see append_only.txt)."""

from django.db import models
from django.db.models import Q

from lumbung.cooperatives.tenant import TenantModel


class Practice(TenantModel):
    """The first answer of a person to the exercise of a month: that one counts, and one may read on afterwards."""

    person_id = models.BigIntegerField()
    month = models.DateField(help_text="its first day")
    pk = models.CompositePrimaryKey("cooperative_id", "person_id", "month")
    exercise = models.CharField(max_length=30, help_text="its word in the address")
    answer = models.PositiveSmallIntegerField(help_text="1, 2 or 3, as they stood on the page")
    right = models.BooleanField()
    at = models.DateTimeField()
    request_id = models.UUIDField()

    class Meta:
        constraints = [
            models.UniqueConstraint(name="safety_practice_request_once", fields=["cooperative_id", "request_id"]),
            models.CheckConstraint(name="safety_practice_answer_known", condition=Q(answer__in=[1, 2, 3])),
        ]
        indexes = [models.Index(name="safety_practice_of_month", fields=["cooperative_id", "month"])]
