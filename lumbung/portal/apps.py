from django.apps import AppConfig

from lumbung.sql import guards


class PortalConfig(AppConfig):
    name = "lumbung.portal"

    def ready(self):
        from lumbung.members import panels
        from lumbung.portal import known, panel
        from lumbung.security import passphrases

        guards.register(__file__)
        passphrases.KNOWERS.append(known.of_person)
        panels.show("portal/panel.html", panel.context, order=90)
