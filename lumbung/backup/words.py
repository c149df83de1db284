"""Ages, sizes and spans as people say them."""

from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lumbung import clock
from lumbung.web.words import Count


def ago(at: datetime | None, now: datetime) -> str:
    """`2 hari lalu`, by the calendar of Malang."""
    if at is None:
        return _("belum pernah")
    days = (clock.local(now).date() - clock.local(at).date()).days
    if days <= 0:
        return _("hari ini, pukul %(time)s") % {"time": f"{clock.local(at):%H.%M}"}
    return _("kemarin") if days == 1 else ngettext("%(n)s hari lalu", "%(n)s hari lalu", days) % {"n": Count(days)}


def last_copy(at: datetime | None, now: datetime) -> str:
    """`Cadangan terakhir 2 hari lalu`"""
    return _("Cadangan terakhir %(ago)s") % {"ago": ago(at, now)} if at else _("Belum pernah dicadangkan")


def span(seconds: int) -> str:
    """`40 detik`, `12 menit`, `5 jam`, `3 hari`, to the nearest."""
    for step, words in ((86_400, _("%(n)s hari")), (3_600, _("%(n)s jam")), (60, _("%(n)s menit"))):
        if seconds >= step * 2:
            return words % {"n": Count(round(seconds / step))}
    return _("%(n)s detik") % {"n": Count(max(seconds, 1))}


def megabytes(size: int) -> str:
    return f"{size / 1_000_000:.1f}".replace(".", ",") + " MB"
