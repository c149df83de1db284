from functools import partial

from django.apps import AppConfig

from lumbung.sql import guards


class CashConfig(AppConfig):
    name = "lumbung.cash"

    def ready(self):
        from lumbung.approvals import deeds
        from lumbung.books import registry
        from lumbung.cash import books, offline
        from lumbung.cash.actions import approving, undoing
        from lumbung.cash.reports import officers
        from lumbung.ledger.actions import know_undo
        from lumbung.ledger.reports import know_holders

        guards.register(__file__)
        for name in approving.DEEDS:
            deeds.know(name, carry_out=partial(approving.carry_out, name), tell=approving.tell)
        know_undo(undoing.undo_advance, "advance.given")
        know_undo(undoing.undo_unidentified, "receipt.unidentified", "payment.unidentified")
        offline.introduce()
        know_holders("till", officers.place_names)
        know_holders("bank", officers.place_names)
        know_holders("supplier", officers.supplier_names)
        know_holders("officer", officers.officer_names)
        registry.fill("buku-kas", books.cash)
        registry.fill("buku-bank", books.bank, choices=books.bank_choices)
        registry.fill("kas-umum-operasional", books.treasury, choices=books.treasury_choices)
        registry.fill("unit-usaha", books.units, choices=books.unit_choices)
