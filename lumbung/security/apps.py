from django.apps import AppConfig

from lumbung.sql import guards


class SecurityConfig(AppConfig):
    name = "lumbung.security"

    def ready(self):
        guards.register(__file__)
