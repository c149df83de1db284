"""The language a person chose, the headers and the code of every answer, and pages folded small for a slow line."""

from django.core.exceptions import BadRequest
from django.http import HttpResponse
from django.middleware.gzip import GZipMiddleware
from django.shortcuts import render
from django.utils import translation
from django.utils.cache import patch_cache_control, patch_vary_headers

from lumbung import ids
from lumbung.sql import Busy

LANGUAGE_COOKIE, THEME_COOKIE = "bahasa", "tema"
LANGUAGES = (("id", "ID", "Bahasa Indonesia"), ("en", "EN", "English"))
THEMES = ("light", "dark")

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(self), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
}


def static_headers(headers, _path: str, _url: str) -> None:
    """A style sheet, script or picture says what it is, and a browser believes it."""
    headers["X-Content-Type-Options"] = HEADERS["X-Content-Type-Options"]


class NoughtMiddleware:
    """A sign of value nought in an address is nobody's typing, and PostgreSQL cannot even look for it."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if "\x00" in request.path or "%00" in request.META.get("QUERY_STRING", ""):
            raise BadRequest
        return self.get_response(request)


class LanguageMiddleware:
    """Indonesian unless the person's own switch says otherwise: a browser bought in English decides nothing."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        chosen = request.COOKIES.get(LANGUAGE_COOKIE)
        with translation.override(chosen if chosen in {code for code, _, _ in LANGUAGES} else "id"):
            request.LANGUAGE_CODE = translation.get_language()
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", request.LANGUAGE_CODE)
        patch_vary_headers(response, ["Cookie"])
        return response


class CodeMiddleware:
    """Every request has a code: shown when something went wrong, written beside it in the log, sent as a header."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.code = ids.new_code()
        response = self.get_response(request)
        response.headers["X-Request-Id"] = request.code
        return response


class HeadersMiddleware:
    """Security headers; and no copy of a signed-in page stays on a shared computer."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        if getattr(getattr(request, "user", None), "is_authenticated", False):
            patch_cache_control(response, no_store=True, private=True)
        return response


class FoldedMiddleware(GZipMiddleware):
    """Pages go compressed: a year of dues is 250 kB of HTML and 16 kB of news. Pictures and papers are small already.

    Against guessing from sizes (BREACH) Django pads each answer by chance and masks its token anew.
    """

    def process_response(self, request, response):
        if response.get("Content-Type", "").startswith(("text/", "application/json")):
            return super().process_response(request, response)
        return response


class CalmMiddleware:
    """A page for what would have none: a way in that an address does not know, and somebody else writing too long."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if response.status_code != 405 or response.content:
            return response
        headers = {"Allow": response["Allow"]}
        return _calm(request, "400.html", 405, headers)

    def process_exception(self, request, exception):
        return _calm(request, "503.html", 503, {"Retry-After": "20"}) if isinstance(exception, Busy) else None


def _calm(request, template: str, status: int, headers: dict) -> HttpResponse:
    answer = render(request, template, {"code": request.code}, status=status)
    for name, value in headers.items():
        answer.headers[name] = value
    return answer
