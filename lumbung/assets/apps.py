from django.apps import AppConfig

from lumbung.sql import guards


class AssetsConfig(AppConfig):
    name = "lumbung.assets"

    def ready(self):
        from lumbung.assets import books
        from lumbung.books import registry

        guards.register(__file__)
        registry.fill("inventaris", books.goods, record="assets:register", record_deed="assets.register")
