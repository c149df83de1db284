"""Data saya as a file: for the member herself, and for an officer at her request. Taking one is written down, so it is
asked for by a form.
"""

from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lumbung import clock
from lumbung.members.paper import PDF, file
from lumbung.members.views.showing import get_member
from lumbung.privacy import actions, paper, reports
from lumbung.privacy.views.own import own
from lumbung.security.access import may

JSON = "application/json"


def _copy(request, member):
    kind = "json" if request.POST.get("kind") == "json" else "pdf"
    actions.copied(member=member, kind=kind, by=request.person.id)
    name = f"{_('data-saya')}-{request.cooperative.slug}-{member.number}.{kind}"
    if kind == "json":
        return file(reports.as_json(request.cooperative, member, clock.now()).encode(), JSON, name)
    return file(paper.copy(request.cooperative, member, clock.today()), PDF, name)


@require_POST
@own
def own_copy(request, member):
    """Her own."""
    return _copy(request, member)


@require_POST
@may("privacy.copy", step_up=True)
def copy(request, member_id):
    """A member's, at her request."""
    return _copy(request, get_member(request, member_id))
