from django.apps import AppConfig


class CooperativesConfig(AppConfig):
    name = "lumbung.cooperatives"
