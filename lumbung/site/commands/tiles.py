"""Write a book's proof log as static files (c2sp.org/tlog-tiles). DIR must not be there yet: it appears when all is in.

With --personal, beside them, what opens the commitments: for those who may know whose entries these are.
"""

from pathlib import Path

from django.utils.translation import gettext as _

from lumbung.cooperatives.tenant import acting_for
from lumbung.site.commands.verify import chosen
from lumbung.site.readiness import refuse_unless_tables
from lumbung.witness.tiles import export


def arguments(parser) -> None:
    parser.add_argument("folder", metavar="DIR", type=Path, help="where to; made by this command")
    parser.add_argument("--cooperative", metavar="SLUG", required=True)
    parser.add_argument("--personal", action="store_true", help="also what opens the commitments; keep it safe")


def run(options) -> int:
    refuse_unless_tables()
    (cooperative,) = chosen(options.cooperative)
    with acting_for(cooperative.id):
        size = export(cooperative.id, options.folder, personal=options.personal)
    print(_("%(size)s catatan ditulis ke %(folder)s.") % {"size": size, "folder": options.folder})
    return 0
