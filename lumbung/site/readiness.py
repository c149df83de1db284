"""Whether this installation may serve: its tables are the ones of this version, and its guards are in place."""

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.utils.translation import gettext as _

from lumbung.backup.memory import NeedsCopy
from lumbung.sql import guards, roles, seal
from lumbung.web.words import Refused


def pending_migrations() -> list[str]:
    """The migrations that this version has and the database has not: `ledger.0001_initial`."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{migration.app_label}.{migration.name}" for migration, _backwards in plan]


def refuse_unless_tables() -> None:
    """Raises  Refused: no database answers, or its tables are older than this version."""
    try:
        pending = pending_migrations()
    except DatabaseError as error:
        raise Refused(
            _("Basis data tidak dapat dibuka: %(reason)s. Jalankan `lumbung doctor`."), reason=error
        ) from error
    if pending:
        raise Refused(_("Tabel data belum siap. Jalankan `lumbung migrate`, lalu ulangi."))


def refuse_unless_guarded() -> None:
    """Raises  Refused: as above, or a guard of the books has been taken away."""
    refuse_unless_tables()
    if missing := guards.missing():
        raise Refused(
            _("Penjaga pembukuan hilang (%(names)s), jadi Lumbung tidak mau berjalan. Jalankan `lumbung migrate`."),
            names=", ".join(missing),
        )
    if guards.changed():
        raise Refused(
            _("Tabel pembukuan tidak lagi sama dengan saat dibuat, jadi Lumbung tidak mau berjalan."
              " Panggil orang yang memasang Lumbung; ia menjalankan `lumbung doctor` lalu `lumbung migrate`.")
        )  # fmt: skip


def refuse_powerful_role() -> None:
    """Raises  Refused: on PostgreSQL, this role could walk past the guards. The demo may: its people are invented."""
    if roles.stands_above() and not settings.DEMO:
        raise Refused(
            _("Lumbung tidak mau berjalan sebagai pemilik basis data: satu kesalahan kecil dapat membuka data semua"
              " koperasi. Buat peran lain, jalankan `lumbung migrate --runtime-role PERAN`, lalu pakai peran itu di"
              " DATABASE_URL.")
        )  # fmt: skip


def damage() -> list[str]:
    """What is wrong with the file that the data lie in, a few words each; empty when nothing is."""
    return [*(_("halaman %(page)s berubah sendiri") % {"page": page} for page in seal.broken()[:5]), *seal.damage()]


def refuse_damaged() -> None:
    """Raises  Refused: the disk has changed something in the data since Lumbung last stopped, or the file is torn."""
    if found := damage():
        raise NeedsCopy(
            _("Berkas data rusak (%(what)s), jadi Lumbung tidak mau berjalan. Jangan hapus apa pun. Pulihkan cadangan"
              " terbaru; sebelumnya orang yang memasang Lumbung boleh menjalankan `lumbung verify`."),
            what="; ".join(found),
        )  # fmt: skip
