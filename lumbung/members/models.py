"""What is kept of a member, and of every correction made to it."""

from django.db import models
from django.db.models import Q

from lumbung import ids
from lumbung.cooperatives.tenant import TenantModel, belongs_to


class Member(TenantModel):
    """One line of the register. Never taken away: whoever leaves stays in the book with a day and a reason."""

    class Kind(models.TextChoices):
        FULL = "full", "Anggota"
        ASSOCIATE = "associate", "Anggota luar biasa"

    class Status(models.TextChoices):
        APPLICANT = "applicant", "Calon anggota"
        ACTIVE = "active", "Aktif"
        INACTIVE = "inactive", "Tidak aktif"
        LEFT = "left", "Keluar"
        DECEASED = "deceased", "Meninggal"

    id = models.BigIntegerField(default=ids.new)
    pk = models.CompositePrimaryKey("cooperative_id", "id")
    number = models.CharField(max_length=20)
    full_name = models.CharField(max_length=120)
    honorific = models.CharField(max_length=20, blank=True)
    nickname = models.CharField(max_length=60, blank=True)
    nik_sealed = models.BinaryField(null=True, help_text="only through members.nik, which opens it")
    nik_index = models.BinaryField(null=True, max_length=16, help_text="of this cooperative's key: finds, never tells")
    gender = models.CharField(max_length=1, blank=True, choices=[("L", "Laki-laki"), ("P", "Perempuan")])
    birth_place = models.CharField(max_length=60, blank=True)
    born_on = models.DateField(null=True, blank=True)
    occupation = models.CharField(max_length=60, blank=True)
    address = models.CharField(max_length=200, blank=True)
    rt = models.CharField(max_length=3, blank=True, help_text="three digits: 003")
    rw = models.CharField(max_length=3, blank=True, help_text="three digits: 002")
    village_code = models.CharField(max_length=13, blank=True, help_text="Kemendagri; empty: the cooperative's own")
    phone = models.CharField(max_length=20, blank=True, help_text="+62…; families share one, so it is not unique")
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.FULL)
    status = models.CharField(max_length=10, choices=Status, default=Status.APPLICANT)
    applied_on = models.DateField(null=True, blank=True)
    joined_on = models.DateField(null=True, blank=True)
    asked_to_leave_on = models.DateField(null=True, blank=True)
    left_on = models.DateField(null=True, blank=True)
    leave_reason = models.CharField(max_length=160, blank=True)
    notes = models.CharField(max_length=300, blank=True)
    source = models.CharField(max_length=60, blank=True, help_text="where the row came from: a form, a workbook")
    request_id = models.UUIDField(null=True, blank=True, help_text="of the form; twice changes nothing")
    search_text = models.CharField(max_length=400, blank=True, help_text="made by rules.search_text")

    class Meta:
        constraints = [
            models.UniqueConstraint(name="member_number_once", fields=["cooperative_id", "number"]),
            models.UniqueConstraint(name="member_nik_once", fields=["cooperative_id", "nik_index"]),
            models.CheckConstraint(
                name="member_nik_sealed_and_found",
                condition=Q(nik_sealed=None, nik_index=None) | Q(nik_sealed__isnull=False, nik_index__isnull=False),
            ),
            models.UniqueConstraint(name="member_request_once", fields=["cooperative_id", "request_id"]),
            models.CheckConstraint(name="member_has_number_and_name", condition=~Q(number="") & ~Q(full_name="")),
            models.CheckConstraint(name="member_gender_known", condition=Q(gender__in=["", "L", "P"])),
            models.CheckConstraint(name="member_kind_known", condition=Q(kind__in=["full", "associate"])),
            models.CheckConstraint(
                name="member_status_known",
                condition=Q(status__in=["applicant", "active", "inactive", "left", "deceased"]),
            ),
        ]
        indexes = [
            models.Index(name="member_of_rt", fields=["cooperative_id", "rw", "rt"]),
            models.Index(name="member_by_words", fields=["cooperative_id", "search_text", "id"]),
        ]

    def __str__(self):
        return self.full_name

    @property
    def where(self) -> str:
        """`RT 03/RW 02`; empty when nobody wrote it down."""
        parts = [f"{word} {int(part):02d}" for word, part in (("RT", self.rt), ("RW", self.rw)) if part.isdigit()]
        return "/".join(parts)

    @property
    def phone_shown(self) -> str:
        """`0812-3456-7890` of +6281234567890, as people read it out."""
        if not self.phone.startswith("+62"):
            return self.phone
        local = f"0{self.phone[3:]}"
        return "-".join(filter(None, (local[:4], local[4:8], local[8:])))


class Change(TenantModel):
    """One field of a member was corrected: who, when, from what to what. Never changed, never taken away."""

    id = models.BigIntegerField(default=ids.new)
    pk = models.CompositePrimaryKey("cooperative_id", "id")
    member = belongs_to("members.Member")
    at = models.DateTimeField()
    by = models.BigIntegerField(help_text="the person's id")
    field = models.CharField(max_length=30)
    old = models.CharField(max_length=300, blank=True)
    new = models.CharField(max_length=300, blank=True)
    reason = models.CharField(max_length=160, blank=True)

    class Meta:
        indexes = [models.Index(name="change_of_member", fields=["cooperative_id", "member_id", "-id"])]
