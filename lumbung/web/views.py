"""The switches everyone has, the pages for when something went wrong, and the style page."""

from urllib.parse import unquote

from django.conf import settings
from django.http import Http404, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from lumbung import money
from lumbung.web import samples, worker
from lumbung.web.middleware import LANGUAGE_COOKIE, LANGUAGES, THEME_COOKIE, THEMES
from lumbung.web.page import page

YEAR = 365 * 24 * 60 * 60


@require_POST
def language(request):
    """Keep the language a person chose for a year."""
    return _remember(request, LANGUAGE_COOKIE, request.POST.get("language"), {code for code, _, _ in LANGUAGES})


@require_POST
def theme(request):
    """Keep light or dark for a year; an empty choice follows the device."""
    return _remember(request, THEME_COOKIE, request.POST.get("theme"), set(THEMES))


def _remember(request, cookie, chosen, known) -> HttpResponse:
    back = unquote(request.POST.get("next") or "/")
    safe = url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure())
    response = HttpResponseRedirect(back if safe else "/")
    if chosen in known:
        response.set_cookie(cookie, chosen, max_age=YEAR, samesite="Lax", secure=request.is_secure())
    else:
        response.delete_cookie(cookie, samesite="Lax")
    return response


@require_safe
def spelled(request):
    """Terbilang of an amount being typed, as plain text; empty while it cannot be read."""
    try:
        words = money.words(money.parse(request.GET.get("q", "")[:40]))
    except money.Unreadable:
        words = ""
    return HttpResponse(words, content_type="text/plain; charset=utf-8")


@require_safe
def manifest(request):
    """What a phone needs to put Lumbung on its home screen."""
    icons = [
        {"src": static(f"web/logo-{size}.png"), "sizes": f"{size}x{size}", "type": "image/png"} for size in (192, 512)
    ]
    body = {
        "id": "/",
        "name": "Lumbung",
        "short_name": "Lumbung",
        "description": _("Pembukuan koperasi desa dan kelurahan"),
        "lang": "id",
        "start_url": "/",
        "scope": "/",
        "display": "standalone",
        "background_color": "#faf7f0",
        "theme_color": "#1a6645",
        "icons": icons,
    }
    return JsonResponse(body, content_type="application/manifest+json")


@require_safe
def service_worker(request):
    """The service worker: from the root, so that it may stand before every page; asked for anew each time."""
    return HttpResponse(
        worker.script(), content_type="text/javascript; charset=utf-8", headers={"Cache-Control": "no-cache"}
    )


@require_safe
def no_line(request):
    """What stands in for a page that cannot be fetched. Every device keeps it, so it names nobody."""
    return page(request, "web/no_line.html")


@require_safe
def style(request):
    """Every part on one page, with believable figures; only where the demo runs."""
    if not (settings.DEMO or settings.DEBUG):
        raise Http404
    request.cooperative, request.person, request.roles = samples.COOPERATIVE, samples.PERSON, ("bendahara",)
    return page(request, "web/style.html", **samples.everything())


# --- when something went wrong ---------------------------------------------------------------------------


def bad_request(request, exception=None):
    return render(request, "400.html", _code(request), status=400)


def forbidden(request, exception=None):
    return render(request, "403.html", {"reason": str(exception or ""), **_code(request)}, status=403)


def csrf_failure(request, reason=""):
    """The form is older than the sign-in, or cookies are off: say so instead of showing a code."""
    return render(request, "web/stale.html", _code(request), status=403)


def not_found(request, exception=None):
    return render(request, "404.html", _code(request), status=404)


def server_error(request):
    """Our own mistake: the page must come even when nothing else works, so it asks nobody anything."""
    return render(None, "500.html", _code(request), status=500)


def _code(request) -> dict:
    """What a person reads out to whoever helps her; the log has it beside what went wrong."""
    return {"code": getattr(request, "code", "")}
