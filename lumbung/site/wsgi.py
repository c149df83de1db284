import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lumbung.site.settings")

from django.core.wsgi import get_wsgi_application  # noqa: E402 - the settings come first

application = get_wsgi_application()
