"""Whose copies they are: a copy holds everybody's books, so its buttons stand where one cooperative has its own."""

import functools

from django.conf import settings
from django.contrib import messages
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lumbung.cooperatives.models import Cooperative
from lumbung.web.page import go
from lumbung.web.words import Refused


def is_own() -> bool:
    """Whether this installation is one cooperative's, or the demo."""
    return settings.DEMO or Cooperative.objects.count() == 1


def deed(view):
    """A button: posted, on one's own installation; a refusal becomes a message on the page."""

    @require_POST
    @functools.wraps(view)
    def inside(request, **kwargs):
        if not is_own():
            return told(request, _("Cadangan dibuat oleh pengelola server, untuk semua koperasi sekaligus."))
        try:
            return view(request, **kwargs)
        except Refused as refused:
            return told(request, str(refused))

    return inside


def told(request, words: str):
    messages.error(request, words)
    return back(request)


def back(request):
    return go(request, "backup:overview", slug=request.cooperative.slug)
