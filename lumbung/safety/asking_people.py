"""Looks at people and their data: second locks, devices in use, what the law gives days for, the key of the data."""

from datetime import datetime

from allauth.mfa.models import Authenticator
from django.db.models import Q
from django.utils.translation import gettext

from lumbung import clock
from lumbung.backup.views.own import is_own
from lumbung.privacy import reports as privacy
from lumbung.safety.registry import Fact
from lumbung.security import limits
from lumbung.security.factors import APP, PASSKEY
from lumbung.security.models import Appointment, Role, Sitting
from lumbung.vault import reports as vault

DEVICES = 2  # at the same time: the office's laptop and her own telephone


def officers(cooperative_id: int, now: datetime) -> set[int]:
    """Who holds an office that touches money or watches over it."""
    day = clock.local(now).date()
    held = Appointment.objects.filter(cooperative_id=cooperative_id, since__lte=day).exclude(role=Role.ANGGOTA)
    return set(held.filter(Q(until=None) | Q(until__gte=day)).values_list("person_id", flat=True))


def locked_twice(cooperative_id: int, now: datetime) -> Fact:
    people = officers(cooperative_id, now)
    locked = (
        Authenticator.objects.filter(user_id__in=people, type__in=(APP, PASSKEY)).values("user_id").distinct().count()
    )
    words = gettext("%(n)s dari %(all)s pengurus dan pengawas memakai kunci kedua.")
    return Fact(locked == len(people) > 0, words % {"n": locked, "all": len(people)})


def devices(cooperative_id: int, now: datetime) -> Fact:
    """Nobody is signed in on more devices than a laptop and a telephone."""
    held = Sitting.objects.filter(
        person_id__in=officers(cooperative_id, now), ended_at=None, started_at__gt=now - limits.ABSOLUTE
    )
    places = set(held.values_list("person_id", "device_id"))
    many = {person for person, _device in places if sum(one == person for one, _other in places) > DEVICES}
    if many:
        return Fact(False, gettext("%(n)s orang masuk di lebih dari dua perangkat sekaligus.") % {"n": len(many)})
    return Fact(True, gettext("%(n)s perangkat sedang dipakai, paling banyak dua seorang.") % {"n": len(places)})


def asked(cooperative_id: int, now: datetime) -> Fact:
    """Nobody waits for longer than the law allows."""
    clocks = [one.clock for one in (*privacy.withdrawals(cooperative_id, now), *privacy.waiting(cooperative_id, now))]
    clocks += [case.clock for case in privacy.cases(cooperative_id, now) if case.waits]
    late = sum(one.late for one in clocks)
    words = gettext("%(n)s permintaan anggota atau kabar insiden menunggu, %(late)s terlambat.")
    return Fact(not late, words % {"n": len(clocks), "late": late})


def sealed(_cooperative_id: int, _at: datetime) -> Fact | None:
    """The key of what is sealed lies where only one user can read it."""
    facts = vault.facts() if is_own() else None
    if facts is None:
        return None
    if not facts.where:
        return Fact(False, gettext("Kunci data tidak ada di komputer ini."))
    if not facts.is_private:
        return Fact(False, gettext("Kunci data dapat dibaca orang lain di komputer ini."))
    return Fact(True, gettext("NIK dan foto disandi, dan kuncinya hanya dapat dibaca satu orang."))
