"""The paper card of a first sign-in: printed by an officer, used once, worthless after two weeks."""

import secrets
from datetime import timedelta
from typing import NamedTuple

from django.utils.translation import gettext as _

from lumbung import clock
from lumbung.cooperatives.models import Cooperative
from lumbung.cooperatives.tenant import acting_for
from lumbung.members.models import Member
from lumbung.portal import reports, rules
from lumbung.portal.known import of_member
from lumbung.portal.models import Card
from lumbung.security import actions as security
from lumbung.security.models import Person
from lumbung.security.reports import holds_office, person_of
from lumbung.sql import writes
from lumbung.web.words import Refused


class Printed(NamedTuple):
    """A card and its code, which is nowhere but here and on the paper."""

    card: Card
    code: str


@writes
def print_card(*, member: Member, by: int) -> Printed:
    """Make a card for a member; an earlier one that nobody used is worth nothing from now on.

    Raises  Refused: has left, or holds an office: whoever handles books and money is not let in by a slip of paper
    """
    if member.status in (Member.Status.LEFT, Member.Status.DECEASED):
        raise Refused(_("%(name)s bukan anggota lagi. Kartu hanya untuk anggota."), name=member.full_name)
    _refuse_officer(member)
    now = clock.now()
    Card.objects.filter(cooperative_id=member.cooperative_id, member_id=member.id, used_at=None, ended_at=None).update(
        ended_at=now
    )
    code = rules.code_of(secrets.randbelow(len(rules.ALPHABET)) for _place in range(rules.LENGTH))
    card = Card.objects.create(
        cooperative_id=member.cooperative_id, member_id=member.id, code_hash=reports.hashed(code), printed_by=by,
        printed_at=now, expires_at=now + timedelta(days=rules.DAYS),
    )  # fmt: skip
    security.record(cooperative_id=member.cooperative_id, person_id=by, deed="card.printed", subject=str(member.id))
    return Printed(card, code)


def _refuse_officer(member: Member) -> None:
    person = person_of(member.cooperative_id, member.id)
    if person and holds_office(person.id, clock.today()):
        raise Refused(
            _("%(name)s memegang jabatan dan masuk dengan kata sandinya sendiri. Kartu hanya untuk anggota biasa."),
            name=member.full_name,
        )


def enter(*, card: Card, login_name: str, passphrase: str) -> Person:
    """Give the member of a card an account with her own passphrase, or a new passphrase for the one she has.

    Raises  Refused: the card is used or too old, the name is taken, the passphrase too easy
    """
    member, person = reports.member_of_card(card), person_of(card.cooperative_id, card.member_id)
    is_new = person is None
    if is_new:
        facts = {"full_name": member.full_name, "honorific": _honorific(member)}
        known = of_member(member)
        person = security.prepared_person(login_name=login_name, passphrase=passphrase, also_known=known, **facts)
    else:
        security.prepare_passphrase(person, passphrase)
    with acting_for(card.cooperative_id):
        return _use(card, member, person, is_new)


def _honorific(member: Member) -> str:
    return {"P": "Bu", "L": "Pak"}.get(member.gender, "")


@writes
def _use(card: Card, member: Member, person: Person, is_new: bool) -> Person:
    """The card first: whoever comes second with it meets the refusal, and no account is left behind."""
    Cooperative.objects.select_for_update(no_key=True).get(id=card.cooperative_id)
    _refuse_officer(member)
    here = Card.objects.filter(cooperative_id=card.cooperative_id, id=card.id, used_at=None, ended_at=None)
    if not here.filter(expires_at__gt=clock.now()).update(used_at=clock.now(), used_by=person.id):
        raise Refused(_("Kartu ini sudah dipakai atau kedaluwarsa. Minta kartu baru kepada sekretaris."))
    if is_new:
        security.keep_person(person, None)
    else:
        security.keep_passphrase(person)
    security.appoint(
        cooperative_id=card.cooperative_id, person_id=person.id, role="anggota", since=clock.today(), by=person.id,
        member_id=member.id,
    )  # fmt: skip
    security.record(
        cooperative_id=card.cooperative_id, person_id=person.id, deed="card.used", subject=str(card.member_id)
    )
    return person
