from django.apps import AppConfig

from lumbung.sql import guards


class WitnessConfig(AppConfig):
    name = "lumbung.witness"

    def ready(self):
        guards.register(__file__)
        from lumbung.ledger.actions import know_sealer
        from lumbung.witness.actions import sign_head

        know_sealer(sign_head)
        from lumbung.security import trail
        from lumbung.witness.actions.trail import SEALER

        trail.know_sealer(SEALER)
        from lumbung.receipts import proofs
        from lumbung.witness.reports import receipt

        proofs.provide(receipt)
