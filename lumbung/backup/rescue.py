"""When the books cannot be served: one page on this computer, which brings a copy back. It asks no database.

Nobody can sign in without a database. What opens the door is the paper: a copy opens with two halves of a sheet only,
and the sheet must be one of this cooperative's.
"""

import os

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import include, path, re_path
from django.views.decorators.http import require_POST

from lumbung.backup import handing, heads, prepared, state
from lumbung.sql import SQLITE, engine
from lumbung.web.page import page
from lumbung.web.words import Refused

WHY = "LUMBUNG_RESCUE"
LOOPBACK = ("127.0.0.1", "localhost", "::1")
WITHOUT_DATABASE = (
    "whitenoise.middleware.WhiteNoiseMiddleware", "lumbung.web.middleware.CodeMiddleware",
    "django.middleware.security.SecurityMiddleware", "lumbung.web.middleware.FoldedMiddleware",
    "csp.middleware.CSPMiddleware", "lumbung.web.middleware.HeadersMiddleware",
    "lumbung.web.middleware.LanguageMiddleware", "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware", "django_htmx.middleware.HtmxMiddleware",
)  # fmt: skip


def helps(host: str, *, anew: bool = False) -> bool:
    """Whether there is something to bring back, by people at this very computer.

    anew  they say so themselves: the computer is new and remembers nothing
    """
    known = anew or bool(state.load()["keys"] or heads.remembered().heads)
    return engine() == SQLITE and host in LOOPBACK and known


def application(environ, start_response):
    """The page as a WSGI application of its own; made at the first question, in the process that answers."""
    global _application
    if _application is None:
        _application = make()
    return _application(environ, start_response)


_application = None


def make():
    from django.conf import settings
    from django.core.wsgi import get_wsgi_application

    settings.MIDDLEWARE, settings.ROOT_URLCONF = list(WITHOUT_DATABASE), "lumbung.backup.rescue"
    return get_wsgi_application()


def restore(request):
    return _shown(request)


def _shown(request, status=200, refusal="", **forms):
    why = refusal or os.environ.get(WHY, "")
    return page(request, "backup/rescue.html", status=status, why=why, rescue=True, live=True, **handing.facts(**forms))


@require_POST
def bring(request):
    form = handing.start(request, "rescue")
    return _shown(request, 422, form=form) if form else redirect("rescue:restore")


@require_POST
def use(request):
    try:
        form = handing.use(request)
    except Refused as refusal:
        return _shown(request, 422, refusal=str(refusal))
    return _shown(request, 422, use_form=form) if form else redirect("rescue:restore")


@require_POST
def discard(request):
    prepared.discard()
    return redirect("rescue:restore")


def progress(request):
    """The line of progress; a page that waits asks for all of itself when there is none any more."""
    told = handing.facts()
    if told["standing"].running:
        return page(request, "backup/progress.html", rescue=True, **told)
    return HttpResponse(headers={"HX-Refresh": "true"})


def elsewhere(request):
    return redirect("rescue:restore")


pages = [
    path("", restore, name="restore"),
    path("pulihkan/buka/", bring, name="bring"),
    path("pulihkan/pakai/", use, name="use"),
    path("pulihkan/batal/", discard, name="discard"),
    path("pulihkan/jalan/", progress, name="progress"),
]
urlpatterns = [
    path("", include((pages, "rescue"))),
    path("", include("lumbung.web.urls")),
    re_path("", elsewhere),
]
