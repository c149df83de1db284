from django.apps import AppConfig

from lumbung.sql import guards


class ReceiptsConfig(AppConfig):
    name = "lumbung.receipts"

    def ready(self):
        guards.register(__file__)
