"""`lumbung demo`: the pilot of Malang, built once and served."""

import os
import sys
from time import monotonic

from django.conf import settings
from django.core.management import call_command
from django.utils.translation import gettext as _

from lumbung import clock
from lumbung.cooperatives.models import Cooperative
from lumbung.demo import reset, safekeeping
from lumbung.demo.build import build
from lumbung.demo.models import Pilot
from lumbung.demo.signins import SignIn, sign_ins
from lumbung.places.actions import load_areas, load_holidays
from lumbung.sql import guards, wall
from lumbung.web.words import Refused
from lumbung.witness.actions import sign_every_book

MARK = "percontohan"  # in the data folder; the settings look for it


def arguments(parser) -> None:
    parser.add_argument("--reset", action="store_true", help="build the pilot anew, up to today")
    parser.add_argument("--no-serve", action="store_true", help="only build it")
    parser.add_argument("--port", type=int, default=8000, metavar="N", help="port to listen on (8000)")


def run(options) -> int:
    make_tables()
    if options.reset:
        refuse_real_data()
        reset.empty()
    if not Pilot.objects.exists():
        refuse_real_data()
        build_and_tell()
    (settings.HOME / MARK).touch()  # `lumbung serve` in this folder serves a demo too
    _introduce(options.port)
    if not options.no_serve:
        _serve_anew(options.port)
    return 0


def make_tables() -> None:
    """Tables, guards and the places of Indonesia, where they are not there yet."""
    try:
        call_command("migrate", check_unapplied=True, verbosity=0)
    except SystemExit:
        call_command("migrate", interactive=False, verbosity=0)
    if guards.missing():  # this version words one of them otherwise
        guards.create()
        wall.build()
    load_areas()
    load_holidays()
    sign_every_book()


def refuse_real_data() -> None:
    """Raises  Refused: there are cooperatives here that the pilot did not make."""
    if Cooperative.objects.exists() and not Pilot.objects.exists():
        raise Refused(_("Di sini sudah ada koperasi yang bukan contoh. Setel LUMBUNG_HOME ke map lain, lalu ulangi."))


def build_and_tell() -> None:
    print(_("Membuat percontohan Malang:"), flush=True)
    began = monotonic()
    build(today=clock.today(), say=lambda line: print(line, flush=True))
    safekeeping.lay_out()
    print(_("Selesai dalam %(seconds)s detik.") % {"seconds": round(monotonic() - began)})


def _introduce(port: int) -> None:
    """The address and who may sign in; the passphrases are the pilot's only."""
    names = dict(Cooperative.objects.values_list("slug", "name"))
    everyone = [one for one in sign_ins() if one.slug in names or not one.slug]
    width = max(len(one.login_name) for one in everyone)
    print(_("\nMasuk di %(address)s sebagai:") % {"address": f"http://localhost:{port}"})
    for one in everyone:
        print(f"  {one.login_name:<{width}}  {one.passphrase:<32}  {_office(one, names)}")
    print(flush=True)


def _office(one: SignIn, names: dict[str, str]) -> str:
    return f"{one.role}, {names[one.slug]}" if one.slug else _("%(role)s program") % {"role": one.role}


def _serve_anew(port: int) -> None:
    """In a fresh process: the server should not carry the memory of building."""
    command = [sys.executable, "-m", "lumbung.site.cli", "serve", "--port", str(port)]
    os.execve(sys.executable, command, {**os.environ, "LUMBUNG_DEMO": "1"})  # noqa: S606 - a fixed list
