from django.apps import AppConfig

from lumbung.sql import guards


class SecurityConfig(AppConfig):
    name = "lumbung.security"

    def ready(self):
        guards.register(__file__)
        from django.contrib.auth.signals import user_login_failed

        from lumbung.security import refusals

        user_login_failed.connect(refusals.of_a_sign_in, dispatch_uid="the trail")
