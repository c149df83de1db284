from django.apps import AppConfig

from lumbung.sql import guards


class MembershipConfig(AppConfig):
    name = "lumbung.membership"

    def ready(self):
        from lumbung.approvals import deeds
        from lumbung.ledger.actions import know_undo
        from lumbung.members import panels
        from lumbung.membership import panel
        from lumbung.membership.actions import approving, refuse_alone

        guards.register(__file__)
        deeds.know(approving.PAY_BACK, carry_out=approving.carry_out, tell=approving.tell)
        know_undo(refuse_alone, "member.settled", "member.merged")
        panels.show("membership/panel.html", panel.context, order=5)
