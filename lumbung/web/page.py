"""One way to answer: a whole page, or the one named part that htmx asked for."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.cache import patch_vary_headers


def page(request, template, part=None, status=200, **context) -> HttpResponse:
    """Answer with `template`; for an htmx request with its partial `part` alone.

    part      name of a `{% partialdef %}`; the whole page must choose the same part by its context,
              so that the answer without script says the same
    status    422 for a form with mistakes is swapped in as well
    """
    wanted = f"{template}#{part}" if part and wants_part(request) else template
    response = render(request, wanted, context, status=status)
    if wants_part(request):
        response.write(_toasts(request))
    patch_vary_headers(response, ["HX-Request"])
    return response


def wants_part(request) -> bool:
    """Whether htmx asks for a fragment; boosted links and history restores want the whole page."""
    whole = "HX-Boosted" in request.headers or "HX-History-Restore-Request" in request.headers
    return request.headers.get("HX-Request") == "true" and not whole


def go(request, to, *args, **kwargs) -> HttpResponse:
    """Send the person on to another page, after a form with or without script."""
    response = redirect(to, *args, **kwargs)
    if not wants_part(request):
        return response
    return HttpResponse(status=204, headers={"HX-Redirect": response.url})


def _toasts(request) -> str:
    """Messages that wait, as an out-of-band addition to the live region of the page already shown."""
    if not getattr(request, "_messages", None):
        return ""
    return render_to_string("web/toasts.html", {"messages": messages.get_messages(request), "swap": True})
