from django.apps import AppConfig

from lumbung.sql import guards


class IntakeConfig(AppConfig):
    name = "lumbung.intake"

    def ready(self):
        from lumbung.intake.reports.hindrance import against_undoing_alone
        from lumbung.ledger.actions import know_hindrance

        guards.register(__file__)
        know_hindrance(against_undoing_alone)
