"""Print a statement or a book: text for people, JSON for machines, a workbook or a PDF for the files.

Without --from and --to it covers the book year of today, up to today. JSON: see lumbung.ledger.output.machine.
Exit code 1 when figures that must agree do not; what was asked for is printed all the same.
"""

import json
import sys
from datetime import date, timedelta
from pathlib import Path

from django.utils.translation import gettext as _

from lumbung import clock
from lumbung.cooperatives.models import Cooperative
from lumbung.cooperatives.tenant import acting_for
from lumbung.ledger.reports.shape import Statement
from lumbung.site.commands.verify import chosen
from lumbung.site.readiness import refuse_unless_tables
from lumbung.site.statements import STATEMENTS, Wanted
from lumbung.web.words import Refused

FORMATS = ("text", "json", "xlsx", "pdf")


def arguments(parser) -> None:
    parser.add_argument("name", choices=list(STATEMENTS), metavar="NAME", help=", ".join(STATEMENTS))
    parser.add_argument("--cooperative", metavar="SLUG", required=True)
    parser.add_argument("--from", dest="start", metavar="D", help="first day: 2025-03-01, 2025-03 or 2025")
    parser.add_argument("--to", dest="end", metavar="D", help="last day: 2025-03-31, 2025-03 or 2025")
    parser.add_argument("--format", choices=FORMATS, default="text")
    parser.add_argument("-o", "--output", metavar="FILE", help="write there instead of to the screen")
    parser.add_argument("--account", metavar="CODE", help="ledger, cash-book: an account or a range, 111100-112500")
    parser.add_argument("--by-unit", action="store_true", help="surplus: a column for each gerai")


def run(options) -> int:
    refuse_unless_tables()
    (cooperative,) = chosen(options.cooperative)
    start, end = period(options.start, options.end, today=clock.today())
    with acting_for(cooperative.id):
        wanted = Wanted(cooperative.id, start, end, options.account or "", options.by_unit)
        statement = STATEMENTS[options.name](wanted)
        _put(_bytes(statement, cooperative, options.format), options)
    _warn(statement)
    return 0 if statement.ok else 1


def period(start: str | None, end: str | None, *, today: date) -> tuple[date | None, date]:
    """First and last day; no first day stands for the start of the book year.

    Raises  Refused: not a date, or the last before the first
    """
    last = _edges(end)[1] if end else min(_edges(start)[1], today) if start and len(start) < 10 else today
    first = _edges(start)[0] if start else None
    if first and first > last:
        raise Refused(_("Tanggal akhir harus sesudah tanggal awal."))
    return first, last


def _edges(text: str) -> tuple[date, date]:
    """First and last day of `2025`, `2025-03` or `2025-03-01`."""
    try:
        first = date.fromisoformat({4: f"{text}-01-01", 7: f"{text}-01"}.get(len(text), text))
    except ValueError:
        raise Refused(_("“%(text)s” bukan tanggal. Tulis seperti 2025-03-31 atau 2025-03."), text=text) from None
    if len(text) == 4:
        return first, date(first.year, 12, 31)
    if len(text) == 7:
        return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return first, first


def _bytes(statement: Statement, cooperative: Cooperative, form: str) -> bytes:
    from lumbung.ledger import output

    if form == "json":
        shape = output.machine(statement, slug=cooperative.slug, name=cooperative.name)
        return (json.dumps(shape, ensure_ascii=False, indent=2) + "\n").encode()
    if form == "text":
        return output.text(statement, cooperative.name).encode()
    if form == "xlsx":
        return output.workbook(statement, cooperative)
    return output.paper(statement, cooperative, signed_on=clock.today())


def _put(content: bytes, options) -> None:
    if options.output and options.output != "-":
        try:
            Path(options.output).write_bytes(content)
        except OSError as error:
            raise Refused(_("Berkas %(file)s tidak dapat ditulis: %(why)s."), file=options.output, why=error.strerror)
    elif options.format in ("xlsx", "pdf") and sys.stdout.isatty():
        raise Refused(_("Sebutkan berkas tujuan dengan -o, misalnya -o laporan.%(form)s."), form=options.format)
    else:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()


def _warn(statement: Statement) -> None:
    for check in statement.checks:
        if not check.ok:
            print(_("Tidak cocok: %(name)s") % {"name": check.name}, file=sys.stderr)
