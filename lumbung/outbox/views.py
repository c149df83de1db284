"""What waits on the device, what came of it, and the door through which it is sent."""

import json

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, JsonResponse
from django.middleware.csrf import get_token
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from lumbung import clock
from lumbung.cooperatives.actions import close_task
from lumbung.cooperatives.reports import open_tasks
from lumbung.outbox import actions, kinds, reports
from lumbung.outbox.models import Receipt
from lumbung.outbox.rules import LONGEST, Unreadable, read_item
from lumbung.security import cooling
from lumbung.security import rules as duties
from lumbung.security.access import may
from lumbung.security.rules import PAYS_OUT
from lumbung.web.page import go, page


@require_safe
@may("outbox.send")
def waiting(request):
    """Belum terkirim: the list itself lies on the device; beneath it what has arrived from this person."""
    receipts = reports.receipts_of(request.cooperative.id, request.person.id)
    for receipt in receipts:
        receipt.label = _label(receipt)
        receipt.clock_wrong = reports.written_before_it_was(receipt)
    return page(request, "outbox/waiting.html", receipts=receipts)


@require_http_methods(["GET", "POST"])
@may("outbox.send")
def send(request):
    """GET: who is signed in, with a fresh token. POST: items, each answered once and for all."""
    if request.method == "GET":
        return JsonResponse(_who(request))
    try:
        given = json.loads(request.body)["items"]
        items = [read_item(one) for one in given]
    except (ValueError, KeyError, TypeError, AttributeError, Unreadable):
        return JsonResponse({"answers": []}, status=400)
    if len(items) > LONGEST:
        return JsonResponse({"answers": []}, status=400)
    answers = actions.take_many(
        cooperative=request.cooperative,
        person_id=request.person.id,
        roles=request.roles,
        items=items,
        held=PAYS_OUT if cooling.until(request) else frozenset(),
    )
    return JsonResponse({"answers": [answer._asdict() for answer in answers]})


def _who(request) -> dict:
    """Ids as text: a script's numbers end at 2^53."""
    return {
        "person": str(request.person.id), "cooperative": str(request.cooperative.id), "token": get_token(request),
        "now": clock.now().isoformat(), "today": clock.today().isoformat(),
        "pages": kinds.pages_for(request.cooperative.slug, request.roles),
    }  # fmt: skip


@may("outbox.see")
def refused(request, receipt_id):
    """An item that was refused: what was written, why it was not taken; and the tick that settles it."""
    receipt = Receipt.objects.filter(id=receipt_id).first()
    if receipt is None:
        raise Http404
    may_settle = receipt.person_id == request.person.id or duties.may(request.roles, "tasks.answer")
    tasks = open_tasks(request.cooperative.id, subject_kind=actions.SUBJECT, subject_id=receipt.id)
    if request.method == "POST":
        if not may_settle:
            raise PermissionDenied
        for task in tasks:
            close_task(cooperative_id=request.cooperative.id, task_id=task.id, by=request.person.id)
        messages.success(request, _("Dicatat sudah beres."))
        return go(request, "outbox:refused", slug=request.cooperative.slug, receipt_id=receipt.id)
    receipt.label = _label(receipt)
    return page(request, "outbox/refused.html", receipt=receipt, tasks=tasks, may_settle=may_settle)


def _label(receipt: Receipt) -> str:
    kind = kinds.KINDS.get(receipt.kind)
    return str(kind.label) if kind else receipt.kind
