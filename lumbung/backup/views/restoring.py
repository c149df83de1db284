"""The page that brings a copy back, for officers of a cooperative that keeps its own books."""

from django.contrib import messages
from django.utils.translation import gettext as _

from lumbung.backup import handing, prepared
from lumbung.backup.views.own import deed, is_own
from lumbung.security.access import may
from lumbung.security.actions import record
from lumbung.sql import SQLITE, engine
from lumbung.web.page import go, page
from lumbung.web.words import Refused


@may("backup.restore")
def restore(request):
    """Choose a copy; then what it lacks; then the switch."""
    return _shown(request)


def _shown(request, status=200, **forms):
    return page(
        request, "backup/restore.html", status=status, own=is_own(), here=engine() == SQLITE, **handing.facts(**forms)
    )


@may("backup.restore")
@deed
def bring(request):
    form = handing.start(request, request.person.full_name)
    if form:
        return _shown(request, 422, form=form)
    _remember(request, "backup.opened")
    return _back(request)


@may("backup.restore", step_up=True)
@deed
def use(request):
    try:
        form = handing.use(request)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return _back(request)
    if form:
        return _shown(request, 422, use_form=form)
    _remember(request, "backup.switched")
    return _back(request)


@may("backup.restore")
@deed
def discard(request):
    prepared.discard()
    messages.success(request, _("Dibatalkan. Pembukuan yang sekarang tidak disentuh."))
    return _back(request)


def _remember(request, what: str) -> None:
    record(cooperative_id=request.cooperative.id, person_id=request.person.id, deed=what)


def _back(request):
    return go(request, "backup:restore", slug=request.cooperative.slug)
