"""What waits for whoever opens the desk. A line more is one function more in `LINES`, each with its own deed."""

from datetime import timedelta
from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lumbung import clock
from lumbung.approvals import reports as approvals
from lumbung.backup import reports as backup
from lumbung.backup.views.own import is_own
from lumbung.backup.words import last_copy
from lumbung.membership import reports as membership
from lumbung.portal import reports as portal
from lumbung.privacy import reports as privacy
from lumbung.safety import reports as safety
from lumbung.security.rules import may
from lumbung.supervision import reports as supervision
from lumbung.supervision.rules import week_of
from lumbung.web.words import Count
from lumbung.witness.reports.asking import alarms
from lumbung.witness.reports.days import since_last

AFTERNOON = 15  # o'clock: the desk begins to be cleared
JANUARY = 1


class Waiting(NamedTuple):
    """`words` say how many of what; `url` is where it is answered; `tone` is `bad` when it is late."""

    icon: str
    words: str
    url: str
    tone: str = "wait"


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


def _alone(request):
    """Last week one person wrote everything and no supervisor has read it."""
    week = week_of(clock.today() - timedelta(days=7))
    count = int(supervision.waits_for_reading(request.cooperative.id, week))
    return _line(request, count, "eye", _("Minggu lalu satu orang mencatat semuanya: baca ringkasannya"),
                 "supervision:digest", f"?minggu={week}")  # fmt: skip


def _stood_in(request):
    count = len(supervision.stood_in(request.cooperative.id, clock.today(), 7))
    words = ngettext(
        "%(n)s persetujuan mewakili ketua minggu ini", "%(n)s persetujuan mewakili ketua minggu ini", count
    )
    return _line(request, count, "triangle-alert", words, "supervision:signs")


def _to_endorse(request):
    count = approvals.to_endorse(request.cooperative.id, request.person.id)
    words = ngettext("%(n)s ajuan menunggu dibenarkan dulu", "%(n)s ajuan menunggu dibenarkan dulu", count)
    return _line(request, count, "hourglass", words, "approvals:list")


def _asked_by_members(request):
    """Withdrawals and corrections, which the law gives three days for: red when one of them is late."""
    coop, now = request.cooperative.id, clock.now()
    clocks = [one.clock for one in (*privacy.withdrawals(coop, now), *privacy.waiting(coop, now))]
    words = ngettext("%(n)s permintaan data anggota menunggu", "%(n)s permintaan data anggota menunggu", len(clocks))
    return _timed(_line(request, len(clocks), "user-check", words, "privacy:requests"), clocks)


def _incidents(request):
    """Incidents of which people or the authority do not know yet."""
    clocks = [case.clock for case in privacy.cases(request.cooperative.id, clock.now()) if case.waits]
    words = ngettext("%(n)s insiden data belum diberitahukan", "%(n)s insiden data belum diberitahukan", len(clocks))
    return _timed(_line(request, len(clocks), "triangle-alert", words, "privacy:incidents"), clocks)


def _forgettable(request):
    """Once a year, in January: whoever need not be known any more."""
    today = clock.today()
    found = privacy.parted(request.cooperative.id, today) if today.month == JANUARY else []
    count = sum(1 for one in found if one.may_forget(today))
    words = ngettext("data %(n)s bekas anggota boleh dihapus", "data %(n)s bekas anggota boleh dihapus", count)
    return _line(request, count, "trash-2", words, "privacy:erasable")


def _timed(line: Waiting | None, clocks: list) -> Waiting | None:
    """With what is left of the time."""
    if line is None:
        return None
    first = min(clocks, key=lambda one: one.due)
    hours = ngettext("%(n)s jam lagi", "%(n)s jam lagi", first.left) % {"n": first.left}
    left = _("terlambat") if first.late else hours
    return line._replace(words=f"{line.words}: {left}", tone="bad" if first.late else "wait")


LINES = (
    ("incidents.write", _incidents),
    ("privacy.answer", _asked_by_members),
    ("backup.make", _copy),
    ("witness.send", _witnesses),
    ("members.refund", _refunds),
    ("suggestions.answer", _suggestions),
    ("supervision.answer", _doubts),
    ("supervision.check", _answered),
    ("supervision.check", _sample),
    ("supervision.check", _alone),
    ("supervision.check", _stood_in),
    ("approvals.endorse", _to_endorse),
    ("day.close", _day),
    ("safety.practise", _exercise),
    ("privacy.erase", _forgettable),
)
