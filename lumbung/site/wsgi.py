import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lumbung.site.settings")

from django.core.wsgi import get_wsgi_application

application = get_wsgi_application()

from lumbung.backup.memory import Remembering  # noqa: E402 (it asks the books, so Django must stand)

application = Remembering(application)
