from django.apps import AppConfig

from lumbung.sql import guards


class AssetsConfig(AppConfig):
    name = "lumbung.assets"

    def ready(self):
        from lumbung.assets import books
        from lumbung.assets.actions import undo_left
        from lumbung.books import registry
        from lumbung.ledger.actions import know_undo

        guards.register(__file__)
        know_undo(undo_left, "asset.sold", "asset.sold_below", "asset.written_off", "asset.worn_off")
        registry.fill("inventaris", books.things, record="assets:register", record_deed="assets.register")
