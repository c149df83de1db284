"""What the portal adds to a member's page: whether she signs in by herself, and her card. Who looks is written down."""

from lumbung import clock
from lumbung.members.models import Member
from lumbung.portal import reports
from lumbung.portal.actions import looked
from lumbung.security import rules as duties

FIRST = ("pengawas", "ketua", "sekretaris", "bendahara", "kasir", "anggota")


def context(request, member: Member) -> dict:
    """The panel; and the member will see on her own page that this person looked."""
    role = next((role for role in FIRST if role in request.roles), "")
    looked(member=member, person_id=request.person.id, role=role, on=clock.today())
    return {
        **reports.card_standing(member),
        "may_print": duties.may(request.roles, "cards.print") and member.status not in ("left", "deceased"),
    }
