"""A facilitator is let in for some hours, to read a few pages and no money; anyone of the officers ends it."""

from datetime import timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from lumbung import clock
from lumbung.cooperatives.actions import take_turn
from lumbung.recovery import reports, rules
from lumbung.security import actions as security
from lumbung.security.models import Helper, HelperEnd, Person
from lumbung.security.signin import normal_name
from lumbung.sql import writes
from lumbung.web.words import Refused


@writes
def give_help(*, cooperative_id: int, login_name: str, hours: int, reason: str, by: int, request_id: UUID) -> Helper:
    """Let somebody help until so many hours from now; a second tap finds the first.

    Raises  Refused: no such account, oneself, somebody who belongs here, no reason, longer than a day
    """
    take_turn(cooperative_id)
    if earlier := Helper.objects.filter(cooperative_id=cooperative_id, request_id=request_id).first():
        return earlier
    now, reason = clock.now(), " ".join(reason.split())
    if not reason:
        raise Refused(_("Tulis untuk apa ia mendampingi, misalnya: memeriksa cadangan dan pembaruan."))
    if not timedelta(0) < timedelta(hours=hours) <= rules.MOST_HELP:
        raise Refused(_("Pendampingan paling lama 24 jam. Sesudah itu beri izin lagi bila perlu."))
    person = _helper(cooperative_id, login_name)
    made = Helper.objects.create(
        cooperative_id=cooperative_id, person_id=person.id, given_by=by, reason=reason, since=now,
        until=now + timedelta(hours=hours), request_id=request_id,
    )  # fmt: skip
    facts = {"hours": hours, "helper": str(made.id)}
    security.record(
        cooperative_id=cooperative_id, person_id=by, deed="helper.let_in", subject=str(person.id), detail=facts
    )
    return made


def _helper(cooperative_id: int, login_name: str) -> Person:
    person = Person.objects.filter(login_name=normal_name(login_name), is_active=True).first()
    if person is None:
        raise Refused(_("Tidak ada akun dengan nama masuk “%(name)s”. Periksa ejaannya."), name=login_name)
    if reports.belongs(cooperative_id, person.id, clock.today()):
        raise Refused(_("Ia terdaftar di koperasi ini dan masuk dengan haknya sendiri. Pendamping adalah orang luar."))
    return person


@writes
def end_help(*, cooperative_id: int, helper_id: int, by: int) -> None:
    """It is over now; a second tap changes nothing."""
    take_turn(cooperative_id)
    made = Helper.objects.filter(cooperative_id=cooperative_id, id=helper_id).first()
    if made is None:
        raise Refused(_("Pendampingan ini tidak ditemukan. Muat ulang daftarnya."))
    if HelperEnd.objects.filter(cooperative_id=cooperative_id, helper_id=helper_id).exists():
        return
    HelperEnd.objects.create(cooperative_id=cooperative_id, helper_id=helper_id, by=by, at=clock.now())
    security.record(cooperative_id=cooperative_id, person_id=by, deed="helper.ended", subject=str(made.person_id))
