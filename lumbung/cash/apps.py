from django.apps import AppConfig


class CashConfig(AppConfig):
    name = "lumbung.cash"
