from django.apps import AppConfig

from lumbung.sql import guards


class MeetingsConfig(AppConfig):
    name = "lumbung.meetings"

    def ready(self):
        from lumbung.books.signing import know_officers
        from lumbung.meetings import books, reports

        guards.register(__file__)
        know_officers(reports.signers)
        books.fill()
