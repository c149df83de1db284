from django.apps import AppConfig

from lumbung.sql import guards


class AssetsConfig(AppConfig):
    name = "lumbung.assets"

    def ready(self):
        guards.register(__file__)
