from django.apps import AppConfig

from lumbung.sql import guards


class DuesConfig(AppConfig):
    name = "lumbung.dues"

    def ready(self):
        guards.register(__file__)
