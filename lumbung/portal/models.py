"""What is kept of a member's own corner: cards of the first sign-in, who looked at her page, consents."""

from django.db import models
from django.db.models import F, Q

from lumbung import ids
from lumbung.cooperatives.tenant import TenantModel, belongs_to


class Card(TenantModel):
    """A printed card that opens the door once. Its code is on paper only; here is what the code hashes to."""

    seen_across = True  # by its code: at the door nobody has chosen a cooperative yet

    id = models.BigIntegerField(default=ids.new)
    pk = models.CompositePrimaryKey("cooperative_id", "id")
    member = belongs_to("members.Member")
    code_hash = models.CharField(max_length=64)
    printed_by = models.BigIntegerField(help_text="the person's id")
    printed_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    used_by = models.BigIntegerField(null=True, help_text="the person whom it let in")
    ended_at = models.DateTimeField(null=True, help_text="a newer card took its place")

    class Meta:
        constraints = [
            models.UniqueConstraint(name="portal_card_code_once", fields=["cooperative_id", "code_hash"]),
            models.CheckConstraint(name="portal_card_expires_later", condition=Q(expires_at__gt=F("printed_at"))),
            models.CheckConstraint(
                name="portal_card_used_by_somebody",
                condition=Q(used_at=None, used_by=None) | Q(used_at__isnull=False, used_by__isnull=False),
            ),
            models.CheckConstraint(name="portal_card_used_or_ended", condition=Q(used_at=None) | Q(ended_at=None)),
        ]
        indexes = [
            models.Index(name="portal_card_of_member", fields=["cooperative_id", "member_id"]),
            models.Index(name="portal_card_by_code", fields=["code_hash"]),
        ]


class Look(TenantModel):
    """Somebody opened the page of a member on a day; once a day is enough to know."""

    member = belongs_to("members.Member")
    person_id = models.BigIntegerField()
    day = models.DateField()
    role = models.CharField(max_length=12)
    pk = models.CompositePrimaryKey("cooperative_id", "member_id", "person_id", "day")


class Consent(TenantModel):
    """A member allows something, or takes it back: the newest row of a purpose holds."""

    class Purpose(models.TextChoices):
        HOUSEHOLD = "household", "Nama saya terlihat oleh anggota serumah"

    id = models.BigIntegerField(default=ids.new)
    pk = models.CompositePrimaryKey("cooperative_id", "id")
    member = belongs_to("members.Member")
    purpose = models.CharField(max_length=12, choices=Purpose)
    given = models.BooleanField()
    at = models.DateTimeField()
    by = models.BigIntegerField(help_text="the person's id")

    class Meta:
        constraints = [
            models.CheckConstraint(name="portal_consent_purpose_known", condition=Q(purpose__in=["household"])),
        ]
        indexes = [
            models.Index(name="portal_consent_of_member", fields=["cooperative_id", "member_id", "purpose", "-id"]),
        ]
