"""People, what they are appointed to, and what they did."""

import unicodedata

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q

from lumbung import ids
from lumbung.cooperatives.tenant import TenantModel
from lumbung.sql.keys import ROOT, BelongsTo


def one_spelling(text: str | None) -> str | None:
    """A passphrase as every keyboard writes it: é typed as one sign or as two opens the same door."""
    return unicodedata.normalize("NFKC", text) if text else text


class People(BaseUserManager):
    def get_by_natural_key(self, login_name):
        return self.get(login_name=login_name)


class Person(AbstractBaseUser):
    """One person, one account; what she may do follows from her appointments."""

    id = models.BigIntegerField(primary_key=True, default=ids.new)
    login_name = models.CharField(max_length=60, unique=True)
    full_name = models.CharField(max_length=120)
    honorific = models.CharField(max_length=8, blank=True, help_text="Bu, Pak; for greeting")
    phone = models.CharField(max_length=20, blank=True, db_index=True)
    is_active = models.BooleanField(default=True)
    language = models.CharField(max_length=2, default="id")
    created_at = models.DateTimeField()

    objects = People()

    USERNAME_FIELD = "login_name"
    REQUIRED_FIELDS = []

    def __str__(self):
        return f"{self.honorific} {self.full_name}".strip()

    def set_password(self, raw_password):
        super().set_password(one_spelling(raw_password))

    def check_password(self, raw_password):
        return super().check_password(one_spelling(raw_password))


class Role(models.TextChoices):
    KETUA = "ketua", "Ketua"
    SEKRETARIS = "sekretaris", "Sekretaris"
    BENDAHARA = "bendahara", "Bendahara"
    KASIR = "kasir", "Kasir"
    PENGAWAS = "pengawas", "Pengawas"
    ANGGOTA = "anggota", "Anggota"


class ProgrammeRole(models.TextChoices):
    PETUGAS = "petugas", "Petugas program"
    PELATIH = "pelatih", "Pelatih"


class Appointment(TenantModel):
    """A person holds a role in a cooperative from a day until a day."""

    seen_across = True  # by its person: where is she appointed?

    id = models.BigIntegerField(default=ids.new)
    pk = models.CompositePrimaryKey("cooperative_id", "id")
    person_id = models.BigIntegerField(db_index=True)
    role = models.CharField(max_length=12, choices=Role)
    member_id = models.BigIntegerField(null=True, blank=True, help_text="the member this person is, if one")
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="appointment_once", fields=["cooperative_id", "person_id", "role"], condition=Q(until=None)
            ),
            models.CheckConstraint(name="appointment_role_known", condition=Q(role__in=Role.values)),
            models.CheckConstraint(
                name="appointment_ends_after_start", condition=Q(until=None) | Q(until__gte=F("since"))
            ),
        ]


class ProgrammeAppointment(models.Model):
    """A person serves the programme: totals of all cooperatives, never a member."""

    id = models.BigIntegerField(primary_key=True, default=ids.new)
    person_id = models.BigIntegerField(db_index=True)
    role = models.CharField(max_length=12, choices=ProgrammeRole)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(name="programme_role_known", condition=Q(role__in=ProgrammeRole.values)),
        ]


class Helper(TenantModel):
    """A facilitator may read a few pages for at most a day; nobody prolongs it, anyone of the officers ends it."""

    seen_across = True  # at the door nobody has chosen a cooperative

    id = models.BigIntegerField(default=ids.new)
    pk = models.CompositePrimaryKey("cooperative_id", "id")
    person_id = models.BigIntegerField(db_index=True)
    given_by = models.BigIntegerField()
    reason = models.CharField(max_length=160)
    since = models.DateTimeField()
    until = models.DateTimeField()
    request_id = models.UUIDField()

    class Meta:
        constraints = [
            models.UniqueConstraint(name="helper_request_once", fields=["cooperative_id", "request_id"]),
            models.CheckConstraint(name="helper_is_another", condition=~Q(person_id=F("given_by"))),
            models.CheckConstraint(name="helper_has_a_reason", condition=~Q(reason="")),
            models.CheckConstraint(name="helper_until_later", condition=Q(until__gt=F("since"))),
        ]


class HelperEnd(TenantModel):
    """The help was over before its time."""

    seen_across = True  # as Helper

    helper_id = models.BigIntegerField()
    pk = models.CompositePrimaryKey("cooperative_id", "helper_id")
    helper = BelongsTo("security.Helper", from_fields=[ROOT, "helper_id"], to_fields=[ROOT, "id"])
    by = models.BigIntegerField()
    at = models.DateTimeField()


