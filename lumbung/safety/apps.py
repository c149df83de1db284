from django.apps import AppConfig

from lumbung.sql import guards


class SafetyConfig(AppConfig):
    name = "lumbung.safety"

    def ready(self):
        from lumbung.safety import looks

        guards.register(__file__)
        looks.introduce()
