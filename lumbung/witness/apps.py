from django.apps import AppConfig

from lumbung.sql import guards


class WitnessConfig(AppConfig):
    name = "lumbung.witness"

    def ready(self):
        guards.register(__file__)
        from lumbung.ledger.actions import know_follower
        from lumbung.witness.actions import follow

        know_follower(follow)
