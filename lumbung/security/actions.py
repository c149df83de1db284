"""What is done to people and their appointments."""

from datetime import date

from allauth.mfa.models import Authenticator
from django.contrib.auth.hashers import make_password
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from lumbung import clock
from lumbung.security import notices, sittings, trail, trail_rules
from lumbung.security.models import (
    Acquaintance,
    Appointment,
    Event,
    Notice,
    Person,
    Pin,
    ProgrammeAppointment,
    Role,
    Sitting,
    SpareCode,
)
from lumbung.security.reports import roles_of_hand
from lumbung.security.rules import conflicting
from lumbung.security.signin import normal_name
from lumbung.sql import writes
from lumbung.sql.gate import at_the_end
from lumbung.web.words import Refused

SUBJECT = 120  # characters that an event keeps of what it is about


def create_person(*, login_name: str, full_name: str, passphrase: str, honorific="", phone="", by=None) -> Person:
    """Give a person an account.

    Raises  Refused: the name is taken, or the passphrase is too easy
    """
    facts = {"full_name": full_name, "honorific": honorific, "phone": phone}
    return keep_person(prepared_person(login_name=login_name, passphrase=passphrase, **facts), by)


def prepared_person(*, login_name: str, passphrase: str, also_known=(), **facts) -> Person:
    """An account to be, its passphrase made unreadable: slow on purpose, so it comes before the turn to write.

    also_known  what others know of her beside these facts, and a passphrase should not be made of
    Raises  Refused: no name, or the passphrase is too easy
    """
    name = normal_name(login_name)
    if not name:
        raise Refused(_("Tulis nama masuk, misalnya “siti”."))
    person = Person(login_name=name, created_at=clock.now(), **facts)
    person.also_known = also_known
    prepare_passphrase(person, passphrase)
    return person


def prepare_passphrase(person: Person, passphrase: str) -> None:
    """Set a passphrase on a person that `keep_person` or `keep_passphrase` writes.

    Raises  Refused: it is too easy
    """
    try:
        validate_password(passphrase, person)
    except ValidationError as error:
        raise Refused(" ".join(error.messages)) from error
    person.set_password(passphrase)


@writes
def keep_passphrase(person: Person, *, but: Sitting | None = None) -> None:
    """Write a prepared passphrase; whoever is signed in with the old one is out, except where she changed it."""
    person.save(update_fields=["password"])
    sittings.end_all(person.id, "passphrase", but=but)
    notices.tell([person.id], "passphrase.changed")
    record(cooperative_id=None, person_id=person.id, deed="passphrase.changed", subject=str(person.id))


@writes
def keep_person(person: Person, by: int | None) -> Person:
    """Write a prepared account.

    Raises  Refused: the name is taken
    """
    if Person.objects.filter(login_name=person.login_name).exists():
        raise Refused(_("Nama masuk “%(name)s” sudah dipakai. Pilih nama lain."), name=person.login_name)
    person.save(force_insert=True)
    record(cooperative_id=None, person_id=by, deed="person.created", subject=str(person.id))
    return person


@writes
def appoint(*, cooperative_id: int, person_id: int, role: str, since: date, by=None, member_id=None) -> Appointment:
    """Give a person a role; holding it already changes nothing.

    Raises  Refused: she, or the same hand through another account, holds a role that does not go with it
    """
    held = Appointment.objects.filter(cooperative_id=cooperative_id, person_id=person_id, role=role, until=None).first()
    if held:
        return held
    _refuse_conflict(cooperative_id, person_id, role, since, member_id)
    appointment = Appointment.objects.create(
        cooperative_id=cooperative_id, person_id=person_id, role=role, since=since, member_id=member_id
    )
    _another_role(person_id, by)
    record(cooperative_id=cooperative_id, person_id=by, deed="appointment.made", subject=f"{person_id} {role}")
    return appointment


def _another_role(person_id: int, by: int | None) -> None:
    """Whoever may do something else from now on signs in anew; not from under the one who does it herself."""
    if person_id != by:
        sittings.end_all(person_id, "appointment")


