from django.apps import AppConfig

from lumbung.sql import guards


class IntakeConfig(AppConfig):
    name = "lumbung.intake"

    def ready(self):
        guards.register(__file__)
