"""What every template may ask: the places, the theme, the cooperative whose books are open."""

from django.conf import settings
from django.utils.translation import get_language

from lumbung import clock
from lumbung.web import nav, worker
from lumbung.web.middleware import LANGUAGES, THEME_COOKIE, THEMES


def shell(request) -> dict:
    """`nav`, `tabs`, `theme` ("", "light", "dark"), `cooperative`, `person`, `languages`, `demo`,
    `today_iso` and `build` (of what, and when, a device keeps copies)."""
    cooperative = getattr(request, "cooperative", None)
    theme = request.COOKIES.get(THEME_COOKIE, "")
    shown = nav.shown(cooperative.slug, request.path, getattr(request, "roles", ())) if cooperative else []
    return {
        "nav": shown,
        "tabs": [place for place in shown if place["tab"]][:5],
        "cooperative": cooperative,
        "person": getattr(request, "person", None) or getattr(request, "user", None),
        "theme": theme if theme in THEMES else "",
        "languages": LANGUAGES,
        "LANGUAGE_CODE": get_language() or "id",
        "today_iso": clock.today().isoformat(),
        "build": worker.build(),
        "demo": getattr(settings, "DEMO", False),
    }
