"""Read a treasurer's workbook: say what was understood, ask what nobody could decide, and book the rest.

With --dry-run nothing is written. Questions are no failure: exit code 0; a file that cannot be read is 2.
JSON: the reading (see reading.contract), its batch, and under `booking` what was or would be done.
"""

import json
from datetime import date

from django.utils.translation import gettext as _

from lumbung import clock, money
from lumbung.cash.reports import place_named
from lumbung.cooperatives.models import Cooperative
from lumbung.cooperatives.tenant import acting_for
from lumbung.intake import actions, output
from lumbung.intake.models import KINDS
from lumbung.web.words import Refused

NOBODY = 0  # at the command line nobody has signed in


def arguments(parser) -> None:
    parser.add_argument("kind", choices=KINDS)
    parser.add_argument("file", metavar="FILE", help=".xlsx, .xls, .ods or .csv")
    parser.add_argument("--cooperative", metavar="SLUG", required=True)
    parser.add_argument("--year", type=int, metavar="Y", help="when the sheets do not tell, or tell several")
    parser.add_argument("--as", dest="mode", choices=("opening", "check", "journal"), help="dues: opening or check")
    parser.add_argument("--cutover", metavar="D", help="dues: day of the opening balances, a month's end: 2025-12-31")
    parser.add_argument("--rate", metavar="RP", help="dues: one month's dues, when the sheet does not tell")
    parser.add_argument("--polarity", choices=("debit", "credit"), help="bank: the side that brings money in")
    parser.add_argument("--place", metavar="NAME", help="cash, bank: where the money lies, when there are several")
    parser.add_argument("--again", action="store_true", help="it came in before: book what is still missing")
    parser.add_argument("--dry-run", action="store_true", help="write nothing")
    parser.add_argument("--json", action="store_true", help="for machines")


def run(options) -> int:
    cooperative = Cooperative.objects.filter(slug=options.cooperative).first()
    if cooperative is None:
        words = _("Tidak ada koperasi “%(slug)s”. `lumbung cooperatives` menampilkan yang ada.")
        raise Refused(words, slug=options.cooperative)
    with acting_for(cooperative.id):
        taken = _take(cooperative.id, options)
        if options.json:
            print(json.dumps(output.as_json(taken), ensure_ascii=False, indent=2))
        else:
            print(output.as_text(taken))
    return 0


def _take(cooperative_id: int, options) -> actions.Taken:
    facts = {
        "cooperative_id": cooperative_id, "kind": options.kind, "path": options.file, "today": clock.today(),
        "year": options.year, "mode": options.mode or "", "cutover": _day(options.cutover),
        "polarity": options.polarity, "rate": _amount(options.rate), "place_id": _place(cooperative_id, options.place),
    }  # fmt: skip
    if options.dry_run:
        return actions.preview(**facts)
    return actions.take(**facts, by=NOBODY, again=options.again)


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise Refused(_("“%(text)s” bukan tanggal. Tulis seperti 2025-12-31."), text=text) from None


def _amount(text: str | None) -> int | None:
    try:
        return money.parse(text) if text else None
    except money.Unreadable as error:
        raise Refused(str(error)) from None


def _place(cooperative_id: int, name: str | None) -> int | None:
    if not name:
        return None
    place = place_named(cooperative_id, name)
    if place is None:
        raise Refused(_("Tidak ada tempat uang “%(name)s”."), name=name)
    return place.id
