"""What an installation knows and does about its sealed data: for `verify`, `doctor`, and the update that sealed it."""

from django.conf import settings
from django.db import connection
from django.utils.translation import gettext as _

from lumbung.backup import escrow, updating
from lumbung.ledger.audit import Problem
from lumbung.sql import scrubbing
from lumbung.vault import actions, keeping, reports

SEALED_BY = "members.0003_nik_no_longer_open"


def unopened(cooperative_id: int) -> list[Problem]:
    """Sealed values that do not open where they stand."""
    words = _("data pribadi di %(table)s baris %(row)s tidak terbuka di tempatnya: dipindah atau diubah")
    return [Problem(0, "", words % {"table": table, "row": row}) for table, row in reports.unopened(cooperative_id)]


def sealed_data() -> tuple[bool, str, str]:
    """Whether the key is at hand and out of others' sight; how it is; what to do."""
    found = reports.facts()
    if found is None:
        return True, _("belum ada"), ""
    if not found.where:
        return (
            False,
            _("tidak ada di komputer ini"),
            _("Ambil lembar pemulihan, jalankan `lumbung vault --from-sheet`."),
        )
    state = _places()[found.where]
    if not escrow.is_kept():
        state += "; " + _("belum ada salinannya di lembar pemulihan")
    return (
        found.is_private,
        state,
        _("Berkas kunci terbaca orang lain. Batasi haknya: chmod 600 %s/*.key") % settings.KEYS,
    )


def _places() -> dict[str, str]:
    folder = {"folder": settings.KEYS}
    return {
        keeping.ENVIRONMENT: _("diberikan saat mulai (LUMBUNG_MASTER_KEY)"),
        keeping.FILE: _("berkas di %(folder)s: aman bila map data disalin, tidak bila seluruh laptop dicuri") % folder,
        keeping.KEYRING: _("brankas kunci komputer ini"),
        keeping.PASSPHRASE: _("dibuka dengan kalimat sandi"),
        keeping.HELD: _("dari lembar pemulihan"),
    }


def leave_nothing_open(done: list[str]) -> None:
    """After the update that sealed numbers and photos: nothing of them stays readable in a corner of the disk."""
    actions.seal_open_files()
    if SEALED_BY in done and not connection.in_atomic_block:
        scrubbing.write_anew("members_member")
        updating.forget_copies()
