"""Both sides of witnessing. As a witness: whom we watch, what we saw, what we refused. As a log: who witnesses us.

Rows are only ever added (see append_only.txt), but for the address of a witness.
"""

from datetime import UTC, datetime

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lumbung import ids
from lumbung.cooperatives.tenant import TenantModel, belongs_to

WAYS = [("http", _("Lewat jaringan")), ("file", _("Berkas")), ("text", _("QR atau teks"))]


# As a witness


class Watcher(TenantModel):
    """A witness that runs here, with a key of its own: the cooperative's, or its supervisors'."""

    seen_across = True  # its public key: whether a witness lies on this very machine

    class Holder(models.TextChoices):
        COOPERATIVE = "koperasi", "Koperasi"
        SUPERVISOR = "pengawas", "Pengawas"

    id = models.BigIntegerField(default=ids.new)
    pk = models.CompositePrimaryKey("cooperative_id", "id")
    holder = models.CharField(max_length=8, choices=Holder)
    name = models.CharField(max_length=200, help_text="of its key: lumbung.example/karbes/saksi")
    public = models.BinaryField(help_text="Ed25519, 32 bytes")
    sealed = models.BinaryField(help_text="the secret half, readable with the installation's secret only")
    made_by = models.BigIntegerField(help_text="the person's id")
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(name="watcher_holder_known", condition=Q(holder__in=["koperasi", "pengawas"])),
        ]


class Retired(TenantModel):
    """A witness that lost what it saw signs nothing any more: another begins, with another key."""

    watcher = belongs_to("witness.Watcher")
    pk = models.CompositePrimaryKey("cooperative_id", "watcher_id")
    why = models.CharField(max_length=400)
    by = models.BigIntegerField(help_text="the person's id")
    at = models.DateTimeField()


class Watched(TenantModel):
    """A log that a witness watches, and what people call it."""

    watcher = belongs_to("witness.Watcher")
    origin = models.CharField(max_length=200)
    pk = models.CompositePrimaryKey("cooperative_id", "watcher_id", "origin")
    label = models.CharField(max_length=120)
    by = models.BigIntegerField(help_text="the person's id")
    at = models.DateTimeField()


class TrustedKey(TenantModel):
    """A key by which a watched log may sign: the first one, and those that follow it."""

    watcher_id = models.BigIntegerField()
    origin = models.CharField(max_length=200)
    vkey = models.CharField(max_length=300)
    pk = models.CompositePrimaryKey("cooperative_id", "watcher_id", "origin", "vkey")
    watched = belongs_to("witness.Watched", columns=["watcher_id", "origin"])
    by = models.BigIntegerField(help_text="the person's id")
    at = models.DateTimeField()


class Seen(TenantModel):
    """A head that a witness signed for. Each is larger than the one before."""

    watcher_id = models.BigIntegerField()
    origin = models.CharField(max_length=200)
    size = models.BigIntegerField()
    pk = models.CompositePrimaryKey("cooperative_id", "watcher_id", "origin", "size")
    watched = belongs_to("witness.Watched", columns=["watcher_id", "origin"])
    root = models.BinaryField()
    note = models.TextField(help_text="the checkpoint as the log signed it")
    way = models.CharField(max_length=4, choices=WAYS)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(name="seen_size_counts", condition=Q(size__gte=0))]


class Refusal(TenantModel):
    """A request that was not signed and may show that a log bends its book: kept for ever, with every word of it."""

    id = models.BigIntegerField(default=ids.new)
    pk = models.CompositePrimaryKey("cooperative_id", "id")
    watcher_id = models.BigIntegerField()
    origin = models.CharField(max_length=200)
    watched = belongs_to("witness.Watched", columns=["watcher_id", "origin"])
    kind = models.CharField(max_length=12, help_text="watching.Kind")
    status = models.PositiveSmallIntegerField()
    size = models.BigIntegerField(help_text="what was shown")
    known = models.BigIntegerField(help_text="what we had signed for last")
    request = models.TextField()
    digest = models.CharField(max_length=64, help_text="of kind and checkpoint: the same is kept once")
    way = models.CharField(max_length=4, choices=WAYS)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="witness_refusal_once", fields=["cooperative_id", "watcher_id", "origin", "digest"]
            ),
        ]


# As a log


class Witness(TenantModel):
    """Somebody who witnesses our book, known by the key that they gave us."""

    class Kind(models.TextChoices):
        SUPERVISOR = "pengawas", _("Pengawas")
        OFFICE = "kantor", _("Dinas atau kantor")
        NEIGHBOUR = "tetangga", _("Koperasi lain")

    id = models.BigIntegerField(default=ids.new)
    pk = models.CompositePrimaryKey("cooperative_id", "id")
    label = models.CharField(max_length=120)
    kind = models.CharField(max_length=8, choices=Kind)
    vkey = models.CharField(max_length=300)
    url = models.CharField(max_length=300, blank=True, help_text="submission prefix; empty: by file or QR")
    by = models.BigIntegerField(help_text="the person's id")
    at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(name="witness_vkey_once", fields=["cooperative_id", "vkey"]),
            models.CheckConstraint(name="witness_kind_known", condition=Q(kind__in=["pengawas", "kantor", "tetangga"])),
        ]


class Cosignature(TenantModel):
    """A witness saw our head of this size, and signed for it at this time."""

    witness = belongs_to("witness.Witness")
    size = models.BigIntegerField()
    time = models.BigIntegerField(help_text="seconds since 1970, as the witness signed it")
    pk = models.CompositePrimaryKey("cooperative_id", "witness_id", "size", "time")
    note = models.TextField(help_text="our checkpoint as we signed it")
    line = models.TextField()
    way = models.CharField(max_length=4, choices=WAYS)
    at = models.DateTimeField(help_text="when it came")

    @property
    def moment(self) -> datetime:
        """When the witness signed."""
        return datetime.fromtimestamp(self.time, UTC)


class Asked(TenantModel):
    """What came of asking a witness."""

    class Outcome(models.TextChoices):
        SIGNED = "signed", "Ditandatangani"
        REFUSED = "refused", "Ditolak"
        ANEW = "anew", "Perlu permintaan baru"
        AHEAD = "ahead", "Saksi melihat lebih panjang"
        UNREACHED = "unreached", "Tidak tersambung"

    id = models.BigIntegerField(default=ids.new)
    pk = models.CompositePrimaryKey("cooperative_id", "id")
    witness = belongs_to("witness.Witness")
    outcome = models.CharField(max_length=9, choices=Outcome)
    size = models.BigIntegerField(help_text="what we showed")
    known = models.BigIntegerField(null=True, blank=True, help_text="what the witness says it saw last")
    words = models.CharField(max_length=300, blank=True)
    way = models.CharField(max_length=4, choices=WAYS)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(name="witness_asked_newest", fields=["cooperative_id", "witness_id", "id"])]
