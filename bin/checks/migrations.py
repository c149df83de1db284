"""Is every change of a model in a migration, and does Django find nothing wrong with the project?"""

import os
import sys
import tempfile

os.environ["DJANGO_SETTINGS_MODULE"] = "lumbung.site.settings"


def main():
    import django
    from django.core.management import call_command

    django.setup()
    call_command("check", "--fail-level", "WARNING")
    call_command("makemigrations", "--check", "--dry-run")


if __name__ == "__main__":
    # Its own data folder: makemigrations looks at the database's history, and the installation is none of its business.
    with tempfile.TemporaryDirectory() as folder:
        os.environ["LUMBUNG_HOME"] = folder
        os.environ.pop("DATABASE_URL", None)
        sys.exit(main())
