"""A case of somebody who has no way in, and its steps. No row is ever changed: the newest step says how it stands."""

from django.db import models
from django.db.models import F, Q

from lumbung import ids
from lumbung.cooperatives.tenant import TenantModel
from lumbung.sql.keys import ROOT, BelongsTo


class Case(TenantModel):
    """Somebody needs a way in.

    lost   she had one: two officers and a waiting time stand before the code
    first  she never had one: the account was just made, the code is handed over at once
    """

    seen_across = True  # which cooperatives wait for an officer of the programme

    class Kind(models.TextChoices):
        LOST = "lost", "Kehilangan jalan masuk"
        FIRST = "first", "Akun baru"

    id = models.BigIntegerField(default=ids.new)
    pk = models.CompositePrimaryKey("cooperative_id", "id")
    kind = models.CharField(max_length=5, choices=Kind)
    person_id = models.BigIntegerField()
    opened_by = models.BigIntegerField()
    opened_at = models.DateTimeField()
    reason = models.CharField(max_length=160)
    seen = models.BooleanField(help_text="officer 1 had her and her KTP before him")
    wait_hours = models.PositiveSmallIntegerField()
    request_id = models.UUIDField()

    class Meta:
        constraints = [
            models.UniqueConstraint(name="way_request_once", fields=["cooperative_id", "request_id"]),
            models.CheckConstraint(name="way_opened_by_another", condition=~Q(opened_by=F("person_id"))),
            models.CheckConstraint(name="way_has_a_reason", condition=~Q(reason="")),
            models.CheckConstraint(
                name="way_lost_is_seen_and_waits",
                condition=Q(kind="first", wait_hours=0) | Q(kind="lost", seen=True, wait_hours__in=[24, 72]),
            ),
        ]
        indexes = [models.Index(name="way_of_person", fields=["cooperative_id", "person_id", "-id"])]


class Step(TenantModel):
    """What happened next in a case. Which may follow which: the guard `way_step_follows`, and `rules.NEXT`."""

    seen_across = True  # a code is typed at the door, where nobody has chosen a cooperative

    class Kind(models.TextChoices):
        CONFIRMED = "confirmed", "Disahkan petugas kedua"
        CODE = "code", "Kode dibuat"
        ACTIVATED = "activated", "Kata sandi baru dibuat"
        OBJECTED = "objected", "Ada keberatan"
        WITHDRAWN = "withdrawn", "Ditarik kembali"

    case_id = models.BigIntegerField()
    position = models.PositiveSmallIntegerField()
    pk = models.CompositePrimaryKey("cooperative_id", "case_id", "position")
    case = BelongsTo("recovery.Case", from_fields=[ROOT, "case_id"], to_fields=[ROOT, "id"])
    kind = models.CharField(max_length=10, choices=Kind)
    by = models.BigIntegerField()
    at = models.DateTimeField()
    ready_at = models.DateTimeField(null=True, help_text="confirmed: when the waiting time is over")
    code_hash = models.CharField(max_length=64, blank=True)
    expires_at = models.DateTimeField(null=True, help_text="code: when it is worth nothing any more")
    note = models.CharField(max_length=160, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="way_code_once", fields=["cooperative_id", "code_hash"], condition=Q(kind="code")
            ),
            models.CheckConstraint(
                name="way_step_is_whole",
                condition=Q(kind="confirmed", ready_at__isnull=False, code_hash="", expires_at=None)
                | (Q(kind="code", ready_at=None, expires_at__isnull=False) & ~Q(code_hash=""))
                | (Q(kind="activated", ready_at=None, expires_at=None) & ~Q(code_hash=""))
                | Q(kind__in=["objected", "withdrawn"], ready_at=None, expires_at=None, code_hash=""),
            ),
        ]
        indexes = [models.Index(name="way_by_code", fields=["code_hash"])]


class StartCode(models.Model):
    """A code that the console of a fresh installation shows: with it the first person begins. Only the newest opens."""

    id = models.BigIntegerField(primary_key=True, default=ids.new)
    code_hash = models.CharField(max_length=64)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
