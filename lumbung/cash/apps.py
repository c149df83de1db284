from django.apps import AppConfig

from lumbung.sql import guards


class CashConfig(AppConfig):
    name = "lumbung.cash"

    def ready(self):
        from lumbung.cash import offline
        from lumbung.cash.reports import officers
        from lumbung.ledger.reports import know_holders

        guards.register(__file__)
        offline.introduce()
        know_holders("till", officers.place_names)
        know_holders("bank", officers.place_names)
        know_holders("supplier", officers.supplier_names)
        know_holders("officer", officers.officer_names)
