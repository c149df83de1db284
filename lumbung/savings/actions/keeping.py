"""What all deeds of savings refuse alike, and how the book names a member."""

from django.utils.translation import gettext as _

from lumbung.members.models import Member
from lumbung.web.words import Refused

SAVINGS = "211100"
NOT_HERE = (Member.Status.APPLICANT, Member.Status.LEFT, Member.Status.DECEASED)


def refuse_no_member(member: Member) -> None:
    if member.status in NOT_HERE:
        raise Refused(
            _("%(name)s belum atau tidak lagi menjadi anggota. Simpanan hanya untuk anggota."), name=member.full_name
        )


def named(member: Member) -> str:
    """As the book says it."""
    return f"{member.full_name} ({member.number})"
