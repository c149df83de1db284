from django.apps import AppConfig

from lumbung.sql import guards


class CashConfig(AppConfig):
    name = "lumbung.cash"

    def ready(self):
        guards.register(__file__)
