"""Take a new version from a file: believed by its signatures, laid beside the running one, installed without a line."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

import lumbung
from lumbung.safety import minisign, release
from lumbung.web.words import Refused

KEYS = Path(__file__).resolve().parents[1] / "release_keys.txt"
NEWEST = "versi-terbaru"  # in the home: the newest version that was ever taken in


def arguments(parser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="lumbung-VERSION.zip")
    parser.add_argument("--check", action="store_true", help="only say whether it may be believed")
    parser.add_argument("--into", type=Path, metavar="DIR", help="where versions lie ($LUMBUNG_HOME/program)")


def run(options) -> int:
    found = release.read(options.file, minisign.keys(KEYS.read_text()), newest())
    print(_("Pembaruan asli: Lumbung %(version)s, %(released)s, ditandatangani dua pemegang kunci.") % found._asdict())
    if options.check:
        return 0
    folder = (options.into or settings.HOME / "program").resolve() / f"lumbung-{found.version}"
    release.unpack(options.file, found, folder)
    install(folder)
    (settings.HOME / NEWEST).write_text(found.version + "\n")
    lines = _("Siap di %(folder)s. Hentikan Lumbung, lalu jalankan berturut-turut:") % {"folder": folder}
    program = f"LUMBUNG_HOME={settings.HOME} {folder / 'source' / '.venv' / 'bin' / 'lumbung'}"
    print(f"{lines}\n  {program} migrate\n  {program} serve")
    return 0


def newest() -> str:
    """The newest version that ran here, even when an older program asks."""
    kept = settings.HOME / NEWEST
    told = [lumbung.__version__, kept.read_text().strip()] if kept.exists() else [lumbung.__version__]
    return max(told, key=release.numbers)


def install(folder: Path) -> None:
    """Its own environment, from its own wheels: nothing is fetched.

    Raises  Refused: that failed; nothing of it stays
    """
    alone = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(folder / "wheels"), "PIP_CONFIG_FILE": os.devnull}
    setup = subprocess.run([sys.executable, folder / "source" / "bin" / "setup.py"], env={**os.environ, **alone})
    if setup.returncode:
        shutil.rmtree(folder, ignore_errors=True)
        raise Refused(
            _(
                "Pembaruan asli, tetapi tidak dapat dipasang di komputer ini (lihat baris di atas). Versi yang "
                "sekarang tetap berjalan."
            )
        )
