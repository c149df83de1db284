from django.apps import AppConfig

from lumbung.sql import guards


class DuesConfig(AppConfig):
    name = "lumbung.dues"

    def ready(self):
        from lumbung.books import registry
        from lumbung.dues import books, offline, panel
        from lumbung.dues.actions import undo_entry
        from lumbung.ledger.actions import know_undo
        from lumbung.members import panels

        guards.register(__file__)
        know_undo(
            undo_entry, "dues.paid", "dues.paid_many", "dues.collected", "member.principal_paid", "receipt.was_dues",
            "receipt.was_principal", "opening.dues", "opening.principal",
        )  # fmt: skip
        offline.introduce()
        panels.show("dues/panel.html", panel.context, order=10)
        registry.fill("simpanan-anggota", books.savings, choices=books.members)
