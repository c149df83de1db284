from django.apps import AppConfig

from lumbung.sql import guards


class MembersConfig(AppConfig):
    name = "lumbung.members"

    def ready(self):
        guards.register(__file__)
