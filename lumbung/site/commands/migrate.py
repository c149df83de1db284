"""Make or renew the tables and their guards, and bring in what every installation knows: areas and holidays."""

from django.core.management import call_command
from django.db import DatabaseError
from django.utils.translation import gettext as _

from lumbung.backup.updating import keep_before_update
from lumbung.places.actions import load_areas, load_holidays
from lumbung.site.readiness import pending_migrations
from lumbung.sql import guards
from lumbung.web.words import Refused
from lumbung.witness.actions import sign_every_book


def arguments(parser) -> None:
    parser.add_argument("-q", "--quiet", action="store_true", help="say nothing when all went well")


def run(options) -> int:
    tables = bring_up_to_date()
    if not options.quiet:
        print(_("Tabel dan penjaganya siap (%(count)s perubahan).") % {"count": tables})
    return 0


def bring_up_to_date() -> int:
    """Tables, guards, areas, holidays; may be repeated. Returns how many migrations were run."""
    try:
        pending = pending_migrations()
        if pending:
            keep_before_update()
            call_command("migrate", interactive=False, verbosity=0)
        elif guards.missing():
            guards.create()
    except DatabaseError as error:
        raise Refused(_("Tabel tidak dapat dibuat: %(reason)s"), reason=error) from error
    load_areas()
    load_holidays()
    sign_every_book()
    return len(pending)
