from django.apps import AppConfig

from lumbung.sql import guards


class BooksConfig(AppConfig):
    name = "lumbung.books"

    def ready(self):
        guards.register(__file__)
