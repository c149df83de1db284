"""What waits for whoever opens the desk. A line more is one function more in `LINES`, each with its own deed."""

from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lumbung import clock
from lumbung.backup import reports as backup
from lumbung.backup.views.own import is_own
from lumbung.backup.words import last_copy
from lumbung.membership import reports as membership
from lumbung.portal import reports as portal
from lumbung.safety import reports as safety
from lumbung.security.rules import may
from lumbung.supervision import reports as supervision
from lumbung.supervision.rules import week_of
from lumbung.web.words import Count
from lumbung.witness.reports.asking import alarms
from lumbung.witness.reports.days import since_last

AFTERNOON = 15  # o'clock: the desk begins to be cleared


class Waiting(NamedTuple):
    """`words` say how many of what; `url` is where it is answered."""

    icon: str
    words: str
    url: str


def awaiting(request) -> list[Waiting]:
    """The lines that this person may answer and that are not nil."""
    lines = [line(request) for deed, line in LINES if may(request.roles, deed)]
    return [line for line in lines if line]


def _line(request, count: int, icon: str, words: str, name: str, query: str = "") -> Waiting | None:
    url = reverse(name, kwargs={"slug": request.cooperative.slug}) + query
    return Waiting(icon, words % {"n": Count(count)}, url) if count else None


def _suggestions(request):
    count = portal.waiting(request.cooperative.id)
    words = ngettext("%(n)s saran anggota belum ditanggapi", "%(n)s saran anggota belum ditanggapi", count)
    return _line(request, count, "message-circle", words, "portal:box", "?lihat=tunggu")


def _doubts(request):
    count = supervision.open_count(request.cooperative.id, "open")
    words = ngettext("%(n)s pertanyaan pengawas menunggu jawaban", "%(n)s pertanyaan pengawas menunggu jawaban", count)
    return _line(request, count, "circle-question-mark", words, "supervision:follow_ups", "?lihat=open")


def _answered(request):
    count = supervision.open_count(request.cooperative.id, "answered")
    words = ngettext("%(n)s jawaban pengurus menunggu dibaca", "%(n)s jawaban pengurus menunggu dibaca", count)
    return _line(request, count, "message-circle", words, "supervision:follow_ups", "?lihat=answered")


def _sample(request):
    sample = supervision.checked(request.cooperative.id, week_of(clock.today()))
    count = sum(1 for one in sample if not one.finding)
    words = ngettext("%(n)s catatan sampel belum dicocokkan", "%(n)s catatan sampel belum dicocokkan", count)
    return _line(request, count, "list-checks", words, "supervision:sample")


def _refunds(request):
    count = membership.waiting_count(request.cooperative.id)
    words = ngettext("%(n)s anggota keluar menunggu simpanannya", "%(n)s anggota keluar menunggu simpanannya", count)
    return _line(request, count, "hand-coins", words, "membership:waiting")


def _day(request):
    """In the afternoon, when something was recorded since the last day's end."""
    count = since_last(request.cooperative.id).new if clock.local(clock.now()).hour >= AFTERNOON else 0
    words = ngettext("%(n)s catatan belum ikut tutup hari", "%(n)s catatan belum ikut tutup hari", count)
    return _line(request, count, "lock", words, "witness:day")


def _copy(request):
    old, newest = backup.is_old(clock.now())
    url = reverse("backup:overview", kwargs={"slug": request.cooperative.slug})
    told = _("%(last)s: cadangkan hari ini") % {"last": last_copy(newest, clock.now())}
    return Waiting("download", told, url) if old and is_own() else None


def _witnesses(request):
    """A witness that refused our book, or that saw a longer one."""
    count = alarms(request.cooperative.id)
    words = ngettext("%(n)s saksi tidak menerima buku kita", "%(n)s saksi tidak menerima buku kita", count)
    return _line(request, count, "triangle-alert", words, "witness:witnesses")


def _exercise(request):
    """Once a month, until she has answered."""
    if safety.done_this_month(request.cooperative.id, request.person.id, clock.today()):
        return None
    url = reverse("safety:practise", kwargs={"slug": request.cooperative.slug})
    return Waiting("graduation-cap", _("Latihan keamanan bulan ini: lima menit"), url)


LINES = (
    ("backup.make", _copy),
    ("witness.send", _witnesses),
    ("members.refund", _refunds),
    ("suggestions.answer", _suggestions),
    ("supervision.answer", _doubts),
    ("supervision.check", _answered),
    ("supervision.check", _sample),
    ("day.close", _day),
    ("safety.practise", _exercise),
)
