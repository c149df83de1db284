from django.apps import AppConfig

from lumbung.sql import guards


class MembersConfig(AppConfig):
    name = "lumbung.members"

    def ready(self):
        from lumbung.books import registry
        from lumbung.members import books

        guards.register(__file__)
        registry.fill("daftar-anggota", books.register, record="members:new", record_deed="members.register")
