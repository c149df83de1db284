from django.apps import AppConfig


class IntakeConfig(AppConfig):
    name = "lumbung.intake"
