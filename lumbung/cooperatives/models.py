"""What is kept of a cooperative itself."""

from django.db import models
from django.db.models import F, Q
from django.utils.functional import cached_property

from lumbung import ids
from lumbung.cooperatives.tenant import TenantModel
from lumbung.places import reports as places


class Cooperative(models.Model):
    """One cooperative: the wall, and the first part of every key behind it."""

    class Kind(models.TextChoices):
        KMP = "kmp", "Koperasi Desa/Kelurahan Merah Putih"
        EXISTING = "existing", "Koperasi yang sudah ada"
        SANDBOX = "sandbox", "Latihan"

    id = models.BigIntegerField(primary_key=True, default=ids.new)
    slug = models.SlugField(unique=True)
    name = models.CharField(max_length=160)
    kind = models.CharField(max_length=10, choices=Kind)
    village_code = models.CharField(max_length=13, help_text="Kemendagri, 35.73.04.1009")
    legal_entity_no = models.CharField(max_length=60, blank=True)
    nik_koperasi = models.CharField(max_length=16, blank=True)
    npwp = models.CharField(max_length=16, blank=True)
    nib = models.CharField(max_length=13, blank=True)
    address = models.CharField(max_length=240, blank=True)
    phone = models.CharField(max_length=20, blank=True)
    founded_on = models.DateField(null=True, blank=True)
    books_from = models.DateField(help_text="first day that the books here can hold")

    class Meta:
        constraints = [
            models.CheckConstraint(name="cooperative_kind_known", condition=Q(kind__in=["kmp", "existing", "sandbox"])),
        ]

    def __str__(self):
        return self.name

    @cached_property
    def place_line(self) -> str:
        """Kec. Sukun, Kota Malang"""
        around = places.full_name(self.village_code).split(", ")[1:]
        return ", ".join(around).replace("Kecamatan", "Kec.").replace("Kabupaten", "Kab.")


class Unit(TenantModel):
    """A gerai: an activity with its own money and its own line in the surplus statement."""

    id = models.BigIntegerField(default=ids.new)
    pk = models.CompositePrimaryKey("cooperative_id", "id")
    name = models.CharField(max_length=80)
    kind = models.CharField(max_length=20)
    opened_on = models.DateField()
    closed_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(name="unit_name_once", fields=["cooperative_id", "name"]),
            models.CheckConstraint(
                name="unit_closes_after_opening", condition=Q(closed_on=None) | Q(closed_on__gte=F("opened_on"))
            ),
        ]

    def __str__(self):
        return self.name


class Bylaw(TenantModel):
    """A rule of this cooperative from a day on: dues of Rp20.000 since 1 January, by a decision with a number."""

    id = models.BigIntegerField(default=ids.new)
    pk = models.CompositePrimaryKey("cooperative_id", "id")
    key = models.CharField(max_length=40)
    valid_from = models.DateField()
    value = models.CharField(max_length=200)
    basis = models.CharField(max_length=200, blank=True, help_text="the decision or law behind it")

    class Meta:
        constraints = [
            models.UniqueConstraint(name="bylaw_one_a_day", fields=["cooperative_id", "key", "valid_from"]),
        ]


class BookYear(TenantModel):
    """The days that one year's statements cover."""

    year = models.PositiveSmallIntegerField()
    pk = models.CompositePrimaryKey("cooperative_id", "year")
    starts_on = models.DateField()
    ends_on = models.DateField()

    class Meta:
        constraints = [
            models.CheckConstraint(name="book_year_runs_forward", condition=Q(ends_on__gt=F("starts_on"))),
        ]


class Task(TenantModel):
    """Something a person must still answer: a NIK without its last digit, money of unknown origin."""

    id = models.BigIntegerField(default=ids.new)
    pk = models.CompositePrimaryKey("cooperative_id", "id")
    kind = models.CharField(max_length=40)
    subject_kind = models.CharField(max_length=20, blank=True)
    subject_id = models.BigIntegerField(default=0)
    message = models.CharField(max_length=300)
    detail = models.JSONField(default=dict)
    opened_by = models.BigIntegerField()
    opened_at = models.DateTimeField()
    done_by = models.BigIntegerField(null=True)
    done_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(name="task_open", fields=["cooperative_id", "subject_id"], condition=Q(done_at=None)),
        ]
