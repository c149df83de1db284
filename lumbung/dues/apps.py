from django.apps import AppConfig

from lumbung.sql import guards


class DuesConfig(AppConfig):
    name = "lumbung.dues"

    def ready(self):
        from lumbung.dues import offline, panel
        from lumbung.members import panels

        guards.register(__file__)
        offline.introduce()
        panels.show("dues/panel.html", panel.context, order=10)
