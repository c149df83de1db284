"""Print the proof of an entry (c2sp.org/tlog-proof) and nothing else, so that it can be kept, sent and checked.

With --leaf FILE the bytes that the proof speaks of, the canonical leaf, are written beside it.
"""

import sys
from pathlib import Path

from django.utils.translation import gettext as _

from lumbung.cooperatives.tenant import acting_for
from lumbung.ledger.reports import entry_of_document, leaves
from lumbung.site.commands.verify import chosen
from lumbung.site.readiness import refuse_unless_tables
from lumbung.web.words import Refused
from lumbung.witness import reports


def arguments(parser) -> None:
    parser.add_argument("number", metavar="NUMBER", help="a document, BKM-2026-000123, or the entry's number, 123")
    parser.add_argument("--cooperative", metavar="SLUG", required=True)
    parser.add_argument("--leaf", metavar="FILE", help="write the entry's canonical leaf there")


def run(options) -> int:
    refuse_unless_tables()
    (cooperative,) = chosen(options.cooperative)
    with acting_for(cooperative.id):
        number = number_of(cooperative.id, options.number)
        text = reports.proof(cooperative.id, number)
        if options.leaf:
            _write(Path(options.leaf), _leaf(cooperative.id, number))
    sys.stdout.write(text)
    return 0


def number_of(cooperative_id: int, asked: str) -> int:
    """The entry's number, from that number or from its document.

    Raises  Refused: no entry has this document
    """
    if asked.isascii() and asked.isdigit() and len(asked) < 19:
        return int(asked)
    found = entry_of_document(cooperative_id, asked.strip().upper())
    if found is None:
        raise Refused(_("Tidak ada bukti “%(document)s” di buku ini. Tulis seperti BKM-2026-000123."), document=asked)
    return found.number


def _leaf(cooperative_id: int, number: int) -> bytes:
    (leaf,) = leaves(cooperative_id, number - 1, number)
    return leaf.content


def _write(file: Path, content: bytes) -> None:
    try:
        file.write_bytes(content)
    except OSError as error:
        raise Refused(_("Berkas %(file)s tidak dapat ditulis: %(why)s."), file=file, why=error.strerror) from error
