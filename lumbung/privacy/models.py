"""What is kept of consents, corrections, erasures and incidents. Rows are only ever added (see append_only.txt)."""

from django.db import models
from django.db.models import Q

from lumbung import ids
from lumbung.cooperatives.tenant import TenantModel, belongs_to


class Consent(TenantModel):
    """A member allows a use of her data, or takes that back: the newest row of a purpose holds."""

    class Way(models.TextChoices):
        SELF = "self", "Dari HP anggota"
        SPOKEN = "spoken", "Lisan di kantor"
        PAPER = "paper", "Kertas bertanda tangan"

    id = models.BigIntegerField(default=ids.new)
    pk = models.CompositePrimaryKey("cooperative_id", "id")
    member = belongs_to("members.Member")
    purpose = models.CharField(max_length=12)
    given = models.BooleanField()
    version = models.PositiveSmallIntegerField(help_text="of the text that was shown")
    language = models.CharField(max_length=2)
    digest = models.CharField(max_length=64, help_text="SHA-256 of the text that was shown")
    way = models.CharField(max_length=6, choices=Way)
    witness = models.CharField(max_length=120, blank=True, help_text="who saw it, beside whoever wrote it down")
    at = models.DateTimeField()
    by = models.BigIntegerField(help_text="the person's id")
    request_id = models.UUIDField()

    class Meta:
        constraints = [
            models.UniqueConstraint(name="privacy_consent_request_once", fields=["cooperative_id", "request_id"]),
            models.CheckConstraint(name="privacy_consent_way_known", condition=Q(way__in=["self", "spoken", "paper"])),
            models.CheckConstraint(name="privacy_consent_was_seen", condition=Q(way="self") | ~Q(witness="")),
        ]
        indexes = [models.Index(name="privacy_consent_of", fields=["cooperative_id", "member_id", "purpose", "-id"])]


class Stopped(TenantModel):
    """What was done so that a use really ended, after a member had taken her consent back."""

    consent = belongs_to("privacy.Consent")
    pk = models.CompositePrimaryKey("cooperative_id", "consent_id")
    note = models.CharField(max_length=200)
    at = models.DateTimeField()
    by = models.BigIntegerField(help_text="the person's id")

    class Meta:
        constraints = [models.CheckConstraint(name="privacy_stopped_how", condition=~Q(note=""))]


class Correction(TenantModel):
    """A member says that a field of the register should say something else."""

    id = models.BigIntegerField(default=ids.new)
    pk = models.CompositePrimaryKey("cooperative_id", "id")
    member = belongs_to("members.Member")
    field = models.CharField(max_length=30)
    value = models.CharField(max_length=200, help_text="as it should be, as she typed it")
    reason = models.CharField(max_length=160, blank=True)
    at = models.DateTimeField()
    by = models.BigIntegerField(help_text="the person's id")
    request_id = models.UUIDField()

    class Meta:
        constraints = [
            models.UniqueConstraint(name="privacy_correction_request_once", fields=["cooperative_id", "request_id"]),
            models.CheckConstraint(name="privacy_correction_says_what", condition=~Q(field="") & ~Q(value="")),
        ]
        indexes = [models.Index(name="privacy_correction_of", fields=["cooperative_id", "member_id", "-id"])]


class CorrectionAnswer(TenantModel):
    """An officer wrote it into the register, or says why not; once."""

    correction = belongs_to("privacy.Correction")
    pk = models.CompositePrimaryKey("cooperative_id", "correction_id")
    accepted = models.BooleanField()
    reason = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField()
    by = models.BigIntegerField(help_text="the person's id")

    class Meta:
        constraints = [
            models.CheckConstraint(name="privacy_refusal_says_why", condition=Q(accepted=True) | ~Q(reason="")),
        ]


class Erasure(TenantModel):
    """What was somebody's is gone; this, her number and the amounts stay. The guards of other tables ask for it."""

    class Stage(models.TextChoices):
        CONSENT = "consent", "Yang berdasar izin"
        IDENTITY = "identity", "Seluruh data diri"

    member = belongs_to("members.Member")
    stage = models.CharField(max_length=8, choices=Stage)
    pk = models.CompositePrimaryKey("cooperative_id", "member_id", "stage")
    reason = models.CharField(max_length=200)
    at = models.DateTimeField()
    by = models.BigIntegerField(null=True, help_text="empty: whoever keeps the installation, by the command")

    class Meta:
        constraints = [
            models.CheckConstraint(name="privacy_erasure_has_its_reason", condition=~Q(reason="")),
            models.CheckConstraint(name="privacy_erasure_stage_known", condition=Q(stage__in=["consent", "identity"])),
        ]


class Incident(TenantModel):
    """Personal data got where it should not, or was lost: what was known when it was written down."""

    class Scope(models.TextChoices):
        ALL = "all", "Semua anggota"
        QUARTER = "quarter", "Anggota satu RT"
        SINCE = "since", "Anggota sejak suatu hari"
        CHOSEN = "chosen", "Anggota yang disebut"

    id = models.BigIntegerField(default=ids.new)
    pk = models.CompositePrimaryKey("cooperative_id", "id")
    title = models.CharField(max_length=120)
    what = models.CharField(max_length=800, help_text="what happened, in whole sentences")
    cause = models.CharField(max_length=400, blank=True)
    happened_on = models.DateField(null=True, help_text="empty: nobody knows")
    known_at = models.DateTimeField(help_text="the clock of three days runs from here")
    kinds = models.JSONField(default=list, help_text="words of rules.incidents.KINDS")
    scope = models.CharField(max_length=8, choices=Scope)
    scope_words = models.CharField(max_length=200, help_text="how the members were found")
    remedy = models.CharField(max_length=800, help_text="what was done and what members should do")
    drill = models.BooleanField(default=False)
    at = models.DateTimeField()
    by = models.BigIntegerField(help_text="the person's id")
    request_id = models.UUIDField()

    class Meta:
        constraints = [
            models.UniqueConstraint(name="privacy_incident_request_once", fields=["cooperative_id", "request_id"]),
            models.CheckConstraint(name="privacy_incident_says_what", condition=~Q(title="") & ~Q(what="")),
        ]


class Affected(TenantModel):
    """A member whose data an incident is about."""

    incident = belongs_to("privacy.Incident")
    member = belongs_to("members.Member")
    pk = models.CompositePrimaryKey("cooperative_id", "incident_id", "member_id")


class Step(TenantModel):
    """Something was done about an incident; letters count as sent from here."""

    class Kind(models.TextChoices):
        MEMBERS = "members", "Anggota diberi tahu"
        AUTHORITY = "authority", "Lembaga diberi tahu"
        REMEDY = "remedy", "Tindakan"
        CLOSED = "closed", "Selesai"

    id = models.BigIntegerField(default=ids.new)
    pk = models.CompositePrimaryKey("cooperative_id", "id")
    incident = belongs_to("privacy.Incident")
    kind = models.CharField(max_length=9, choices=Kind)
    note = models.CharField(max_length=400)
    at = models.DateTimeField()
    by = models.BigIntegerField(help_text="the person's id")
    request_id = models.UUIDField()

    class Meta:
        constraints = [
            models.UniqueConstraint(name="privacy_step_request_once", fields=["cooperative_id", "request_id"]),
            models.CheckConstraint(name="privacy_step_says_something", condition=~Q(note="")),
            models.CheckConstraint(
                name="privacy_step_kind_known", condition=Q(kind__in=["members", "authority", "remedy", "closed"])
            ),
        ]
        indexes = [models.Index(name="privacy_step_of_incident", fields=["cooperative_id", "incident_id", "id"])]
