from django.apps import AppConfig

from lumbung.sql import guards


class DuesConfig(AppConfig):
    name = "lumbung.dues"

    def ready(self):
        from lumbung.books import registry
        from lumbung.dues import books, panel
        from lumbung.members import panels

        guards.register(__file__)
        panels.show("dues/panel.html", panel.context, order=10)
        registry.fill("simpanan-anggota", books.savings, choices=books.members)
