from django.apps import AppConfig

from lumbung.sql import guards


class OutboxConfig(AppConfig):
    name = "lumbung.outbox"

    def ready(self):
        guards.register(__file__)
