"""The mark of the pilot: an installation that carries it is for trying, and only such a one may be emptied."""

from django.db import models


class Pilot(models.Model):
    """The pilot was built here, from this seed, to live until this day."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    seed = models.CharField(max_length=60)
    lived_until = models.DateField()
    built_at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(name="pilot_only_one", condition=models.Q(id=1))]
