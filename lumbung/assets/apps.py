from django.apps import AppConfig

from lumbung.sql import guards


class AssetsConfig(AppConfig):
    name = "lumbung.assets"

    def ready(self):
        from lumbung.assets.actions import undo_left
        from lumbung.ledger.actions import know_undo

        guards.register(__file__)
        know_undo(undo_left, "asset.sold", "asset.sold_below", "asset.written_off", "asset.worn_off")
