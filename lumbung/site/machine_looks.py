"""What the page *Keamanan* looks at in the machine itself, where the machine is the cooperative's own."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from lumbung.backup.views.own import is_own
from lumbung.safety.registry import Fact, Look, register
from lumbung.site import health


def _of(finding: health.Finding) -> Fact:
    return Fact(finding.ok, f"{finding.name}: {finding.state}.")


def room(_cooperative_id: int, _at: datetime) -> Fact | None:
    return _of(health.disk()) if is_own() else None


def folder(_cooperative_id: int, _at: datetime) -> Fact | None:
    return _of(health.synced()) if is_own() else None


def introduce_machine() -> None:
    """Give the page its looks at the machine."""
    register(
        Look("map", _("Map data tidak ikut disalin ke internet"),
             _("Map yang disalin otomatis sambil ditulis memberi kembali buku yang robek."),
             "cloud-off", 4, folder, _("Pindahkan map data"), "help:guide map-data", "home.see"),
        Look("tempat", _("Masih ada tempat di cakram"),
             _("Kalau cakram penuh, pencatatan berhenti di tengah hari ramai."),
             "package", 2, room, _("Kosongkan tempat di cakram"), "help:guide map-data", "home.see"),
    )  # fmt: skip
