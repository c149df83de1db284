"""What stands on a member's page: what she allows, and the way to her copy and her requests."""

from django.utils.translation import get_language

from lumbung.members.models import Member
from lumbung.privacy import reports
from lumbung.security import rules as duties


def context(request, member: Member) -> dict:
    """The panel: one line for each use of her data."""
    return {
        "menu": "privacy/menu.html",
        "standings": reports.of_member(member, get_language() or "id"),
        "may_consent": duties.may(request.roles, "privacy.consent"),
    }
