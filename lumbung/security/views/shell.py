"""What a person's own pages share: her cooperative around them when she has one, and what needs a fresh passphrase."""

import functools

from django.contrib.auth.decorators import login_required
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from lumbung import clock
from lumbung.security import stepup
from lumbung.security.reports import cooperatives_of, roles_in


def own_page(view):
    """A page of whoever is signed in, in the frame of her cooperative when it is the only one."""

    @functools.wraps(view)
    @login_required
    def inside(request, **kwargs):
        mine = cooperatives_of(request.person.id, clock.today())
        if len(mine) == 1:
            request.cooperative = mine[0]
            request.roles = roles_in(mine[0].id, request.person.id, clock.today())
        return view(request, **kwargs)

    return inside


def fresh_page(view):
    """The same, for what changes the account: asked for the passphrase once more before it opens."""

    @own_page
    @functools.wraps(view)
    def inside(request, **kwargs):
        return stepup.asks(request) or view(request, **kwargs)

    return inside


def crumbs(*steps):
    return [(_("Akun saya"), reverse("me")), *steps]


def back_of(request) -> str:
    """Where she came from, when that is a page of ours; else her start."""
    back = request.POST.get("next") or request.GET.get("next") or ""
    return back if url_has_allowed_host_and_scheme(back, {request.get_host()}) and back.startswith("/") else "/"
