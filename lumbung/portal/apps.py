from django.apps import AppConfig

from lumbung.sql import guards


class PortalConfig(AppConfig):
    name = "lumbung.portal"

    def ready(self):
        from lumbung.books import registry
        from lumbung.members import panels
        from lumbung.portal import books, panel

        guards.register(__file__)
        panels.show("portal/panel.html", panel.context, order=90)
        registry.also("saran-anggota", books.by_phone)
