"""Who may open a page: the wall around a cooperative first, then the table of duties."""

import functools

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404

from lumbung import clock
from lumbung.cooperatives.models import Cooperative
from lumbung.cooperatives.tenant import acting_for
from lumbung.security import rules, stepup
from lumbung.security.reports import roles_here


def may(deed: str, *, step_up: bool = False):
    """Open a page of `/k/<slug>/…` to whoever has this deed there; the view gets the request without the slug.

    A stranger meets 404, an officer without the deed a page that says whom to ask, one without a second lock the page
    that puts it on.
    step_up  a form that is sent here also asks for the passphrase, when she last wrote it over five minutes ago
    """
    allowed = rules.DEEDS[deed]

    def decorate(view):
        @functools.wraps(view)
        @login_required
        def inside(request, slug, **kwargs):
            enter(request, slug)
            if allowed.isdisjoint(request.roles):
                refuse(request)
            with acting_for(request.cooperative.id):
                if answer := stepup.gate(request, deed, step_up=step_up):
                    return answer
                response = view(request, **kwargs)
                if hasattr(response, "render") and not response.is_rendered:
                    response.render()
                return response

        inside.deed, inside.allowed, inside.step_up = deed, allowed, step_up  # for the tests that walk every address
        return inside

    return decorate


def refuse(request) -> None:
    """An officer learns whom to ask; a facilitator meets nothing but what she was let in for."""
    request.refused_in, request.refusal = request.cooperative.id, "page.refused"
    raise Http404 if request.roles == {rules.HELPER} else PermissionDenied


def enter(request, slug: str) -> None:
    """Choose the cooperative of this request.

    Raises  Http404: no such cooperative, or this person is a stranger there
    """
    cooperative = Cooperative.objects.filter(slug=slug).first()
    roles = roles_here(cooperative.id, request.person.id, clock.now()) if cooperative else frozenset()
    if not roles:
        request.refused_in, request.refusal = cooperative and cooperative.id, "page.stranger"
        raise Http404
    request.cooperative, request.roles = cooperative, roles
