"""What is looked at of the packages below: accounts, copies, drills, witnesses, closed days, the version, exercises."""

from datetime import date, datetime, timedelta

from django.utils.translation import gettext

import lumbung
from lumbung import clock
from lumbung.backup import reports as backup
from lumbung.backup import rules as copies
from lumbung.backup import state
from lumbung.backup.views.own import is_own
from lumbung.backup.words import ago, last_copy
from lumbung.safety import reports
from lumbung.safety.registry import Fact
from lumbung.security.models import Appointment, Event
from lumbung.security.reports import officers
from lumbung.witness.models.seen import Cosignature
from lumbung.witness.reports.days import since_last
from lumbung.witness.reports.witnessed import trusted

MONTH, WEEK, OLD_VERSION = timedelta(days=35), timedelta(days=7), timedelta(days=120)
MUST_SIT = ("ketua", "bendahara", "pengawas")
VERIFIED = "books.verified"  # the deed in the trail: somebody had the whole book recomputed


def accounts(cooperative_id: int, now: datetime) -> Fact:
    """Chair, treasurer and supervisor each have an account, and nobody is two of them."""
    day = clock.local(now).date()
    filled = {role for role, _name in officers(cooperative_id, day)}
    if lacking := [role for role in MUST_SIT if role not in filled]:
        return Fact(False, gettext("Belum punya akun: %(roles)s.") % {"roles": ", ".join(lacking)})
    held = Appointment.objects.filter(cooperative_id=cooperative_id, role__in=MUST_SIT, until=None, since__lte=day)
    people = list(held.values_list("person_id", flat=True))
    if len(set(people)) < len(people):
        return Fact(False, gettext("Satu orang memegang dua jabatan yang harus saling memeriksa."))
    return Fact(True, gettext("Ketua, bendahara, dan pengawas masing-masing punya akun sendiri."))


def copied(_cooperative_id: int, now: datetime) -> Fact | None:
    if not is_own():
        return None
    old, newest = backup.is_old(now)
    return Fact(not old, last_copy(newest, now) + ".")


def sheets(_cooperative_id: int, _at: datetime) -> Fact | None:
    """The keys that open a copy lie on paper, read back once, and not on this computer."""
    if not is_own():
        return None
    count = len(state.usable_keys(state.load()))
    if count < copies.LEAST_KEYS:
        return Fact(False, gettext("Lembar pemulihan belum dicetak dan dibagikan."))
    return Fact(True, gettext("Lembar pemulihan ada di kertas, di tangan orang yang berbeda."))


def sticks(_cooperative_id: int, _at: datetime) -> Fact | None:
    if not is_own():
        return None
    count = len(state.load()["places"])
    words = gettext("%(n)s tempat cadangan dikenal; paling sedikit dua.")
    return Fact(count >= 2, words % {"n": count})


def drilled(_cooperative_id: int, now: datetime) -> Fact | None:
    """A copy that was never restored is a hope."""
    if not is_own():
        return None
    drills = [datetime.fromisoformat(one["at"]) for one in state.load()["drills"]]
    last = max(drills, default=None)
    if last is None:
        return Fact(False, gettext("Cadangan belum pernah dicoba dipulihkan."))
    words = gettext("Latihan memulihkan terakhir: %(ago)s.")
    return Fact(timedelta() <= now - last <= MONTH, words % {"ago": ago(last, now)})


def witnessed(cooperative_id: int, now: datetime) -> Fact:
    """Somebody outside this computer has signed for the book lately."""
    alone = [row.id for row, independent in trusted(cooperative_id) if independent]
    signed = Cosignature.objects.filter(cooperative_id=cooperative_id, witness_id__in=alone)
    last = signed.order_by("-time").first()
    if last is None:
        return Fact(False, gettext("Belum ada saksi di luar komputer ini."))
    words = gettext("Saksi terakhir melihat buku %(ago)s.")
    return Fact(now - last.moment <= MONTH, words % {"ago": ago(last.moment, now)})


def days(cooperative_id: int, now: datetime) -> Fact:
    """What was recorded is closed within a week."""
    since = since_last(cooperative_id)
    if not since.new:
        return Fact(True, gettext("Semua catatan sudah ikut tutup hari."))
    if since.last is None:
        return Fact(False, gettext("Belum pernah tutup hari."))
    words = gettext("Tutup hari terakhir %(ago)s; %(n)s catatan sesudahnya.")
    return Fact(now - since.last.signed_at <= WEEK, words % {"ago": ago(since.last.signed_at, now), "n": since.new})


def verified(cooperative_id: int, now: datetime) -> Fact:
    last = Event.objects.filter(cooperative_id=cooperative_id, deed=VERIFIED).order_by("-at").first()
    if last is None:
        return Fact(False, gettext("Buku belum pernah diperiksa dari halaman Periksa."))
    if last.detail.get("problems"):
        return Fact(False, gettext("Pemeriksaan terakhir menemukan yang tidak cocok."))
    words = gettext("Buku diperiksa %(ago)s, semuanya cocok.")
    return Fact(now - last.at <= MONTH, words % {"ago": ago(last.at, now)})


def version(_cooperative_id: int, now: datetime) -> Fact:
    age = clock.local(now).date() - date.fromisoformat(lumbung.__released__)
    words = gettext("Versi %(version)s, berumur %(days)s hari.")
    return Fact(age <= OLD_VERSION, words % {"version": lumbung.__version__, "days": max(age.days, 0)})


def exercised(cooperative_id: int, now: datetime) -> Fact | None:
    done, people = reports.of_officers(cooperative_id, clock.local(now).date())
    words = gettext("%(done)s dari %(people)s pengurus dan pengawas berlatih dua bulan ini.")
    return Fact(done * 2 >= people, words % {"done": done, "people": people}) if people else None
