"""Restore into a scratch folder, prove the books there; print how long it took (RTO) and what would be lost (RPO)."""

import json
from pathlib import Path

from django.utils.translation import gettext as _

from lumbung.backup import actions, words
from lumbung.backup.actions.drilling import Drilled
from lumbung.backup.commands.backup import reporting, telling
from lumbung.backup.commands.restore import key_arguments, secrets_of
from lumbung.web.words import Count


def arguments(parser) -> None:
    parser.add_argument("file", nargs="?", metavar="FILE", help="try this copy; without one, a copy of this moment")
    key_arguments(parser)
    parser.add_argument("--json", action="store_true", help="for machines")


def run(options) -> int:
    file = Path(options.file) if options.file else None
    secrets = secrets_of(options.key) if file else []
    drilled = reporting(lambda: actions.drill(file=file, secrets=secrets, say=telling(options.json)))
    if options.json:
        print(json.dumps(drilled.as_json(), indent=2))
    else:
        _say(drilled)
    return 0


def _say(drilled: Drilled) -> None:
    print(
        _("Terbukti pulih: %(count)s catatan, setiap sidik, saldo dan nomor cocok.") % {"count": Count(drilled.entries)}
    )
    print(_("RTO: %(span)s sampai pembukuan berdiri lagi.") % {"span": words.span(drilled.rto)})
    if drilled.rpo is None:
        print(_("RPO: belum ada cadangan di luar komputer ini; semuanya hilang bersama komputer ini."))
    else:
        told = _("RPO: cadangan terbaru berumur %(age)s; %(lost)s catatan sesudahnya belum tercadang.")
        print(told % {"age": words.span(drilled.rpo), "lost": Count(drilled.lost)})
