"""Make or renew the tables and their guards, and bring in what every installation knows: areas and holidays.

On PostgreSQL run it as the owner of the tables. --runtime-role names the role that `lumbung serve` connects as: it gets
INSERT and SELECT, and the changes that the guards let pass; docs/keamanan/peran.md. Later runs remember it.
"""

import os

from django.core.management import call_command
from django.db import DatabaseError
from django.utils.translation import gettext as _

from lumbung.backup.updating import keep_before_update
from lumbung.places.actions import load_areas, load_holidays
from lumbung.site.readiness import pending_migrations
from lumbung.site.sealed import leave_nothing_open
from lumbung.sql import guards, roles, wall
from lumbung.vault import actions as vault
from lumbung.web.words import Refused
from lumbung.witness.actions import sign_every_book


def arguments(parser) -> None:
    parser.add_argument("-q", "--quiet", action="store_true", help="say nothing when all went well")
    parser.add_argument(
        "--runtime-role", metavar="ROLE", default=os.environ.get("LUMBUNG_RUNTIME_ROLE", ""),
        help="PostgreSQL: the role that Lumbung runs as ($LUMBUNG_RUNTIME_ROLE)",
    )  # fmt: skip


def run(options) -> int:
    tables = bring_up_to_date()
    grant_to(options.runtime_role)
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
            leave_nothing_open(pending)
        elif guards.missing():
            guards.create()
            wall.build()
    except DatabaseError as error:
        raise Refused(_("Tabel tidak dapat dibuat: %(reason)s"), reason=error) from error
    load_areas()
    load_holidays()
    vault.prepare()
    sign_every_book()
    return len(pending)


def grant_to(role: str) -> None:
    """Let the role that was named, and those that were named before, run Lumbung.

    Raises  Refused: there is no such role, or it stands above the guards
    """
    for one in sorted({*roles.granted(), role} - {""}):
        try:
            roles.grant(one)
        except roles.Unfit:
            raise Refused(
                _("Peran basis data “%(role)s” tidak dapat dipakai. Di PostgreSQL, buat dengan"
                  " CREATE ROLE %(role)s LOGIN PASSWORD '…', tanpa SUPERUSER dan bukan pemilik tabel."), role=one,
            ) from None  # fmt: skip
        except DatabaseError as error:
            raise Refused(_("Tabel tidak dapat dibuat: %(reason)s"), reason=error) from error
