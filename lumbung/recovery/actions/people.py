"""Giving somebody an account and an office, and ending an office. The person alone chooses her passphrase."""

from datetime import timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from lumbung import clock
from lumbung.cooperatives.actions import take_turn
from lumbung.recovery import reports, rules
from lumbung.recovery.actions.cases import keep_case, make_code
from lumbung.recovery.models import Case
from lumbung.security import actions as security
from lumbung.security.models import Person, Role
from lumbung.security.signin import normal_name
from lumbung.sql import writes
from lumbung.web.words import Refused


@writes
def appoint_new(
    *, cooperative_id: int, login_name: str, full_name: str, role: str, basis: str, by: int, request_id: UUID
) -> tuple[Case, str]:
    """An account for somebody new, her office, and the code with which she makes her passphrase within ten minutes.

    Shape   the case, and its code, which is nowhere but here; "" when this request was answered before
    Raises  Refused: the name is taken, no basis
    """
    take_turn(cooperative_id)
    if earlier := Case.objects.filter(cooperative_id=cooperative_id, request_id=request_id).first():
        return earlier, ""
    case = keep_case(Case.Kind.FIRST, cooperative_id, account(login_name, full_name, by).id, by, basis, request_id)
    _appoint(cooperative_id, case.person_id, role, basis, by)
    return case, make_code(cooperative_id=cooperative_id, case_id=case.id, by=by)


def account(login_name: str, full_name: str, by: int) -> Person:
    """An account that nobody can sign in to yet."""
    name, full = normal_name(login_name), " ".join(full_name.split())
    if not name or not full:
        raise Refused(_("Tulis nama lengkap dan nama masuknya, misalnya “siti”."))
    person = Person(login_name=name, full_name=full, created_at=clock.now())
    person.set_unusable_password()
    return security.keep_person(person, by)


@writes
def appoint_known(*, cooperative_id: int, login_name: str, role: str, basis: str, by: int) -> Person:
    """An office for somebody who has an account already.

    Raises  Refused: no such account, for oneself, or an office she holds excludes it
    """
    take_turn(cooperative_id)
    person = Person.objects.filter(login_name=normal_name(login_name), is_active=True).first()
    if person is None:
        raise Refused(_("Tidak ada akun dengan nama masuk “%(name)s”. Periksa ejaannya."), name=login_name)
    _appoint(cooperative_id, person.id, role, basis, by)
    return person


def _appoint(cooperative_id: int, person_id: int, role: str, basis: str, by: int) -> None:
    if person_id == by:
        raise Refused(_("Jabatan Anda sendiri dicatat oleh pengurus lain, bukan oleh Anda."))
    if not basis.strip():
        raise Refused(_("Tulis dasarnya, misalnya: keputusan rapat anggota 12 Januari 2026."))
    held = reports.offices_here(cooperative_id, person_id, clock.today())
    if clash := rules.excluded(held, role):
        raise Refused(_("%(name)s sudah menjabat %(held)s. Satu orang tidak boleh merangkap %(held)s dan %(role)s."),
                      name=Person.objects.get(id=person_id).full_name, held=Role(clash).label.lower(),
                      role=Role(role).label.lower())  # fmt: skip
    security.appoint(cooperative_id=cooperative_id, person_id=person_id, role=role, since=clock.today(), by=by)


@writes
def end_office(*, cooperative_id: int, person_id: int, role: str, by: int) -> None:
    """The office is over from this moment on; what she did keeps her name.

    Raises  Refused: nobody would be left who can give offices
    """
    take_turn(cooperative_id)
    if role in reports.GIVERS and not reports.others_who_give(cooperative_id, person_id, role, clock.today()):
        raise Refused(_("Harus tetap ada ketua atau sekretaris. Angkat penggantinya dulu, lalu akhiri jabatan ini."))
    held = reports.appointment(cooperative_id, person_id, role)
    if held is None:
        raise Refused(_("Jabatan ini sudah berakhir. Muat ulang daftarnya."))
    until = max(held.since, clock.today() - timedelta(days=1))  # a day's appointment cannot end before it began
    security.end_appointment(cooperative_id=cooperative_id, person_id=person_id, role=role, until=until, by=by)
