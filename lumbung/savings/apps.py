from django.apps import AppConfig

from lumbung.sql import guards


class SavingsConfig(AppConfig):
    name = "lumbung.savings"

    def ready(self):
        from lumbung.members import panels
        from lumbung.savings import panel

        guards.register(__file__)
        panels.show("savings/panel.html", panel.context, order=5)
