from django.apps import AppConfig

from lumbung.sql import guards


class SupervisionConfig(AppConfig):
    name = "lumbung.supervision"

    def ready(self):
        guards.register(__file__)
