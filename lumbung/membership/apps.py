from django.apps import AppConfig

from lumbung.sql import guards


class MembershipConfig(AppConfig):
    name = "lumbung.membership"

    def ready(self):
        from lumbung.ledger.actions import know_undo
        from lumbung.members import panels
        from lumbung.membership import panel
        from lumbung.membership.actions import refuse_alone

        guards.register(__file__)
        know_undo(refuse_alone, "member.settled", "member.merged")
        panels.show("membership/panel.html", panel.context, order=5)
