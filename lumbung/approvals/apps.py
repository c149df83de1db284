from django.apps import AppConfig

from lumbung.sql import guards


class ApprovalsConfig(AppConfig):
    name = "lumbung.approvals"

    def ready(self):
        guards.register(__file__)
