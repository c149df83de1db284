"""What is kept of places and days; belongs to no cooperative."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Area(models.Model):
    """A province, a regency or city, a district, or a village, by its Kemendagri code (35.73.04.1009; not BPS's)."""

    class Kind(models.TextChoices):
        PROVINSI = "provinsi", "Provinsi"
        KABUPATEN = "kabupaten", "Kabupaten"
        KOTA = "kota", "Kota"
        KECAMATAN = "kecamatan", "Kecamatan"
        DISTRIK = "distrik", "Distrik"
        KAPANEWON = "kapanewon", "Kapanewon"
        KEMANTREN = "kemantren", "Kemantren"
        KELURAHAN = "kelurahan", "Kelurahan"
        DESA = "desa", "Desa"
        DESA_ADAT = "desa adat", "Desa Adat"

    code = models.CharField(max_length=13, primary_key=True)
    name = models.CharField(max_length=60)
    folded = models.CharField(max_length=60, help_text="the name as it is searched: letters and digits, small")
    kind = models.CharField(max_length=10, choices=Kind)
    level = models.PositiveSmallIntegerField(help_text="1 province … 4 village")
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="children")
    postal_code = models.CharField(max_length=5, blank=True, help_text="of a village")

    class Meta:
        constraints = [
            models.CheckConstraint(name="area_level_known", condition=Q(level__range=(1, 4))),
            models.CheckConstraint(
                name="area_below_a_province_has_a_parent",
                condition=Q(level=1, parent=None) | Q(level__gt=1, parent__isnull=False),
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def title(self) -> str:
        """The name as it is said: "Kelurahan Sukun", "Kecamatan Sukun", "Kota Malang", "Jawa Timur"."""
        return self.name if self.level < 3 else f"{self.get_kind_display()} {self.name}"


class Holiday(models.Model):
    """A day on which offices rest."""

    class Kind(models.TextChoices):
        NATIONAL = "national", _("Libur nasional")
        COLLECTIVE_LEAVE = "collective_leave", _("Cuti bersama")

    date = models.DateField(primary_key=True)
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=16, choices=Kind)
    source = models.CharField(max_length=120, help_text="the decree, or where the date was taken from")

    class Meta:
        constraints = [
            models.CheckConstraint(name="holiday_kind_known", condition=Q(kind__in=["national", "collective_leave"])),
        ]

    def __str__(self):
        return self.name
