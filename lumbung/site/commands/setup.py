"""Print the one-time code with which the first person of a fresh installation begins."""

from django.conf import settings
from django.utils.translation import gettext as _

from lumbung.recovery.actions import make_start_code
from lumbung.site.readiness import refuse_unless_guarded
from lumbung.web.words import Refused


def arguments(parser) -> None:
    parser.add_argument("--port", type=int, default=8000, metavar="N", help="where `lumbung serve` answers (8000)")


def run(options) -> int:
    refuse_unless_guarded()
    if not (words := start_words(f"http://localhost:{options.port}")):
        raise Refused(_("Sudah ada yang memakai Lumbung di sini. Mintalah akun kepada ketua atau sekretaris."))
    print(words)
    return 0


def start_words(address: str) -> str:
    """What the console says while nobody is here; empty afterwards, and in a demo, which has its people."""
    code = "" if settings.DEMO else make_start_code()
    said = _("Belum ada siapa pun. Buka %(address)s/mulai/ dan tulis kode %(code)s (berlaku 15 menit, sekali pakai).")
    return said % {"address": address, "code": code} if code else ""
