"""What savings show on a member's page: what she has put aside, what she has put away, and the buttons for it."""

from lumbung import clock
from lumbung.savings.actions.keeping import NOT_HERE
from lumbung.savings.reports.savers import room
from lumbung.savings.reports.terms import deposits
from lumbung.security import rules as duties


def context(request, member) -> dict:
    """The panel of one member, in a handful of queries however long the history is."""
    today = clock.today()
    held = [one for one in deposits(member.cooperative_id, today, members=[member.id]) if one.is_open]
    return {
        "actions": "savings/panel_actions.html",
        "room": room(member, today), "held": held, "put_away": sum(one.deposit.amount for one in held),
        "may_receive": duties.may(request.roles, "savings.receive") and member.status not in NOT_HERE,
        "may_pay": duties.may(request.roles, "savings.pay"),
    }  # fmt: skip
