from django.apps import AppConfig

from lumbung.sql import guards


class PortalConfig(AppConfig):
    name = "lumbung.portal"

    def ready(self):
        from lumbung.members import panels
        from lumbung.portal import panel

        guards.register(__file__)
        panels.show("portal/panel.html", panel.context, order=90)
