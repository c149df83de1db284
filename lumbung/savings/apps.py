from django.apps import AppConfig

from lumbung.sql import guards


class SavingsConfig(AppConfig):
    name = "lumbung.savings"

    def ready(self):
        from lumbung.approvals import deeds
        from lumbung.ledger.actions import know_undo
        from lumbung.members import panels
        from lumbung.savings import actions, panel
        from lumbung.savings.actions import approving

        guards.register(__file__)
        for name, carry_out in approving.DEEDS.items():
            deeds.know(name, carry_out=carry_out, tell=approving.tell)
        know_undo(actions.undo, *actions.MOVES)
        know_undo(actions.undo_placed, "term.placed", "term.placed_from_savings")
        know_undo(actions.undo_payment, "term.paid", "term.to_savings", "term.interest_paid", "term.forfeited",
                  "term.penalty")  # fmt: skip
        panels.show("savings/panel.html", panel.context, order=5)
