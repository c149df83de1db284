"""The trail recomputed from its rows: what was changed, taken out or slipped in is named."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from lumbung import clock
from lumbung.security import trail
from lumbung.security.models import Event, TrailHead, TrailLeaf
from lumbung.security.trail_rules import INSTALLATION
from lumbung.tlog import tree
from lumbung.web.dates import long_date
from lumbung.web.words import Count

MOST = 20  # of one kind are named


def problems(cooperative_id: int | None) -> list[str]:
    """What is wrong with the log of a cooperative, or with the installation's; empty when it is whole."""
    log = cooperative_id or INSTALLATION
    leaves = {row.event_id: row for row in TrailLeaf.objects.filter(log=log).iterator(chunk_size=2000)}
    found = list(_events(log, leaves))
    found += _numbers(leaves.values())
    return found[:MOST] + list(_head(log, sorted(leaves.values(), key=lambda row: row.number)))


def _events(log: int, leaves: dict[int, TrailLeaf]) -> Iterator[str]:
    seen = set()
    for row in Event.objects.filter(cooperative_id=log or None).order_by("id").iterator(chunk_size=2000):
        leaf = leaves.get(row.id)
        seen.add(row.id)
        if leaf is None:
            yield _("Jejak tanggal %(day)s disisipkan di luar Lumbung.") % {"day": _day(row)}
        elif bytes(leaf.hash) != trail.hash_of(row):
            yield _("Jejak nomor %(number)s (%(day)s) diubah.") % {"number": Count(leaf.number), "day": _day(row)}
    for leaf in sorted((row for key, row in leaves.items() if key not in seen), key=lambda row: row.number):
        yield _("Jejak nomor %(number)s dihapus.") % {"number": Count(leaf.number)}


def _day(row: Event) -> str:
    return long_date(clock.local(row.at).date())


def _numbers(leaves) -> Iterator[str]:
    numbers = sorted(leaf.number for leaf in leaves)
    if numbers != list(range(1, len(numbers) + 1)):
        yield _("Nomor jejak tidak berurutan: ada yang dihapus atau disisipkan.")


def _head(log: int, leaves: list[TrailLeaf]) -> Iterator[str]:
    head = TrailHead.objects.filter(log=log).first()
    if head is None:
        if leaves:
            yield _("Kepala jejak hilang.")
        return
    if head.size != len(leaves) or bytes(head.root) != tree.root_of([bytes(row.hash) for row in leaves]):
        words = _("Sidik jejak tidak sama dengan jejaknya: kepala menyebut %(said)s, yang ada %(there)s.")
        yield words % {"said": Count(head.size), "there": Count(len(leaves))}
    if head.size and not trail.holds(trail.Head(log, head.size, bytes(head.root)), bytes(head.seal)):
        yield _("Tanda tangan jejak tidak sah.")
