from django.apps import AppConfig

from lumbung.sql import guards


class OutboxConfig(AppConfig):
    name = "lumbung.outbox"

    def ready(self):
        from lumbung.outbox import kinds

        guards.register(__file__)
        kinds.keep("outbox:waiting", "outbox.send", shown=False)
