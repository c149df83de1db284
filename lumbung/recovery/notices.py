"""What stands on the first page of every officer, and of the person herself, while somebody's way in is changed."""

from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _

from lumbung import clock
from lumbung.recovery import reports, rules
from lumbung.recovery.reports import Standing
from lumbung.security.rules import READERS
from lumbung.web.templatetags.lumbung import moment


class Notice(NamedTuple):
    """`tone` and `icon` as the look has them; `url` is where one may object or end it."""

    tone: str
    icon: str
    words: str
    url: str


def of(request) -> list[Notice]:
    """All that this person is told in the cooperative whose page is open."""
    if not request.cooperative or READERS.isdisjoint(request.roles):
        return []
    coop, now = request.cooperative.id, clock.now()
    found = [_case(request, one) for one in reports.told(coop, now)]
    return found + [_help(request, one) for one in reports.helping_now(coop, now)]


def _case(request, one: Standing) -> Notice:
    url = reverse("recovery:case", kwargs={"slug": request.cooperative.slug, "case_id": one.case.id})
    tone, icon = ("bad", "circle-alert") if one.state == rules.OBJECTED else ("wait", "key")
    return Notice("ok" if one.state == rules.DONE else tone, icon, words_of(one), url)


def words_of(one: Standing) -> str:
    """One sentence: whose way in, and how far it is."""
    said = {
        rules.OPEN: _("%(name)s minta dipulihkan akunnya. Menunggu disahkan petugas kedua."),
        rules.WAITING: _("Akun %(name)s akan dipulihkan sesudah %(ready)s. Ada yang janggal? Nyatakan keberatan."),
        rules.READY: _("Akun %(name)s boleh dipulihkan: kode menunggu diserahkan kepada orangnya."),
        rules.HANDED: _("Kode masuk untuk %(name)s sedang berlaku."),
        rules.DONE: _("%(name)s sudah membuat kata sandi baru pada %(last)s."),
        rules.OBJECTED: _("Pemulihan akun %(name)s dihentikan: ada keberatan."),
        rules.WITHDRAWN: _("Pemulihan akun %(name)s ditarik kembali."),
        rules.LAPSED: _("Pemulihan akun %(name)s tidak diambil dan sudah tidak berlaku."),
    }[one.state]
    ready = moment(clock.local(one.ready_at)) if one.ready_at else ""
    return said % {"name": one.name, "ready": ready, "last": moment(clock.local(one.last_at))}


def _help(request, one) -> Notice:
    words = _("%(name)s sedang mendampingi sampai %(until)s, diizinkan %(giver)s: %(reason)s")
    said = {
        "name": one.name,
        "until": moment(clock.local(one.helper.until)),
        "giver": one.giver,
        "reason": one.helper.reason,
    }
    return Notice("wait", "eye", words % said, reverse("recovery:helpers", kwargs={"slug": request.cooperative.slug}))
