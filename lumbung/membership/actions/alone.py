"""Entries that are one step of several: they are not undone from the journal, where the others would stay behind."""

from typing import NoReturn

from django.utils.translation import gettext as _

from lumbung.ledger import reports as books
from lumbung.web.words import Refused


def refuse_alone(*, cooperative_id: int, number: int, **_facts) -> NoReturn:
    """Raises  Refused: where a leaving is taken back; that two rows were made one, which is not taken back."""
    entry = books.entry(cooperative_id, number)
    if entry.kind == "member.settled":
        words = _(
            "%(document)s menyelesaikan simpanan anggota yang keluar. Batalkan keluarnya dari halaman anggota itu."
        )
    else:
        words = _("%(document)s menyatukan dua baris dari orang yang sama dan tidak dibatalkan. Catat pembetulannya.")
    raise Refused(words, document=entry.document)
