"""Before an update changes the tables: a plain copy beside the database, so that an interrupted one can be undone."""

import shutil
import tempfile
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from lumbung import clock
from lumbung.backup import disk, state
from lumbung.sql import SQLITE, copying, engine
from lumbung.web.words import Refused

KEPT = 2
FRONT = "sebelum-pembaruan-"


def keep_before_update() -> Path | None:
    """Copy the books as they are, as they lie: readable by whoever can read the database itself. None without books.

    Raises  Refused: no copy could be made; then nothing should be changed
    """
    if engine() != SQLITE or not copying.has_rows(Path(settings.DATABASES["default"]["NAME"]), "ledger_book"):
        return None
    work = Path(tempfile.mkdtemp(prefix=".kerja-", dir=state.folder()))
    try:
        copying.copy_into(work)
        kept = state.folder() / f"{FRONT}{clock.now():%Y%m%dT%H%M%SZ}.sqlite3"
        (work / copying.FILE).chmod(0o600)
        (work / copying.FILE).replace(kept)
        disk.fsync_folder(state.folder())
    except (copying.CopyFailed, OSError) as error:
        raise Refused(
            _("Sebelum pembaruan, salinan pembukuan gagal dibuat (%(reason)s), jadi belum ada yang diubah."
              " Kosongkan tempat di cakram, lalu ulangi."), reason=error,
        ) from error  # fmt: skip
    finally:
        shutil.rmtree(work, ignore_errors=True)
    for older in sorted(state.folder().glob(f"{FRONT}*.sqlite3"))[:-KEPT]:
        older.unlink()
    return kept


def forget_copies() -> None:
    """Take the plain copies away: the update went well, and they hold open what it sealed."""
    for copy in state.folder().glob(f"{FRONT}*.sqlite3"):
        copy.unlink()
