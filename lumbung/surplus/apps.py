from django.apps import AppConfig

from lumbung.sql import guards


class SurplusConfig(AppConfig):
    name = "lumbung.surplus"

    def ready(self):
        guards.register(__file__)