class Device(models.Model):
    """A browser that somebody signed in with. Its cookie is a secret; here is what the cookie hashes to."""

    id = models.BigIntegerField(primary_key=True, default=ids.new)
    token_hash = models.CharField(max_length=64, unique=True)
    name = models.CharField(max_length=60, help_text="what it says it is: Chrome di Windows")
    met_at = models.DateTimeField()


class Acquaintance(models.Model):
    """A person on a device: since when, and whether nobody else uses it."""

    id = models.BigIntegerField(primary_key=True, default=ids.new)
    person_id = models.BigIntegerField()
    device = models.ForeignKey(Device, on_delete=models.CASCADE)
    since = models.DateTimeField()
    first = models.BooleanField(help_text="her very first device: nobody waits a day to begin")
    own = models.BooleanField(default=False, help_text="hers alone: it may lie open longer")

    class Meta:
        constraints = [models.UniqueConstraint(name="acquaintance_once", fields=["person_id", "device"])]


class Sitting(models.Model):
    """One sign-in, from the door until it ends. The session of the browser names it; the facts are here."""

    id = models.BigIntegerField(primary_key=True, default=ids.new)
    person_id = models.BigIntegerField(db_index=True)
    device = models.ForeignKey(Device, on_delete=models.CASCADE)
    agent = models.CharField(max_length=16, help_text="what the browser said it was, hashed: another one asks again")
    started_at = models.DateTimeField()
    seen_at = models.DateTimeField()
    strong_at = models.DateTimeField(null=True, help_text="a second factor was shown")
    stepped_at = models.DateTimeField(null=True, help_text="the passphrase or PIN was last written")
    locked_at = models.DateTimeField(null=True)
    wrong_pins = models.PositiveSmallIntegerField(default=0)
    ended_at = models.DateTimeField(null=True)
    ended_because = models.CharField(max_length=20, blank=True)


class Pin(models.Model):
    """Six digits that open a person's own locked sitting again, and nothing else."""

    person_id = models.BigIntegerField(primary_key=True)
    pin_hash = models.CharField(max_length=128)
    set_at = models.DateTimeField()


class SpareCode(models.Model):
    """A printed code that stands in for a lost second factor, once. The front names the row, the rest is hashed."""

    id = models.BigIntegerField(primary_key=True, default=ids.new)
    person_id = models.BigIntegerField()
    front = models.CharField(max_length=4)
    code_hash = models.CharField(max_length=128)
    made_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(name="spare_code_front_once", fields=["person_id", "front"])]


class Slowed(models.Model):
    """Wrong tries at one name from one device, or from everywhere it is not known; and until when the next waits."""

    key = models.CharField(primary_key=True, max_length=64)
    wrong = models.PositiveIntegerField()
    last_at = models.DateTimeField(db_index=True)
    until = models.DateTimeField()


class Notice(models.Model):
    """Something about her account, or a colleague's, that a person should know; it stands until she has read it."""

    id = models.BigIntegerField(primary_key=True, default=ids.new)
    person_id = models.BigIntegerField()
    kind = models.CharField(max_length=40)
    detail = models.JSONField(default=dict)
    at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(name="notice_of_person", fields=["person_id", "-id"])]


class Lift(TenantModel):
    """An officer vouches for a colleague's new device: two of them, and it need not wait its day."""

    acquaintance_id = models.BigIntegerField()
    by = models.BigIntegerField(help_text="the person's id")
    at = models.DateTimeField()
    pk = models.CompositePrimaryKey("cooperative_id", "acquaintance_id", "by")


class Event(models.Model):
    """A line of the audit trail; never changed, never taken away. `TrailLeaf` says where it stands in its log."""

    id = models.BigIntegerField(primary_key=True, default=ids.new)
    at = models.DateTimeField()
    cooperative_id = models.BigIntegerField(null=True, help_text="empty: signing in, before a cooperative is chosen")
    person_id = models.BigIntegerField(null=True)
    deed = models.CharField(max_length=60)
    subject = models.CharField(max_length=120, blank=True)
    detail = models.JSONField(default=dict)

    class Meta:
        indexes = [
            models.Index(name="event_of_cooperative", fields=["cooperative_id", "-id"]),
            models.Index(name="event_of_person", fields=["person_id", "-id"]),
        ]


class TrailLeaf(models.Model):
    """An event's place in the log of its cooperative, or of the installation (log 0): numbers 1, 2, 3… and no gap."""

    log = models.BigIntegerField()
    number = models.BigIntegerField()
    pk = models.CompositePrimaryKey("log", "number")
    event_id = models.BigIntegerField(unique=True)
    hash = models.BinaryField()


class TrailHead(models.Model):
    """How far a log of events has come, and the signature of that."""

    log = models.BigIntegerField(primary_key=True)
    size = models.BigIntegerField()
    frontier = models.BinaryField()
    root = models.BinaryField()
    seal = models.BinaryField()
