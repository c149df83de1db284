from django.apps import AppConfig

from lumbung.sql import guards


class MembershipConfig(AppConfig):
    name = "lumbung.membership"

    def ready(self):
        from lumbung.members import panels
        from lumbung.membership import panel

        guards.register(__file__)
        panels.show("membership/panel.html", panel.context, order=5)
