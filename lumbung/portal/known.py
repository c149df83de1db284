"""What a village knows of a member and tries first as her passphrase: her NIK, her day of birth, her telephone."""

from lumbung.cooperatives.tenant import acting_for
from lumbung.members import nik
from lumbung.members import reports as register
from lumbung.members.models import Member
from lumbung.security.passphrases import birth_spellings
from lumbung.security.reports import memberships


def of_member(member: Member) -> list[str]:
    born = birth_spellings(member.born_on) if member.born_on else []
    return [member.full_name, member.number, member.phone, nik.of(member) or "", *born]


def of_person(person) -> list[str]:
    """Of every member that a person is."""
    found = []
    for cooperative_id, member_id in memberships(person.id):
        with acting_for(cooperative_id):
            member = register.get(cooperative_id, member_id)
            found += of_member(member) if member else []
    return found
