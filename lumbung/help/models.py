"""Who has seen the tour of the first day. A person is the same in every cooperative, and so is this."""

from django.db import models

from lumbung import ids


class Toured(models.Model):
    """A person has put the tour away."""

    id = models.BigIntegerField(primary_key=True, default=ids.new)
    person_id = models.BigIntegerField()
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(name="toured_once", fields=["person_id"])]
