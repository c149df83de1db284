"""The log's own side: its keys, the heads that are kept, roots of full branches. The newest head lies in the book."""

from django.db import models
from django.db.models import F, Q

from lumbung import ids
from lumbung.cooperatives.tenant import TenantModel
from lumbung.sql.keys import ROOT, BelongsTo
from lumbung.tlog.note import ML_DSA, NOTE


class LogKey(TenantModel):
    """A key of the log. The newest of its kind signs; the others are kept for what they have signed.

    name      the log's origin when the key was made
    kind      of a signed note: 1 is Ed25519, 6 is ML-DSA-44
    sealed    the private seed under the installation's secret
    follows   the key that it takes over from, which signed `handover` (a note that names the new key)
    """

    id = models.BigIntegerField(default=ids.new)
    pk = models.CompositePrimaryKey("cooperative_id", "id")
    name = models.CharField(max_length=200)
    kind = models.PositiveSmallIntegerField()
    public = models.BinaryField()
    sealed = models.BinaryField()
    made_at = models.DateTimeField()
    made_by = models.BigIntegerField(null=True)
    follows_id = models.BigIntegerField(null=True)
    follows = BelongsTo("witness.LogKey", from_fields=[ROOT, "follows_id"], to_fields=[ROOT, "id"], null=True)
    handover = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(name="log_key_once", fields=["cooperative_id", "public"]),
            models.UniqueConstraint(name="log_key_followed_once", fields=["cooperative_id", "follows_id"]),
            models.CheckConstraint(name="log_key_kind_known", condition=Q(kind__in=[NOTE, ML_DSA])),
            models.CheckConstraint(
                name="log_key_follows_another", condition=Q(follows_id=None) | ~Q(follows_id=F("id"))
            ),
        ]


class Checkpoint(TenantModel):
    """A head that is kept for ever: of a day's end, of a closed month. Signed by Ed25519 and ML-DSA-44."""

    size = models.BigIntegerField()
    pk = models.CompositePrimaryKey("cooperative_id", "size")
    root = models.BinaryField()
    signed_at = models.DateTimeField()
    note = models.TextField()


class Branch(TenantModel):
    """The root of 256 leaves: number `place` begins with leaf 256 × place. A proof of a big book needs no more."""

    place = models.BigIntegerField()
    pk = models.CompositePrimaryKey("cooperative_id", "place")
    root = models.BinaryField()
