"""Keys, wrapped; papers, counted; and that a number was met, in a way that tells neither the number nor where."""

from django.db import models
from django.db.models import Q

from lumbung import ids
from lumbung.cooperatives.tenant import TenantModel


class MasterUse(models.Model):
    """The key of this installation for what crosses cooperatives; its row also names the master key in use."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    master = models.CharField(max_length=16, help_text="fingerprint of the master key that wraps it")
    wrapped = models.BinaryField()
    made_at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(name="vault_one_installation", condition=Q(id=1))]


class DataKey(TenantModel):
    """The key of one cooperative, wrapped by the master key. One is in use; an older one waits for the files."""

    seen_across = True  # wrapped, they open nothing: whether there is one at all before the first master key is made

    id = models.BigIntegerField(default=ids.new)
    pk = models.CompositePrimaryKey("cooperative_id", "id")
    master = models.CharField(max_length=16)
    wrapped = models.BinaryField()
    made_at = models.DateTimeField()
    retired_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="vault_one_key_in_use", fields=["cooperative_id"], condition=Q(retired_at=None)
            )
        ]


class Met(models.Model):
    """A value was met in some cooperative: both sides blinded by the key of the installation.

    No cooperative_id, on purpose: it tells that a number is known elsewhere too, and never where.
    """

    id = models.BigIntegerField(primary_key=True, default=ids.new)
    value = models.BinaryField(max_length=16)
    where = models.BinaryField(max_length=16)

    class Meta:
        constraints = [models.UniqueConstraint(name="vault_met_once", fields=["value", "where"])]


class Paper(TenantModel):
    """A sealed file in the data folder, for its key and for the room that a cooperative takes."""

    id = models.BigIntegerField(default=ids.new)
    pk = models.CompositePrimaryKey("cooperative_id", "id")
    name = models.CharField(max_length=120, help_text="in the data folder; random")
    size = models.PositiveIntegerField(help_text="bytes of what is inside")
    kept_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(name="vault_paper_once", fields=["cooperative_id", "name"]),
            models.CheckConstraint(name="vault_paper_has_name", condition=~Q(name="")),
        ]
