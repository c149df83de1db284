from django.apps import AppConfig

from lumbung.sql import guards


class LedgerConfig(AppConfig):
    name = "lumbung.ledger"

    def ready(self):
        guards.register(__file__)
