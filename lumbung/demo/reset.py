"""Empty an installation that carries the mark of the pilot; reference data stays."""

from django.core.management.color import no_style
from django.db import connection, transaction

from lumbung.sql import guards

KEPT = (
    "django_content_type",
    "django_migrations",
    "auth_permission",
    "places_area",
    "places_holiday",
    "sql_fingerprint",
)


def empty() -> None:
    """All tables but the reference data; the guards step aside for this moment only."""
    tables = [name for name in connection.introspection.django_table_names(only_existing=True) if name not in KEPT]
    guards.drop()
    try:
        with connection.constraint_checks_disabled(), transaction.atomic():
            connection.ops.execute_sql_flush(connection.ops.sql_flush(no_style(), tables))
    finally:
        guards.create()
        guards.remember()  # what was emptied with the rest: without it nothing would be served
