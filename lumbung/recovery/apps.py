from django.apps import AppConfig

from lumbung.sql import guards


class RecoveryConfig(AppConfig):
    name = "lumbung.recovery"

    def ready(self):
        guards.register(__file__)
