"""One question a function: is this part of the machine or the installation as it must be?"""

import platform
import shutil
import sys
from datetime import date
from pathlib import Path
from typing import NamedTuple

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.backends.sqlite3.base import Database
from django.utils.translation import gettext as _

from lumbung import clock, web
from lumbung.site.readiness import damage, pending_migrations
from lumbung.site.sealed import sealed_data
from lumbung.sql import engine, guards, safe
from lumbung.witness.actions.keys import locked_keys

PYTHONS = ((3, 11), (3, 13))
LEAST_FREE = 500_000_000  # bytes; a busy year with photos of slips takes a tenth of it
SYNCED = ("onedrive", "google drive", "googledrive", "my drive", "dropbox", "icloud", "mobile documents")
WRITTEN = date(2026, 11, 1)  # no clock that is right shows a day before this program was written
FONTS = ("PlusJakartaSans-Regular.ttf", "PlusJakartaSans-SemiBold.ttf", "PlusJakartaSans-Bold.ttf")


class Finding(NamedTuple):
    """What was looked at, how it is, and what to do when it is not well."""

    name: str
    ok: bool
    state: str
    remedy: str


def findings() -> list[Finding]:
    """Everything that `lumbung doctor` looks at, the ground first."""
    machine = [python(), sqlite(), wall_clock(), disk(), home(), synced(), fonts()]
    return machine + database()


def python() -> Finding:
    ok = PYTHONS[0] <= sys.version_info[:2] <= PYTHONS[1]
    return Finding("Python", ok, platform.python_version(), _("Pasang Python 3.11 sampai 3.13."))


def sqlite() -> Finding:
    ok = Database.sqlite_version_info >= safe.OLDEST
    return Finding("SQLite", ok, Database.sqlite_version, _("Jalankan bin/setup sekali lagi."))


def wall_clock() -> Finding:
    now = clock.local(clock.now())
    remedy = _("Setel tanggal dan jam komputer: setiap catatan memakai tanggal ini.")
    return Finding(_("Jam"), now.date() >= WRITTEN, f"{now:%Y-%m-%d %H:%M} WIB", remedy)


def disk() -> Finding:
    free = shutil.disk_usage(settings.HOME).free
    state = _("%(megabytes)s MB kosong") % {"megabytes": free // 1_000_000}
    return Finding(
        _("Tempat simpan"), free >= LEAST_FREE, state, _("Hapus atau pindahkan berkas lain dari cakram ini.")
    )


def home() -> Finding:
    probe = settings.HOME / ".doctor"
    try:
        probe.write_text("")
        probe.unlink()
    except OSError as error:
        return Finding(_("Map data"), False, str(error), _("Beri pengguna ini hak menulis di %s.") % settings.HOME)
    return Finding(_("Map data"), True, str(settings.HOME), "")


def synced() -> Finding:
    """A folder that is copied while it is written gives back a torn database."""
    parts = " / ".join(settings.HOME.parts).lower()
    by = next((name for name in SYNCED if name in parts), "")
    remedy = _("Pindahkan map data keluar dari map yang disalin otomatis; setel LUMBUNG_HOME.")
    return Finding(_("Map tersinkron"), not by, by or _("tidak"), remedy)


def fonts() -> Finding:
    folder = Path(web.__file__).parent / "fonts"
    missing = [name for name in FONTS if not (folder / name).exists()]
    return Finding(_("Huruf"), not missing, ", ".join(missing) or _("lengkap"), _("Ambil ulang program Lumbung."))


def database() -> list[Finding]:
    """The database and what lies in it; the rest is not asked when it does not answer."""
    try:
        connection.ensure_connection()
        reached = Finding(_("Basis data"), True, engine(), "")
        made = tables()
        return [reached, made, guarded(), whole(), signing(), sealed()] if made.ok else [reached, made]
    except DatabaseError as error:
        remedy = _("Periksa DATABASE_URL, atau apakah berkas data ada dan boleh dibaca.")
        return [Finding(_("Basis data"), False, str(error).strip(), remedy)]


def tables() -> Finding:
    pending = pending_migrations()
    state = _("%(count)s belum dibuat") % {"count": len(pending)} if pending else _("siap")
    return Finding(_("Tabel"), not pending, state, _("Jalankan `lumbung migrate`."))


def signing() -> Finding:
    """Without its keys a book can be read and checked, and nothing can be posted."""
    shut = [key.name for key in locked_keys()]
    remedy = _(
        "Pulihkan berkas secret-key dari cadangan; bila hilang, jalankan `lumbung key --lost` untuk tiap koperasi."
    )
    state = _("tidak terbuka: %s") % ", ".join(shut) if shut else _("terbuka")
    return Finding(_("Kunci tanda tangan"), not shut, state, remedy)


def sealed() -> Finding:
    """The key of NIK and papers: at hand, and out of others' sight."""
    return Finding(_("Kunci data pribadi"), *sealed_data())


def guarded() -> Finding:
    missing = guards.missing()
    state = _("hilang: %s") % ", ".join(missing) if missing else _("terpasang")
    return Finding(_("Penjaga pembukuan"), not missing, state, _("Jalankan `lumbung migrate`."))


def whole() -> Finding:
    """Bits that a disk forgot, pages that are torn."""
    found = damage()
    remedy = _("Jalankan `lumbung verify`, lalu pulihkan cadangan terbaru.")
    return Finding(_("Berkas data"), not found, "; ".join(found) or _("utuh"), remedy)
