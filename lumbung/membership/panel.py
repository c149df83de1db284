"""What a farewell or a merge adds to a member's page: where it stands, and what can be done about it."""

from lumbung.members.models import Member
from lumbung.membership import reports
from lumbung.security import rules as duties


def context(request, member: Member) -> dict:
    """The panel; nothing of it is drawn for a member who is simply here."""
    deeds, gone = duties.deeds_of(request.roles), member.status in reports.GONE
    into, farewell = reports.merged_into(member) if gone else None, reports.farewell(member)
    return {
        "menu": "membership/menu.html",
        "actions": "membership/actions.html",
        "into": into,
        "others": reports.merged_from(member),
        "farewell": farewell,
        "unsettled": gone and not farewell and not into and reports.account_of(member).has,
        "gone": gone,
        "may_leave": "members.leave" in deeds,
        "may_merge": "members.merge" in deeds,
        "may_refund": "members.refund" in deeds,
    }