def _refuse_conflict(cooperative_id: int, person_id: int, role: str, since: date, member_id: int | None) -> None:
    others = conflicting(role, roles_of_hand(cooperative_id, person_id, since, member_id))
    if others:
        named = {"role": Role(role).label, "other": ", ".join(Role(one).label for one in sorted(others))}
        words = _(
            "Tugas %(role)s tidak boleh dirangkap dengan %(other)s. Akhiri dulu tugas yang satu, atau pilih orang lain."
        )
        raise Refused(words, **named)


@writes
def move_member(*, cooperative_id: int, old: int, new: int, by: int) -> None:
    """Whoever was one member is another row of the register from now on: two rows were one person."""
    if Appointment.objects.filter(cooperative_id=cooperative_id, member_id=old).update(member_id=new):
        record(cooperative_id=cooperative_id, person_id=by, deed="appointment.moved", subject=f"{old} {new}")


@writes
def forget_person(*, person: Person, by: int | None) -> None:
    """An account of which nothing is left but its number: nobody signs in with it, nobody is named by it."""
    person.login_name, person.full_name, person.honorific, person.phone = f"dihapus-{person.id}", "Akun dihapus", "", ""
    person.is_active, person.last_login = False, None
    person.set_unusable_password()
    person.save()
    for table in (Pin, SpareCode, Acquaintance, Notice):
        table.objects.filter(person_id=person.id).delete()
    Authenticator.objects.filter(user_id=person.id).delete()
    record(cooperative_id=None, person_id=by, deed="person.forgotten", subject=str(person.id))


@writes
def end_appointment(*, cooperative_id: int, person_id: int, role: str, until: date, by: int) -> None:
    """The role ends on this day; the row stays."""
    Appointment.objects.filter(cooperative_id=cooperative_id, person_id=person_id, role=role, until=None).update(
        until=until
    )
    _another_role(person_id, by)
    record(cooperative_id=cooperative_id, person_id=by, deed="appointment.ended", subject=f"{person_id} {role}")


@writes
def appoint_to_programme(*, person_id: int, role: str, since: date) -> ProgrammeAppointment:
    """Let a person see the totals of all cooperatives."""
    appointment, _new = ProgrammeAppointment.objects.get_or_create(
        person_id=person_id, role=role, until=None, defaults={"since": since}
    )
    return appointment


def set_pin(*, person_id: int, pin: str) -> None:
    """Six digits that open a person's own locked screen.

    Raises  Refused: not six digits, or the ones that everybody tries first
    """
    if len(pin) != 6 or not (pin.isascii() and pin.isdecimal()):
        raise Refused(_("PIN terdiri atas enam angka."))
    if len(set(pin)) < 3 or pin in "0123456789" or pin in "9876543210":
        raise Refused(_("PIN ini mudah ditebak. Pilih enam angka lain, bukan tanggal lahir."))
    _keep_pin(person_id, make_password(pin))


@writes
def _keep_pin(person_id: int, pin_hash: str) -> None:
    Pin.objects.update_or_create(person_id=person_id, defaults={"pin_hash": pin_hash, "set_at": clock.now()})
    notices.tell([person_id], "pin.set")
    record(cooperative_id=None, person_id=person_id, deed="pin.set", subject=str(person_id))


@writes
def set_own_device(*, sitting: Sitting, own: bool) -> None:
    """Say whether nobody else uses a device."""
    Acquaintance.objects.filter(person_id=sitting.person_id, device_id=sitting.device_id).update(own=own)


@writes
def record(*, cooperative_id: int | None, person_id: int | None, deed: str, subject="", detail: dict | None = None):
    """Add a line to the audit trail; what would break a line or paint a terminal is taken out of it."""
    event = Event.objects.create(
        at=clock.now(),
        cooperative_id=cooperative_id,
        person_id=person_id,
        deed=deed,
        subject=trail_rules.plain(subject)[:SUBJECT],
        detail=trail_rules.plain(detail or {}),
    )
    at_the_end(trail.grow, (cooperative_id or trail_rules.INSTALLATION, event.id))
    return event
