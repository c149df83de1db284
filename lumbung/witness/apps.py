from django.apps import AppConfig

from lumbung.sql import guards


class WitnessConfig(AppConfig):
    name = "lumbung.witness"

    def ready(self):
        guards.register(__file__)
        from lumbung.ledger.actions import know_sealer
        from lumbung.witness.actions import sign_head

        know_sealer(sign_head)
