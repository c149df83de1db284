from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate


class SqlConfig(AppConfig):
    name = "lumbung.sql"

    def ready(self):
        from lumbung.sql import guards

        pre_migrate.connect(guards.before_migrate, sender=self, dispatch_uid="guards")
        post_migrate.connect(guards.after_migrate, sender=self, dispatch_uid="guards")
