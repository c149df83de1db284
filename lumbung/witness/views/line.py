"""The address at which a witness answers other logs: c2sp.org/tlog-witness, add-checkpoint."""

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.http import HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from lumbung import clock
from lumbung.cooperatives.models import Cooperative
from lumbung.cooperatives.tenant import acting_for
from lumbung.witness.actions import watching
from lumbung.witness.reports.watching import watcher
from lumbung.witness.watching import LONGEST

MOST_A_MINUTE, MINUTE = 60, 60  # requests from one address
PLAIN = "text/plain; charset=utf-8"


@csrf_exempt
@require_POST
def add_checkpoint(request, slug, holder):
    """No account and no cookie: the log's signature is all that counts."""
    if _too_many(request):
        return HttpResponse("too many requests\n", status=429, content_type=PLAIN, headers={"Retry-After": str(MINUTE)})
    cooperative = Cooperative.objects.filter(slug=slug).first()
    if cooperative is None:
        return HttpResponse("no such witness\n", status=404, content_type=PLAIN)
    if len(request.body) > LONGEST:
        return HttpResponse("too long\n", status=413, content_type=PLAIN)
    with acting_for(cooperative.id):
        at_work = watcher(cooperative.id, holder)
        if at_work is None:
            return HttpResponse("no such witness\n", status=404, content_type=PLAIN)
        answer = watching.answer(watcher=at_work, text=request.body.decode("utf-8", "replace"), way="http")
    return HttpResponse(answer.body, status=answer.status, content_type=answer.content_type)


def _too_many(request) -> bool:
    """Counted by minute and address; what is counted is forgotten with the minute."""
    key = f"add-checkpoint:{get_adapter().get_client_ip(request)}:{clock.now():%d%H%M}"
    cache.add(key, 0, 2 * MINUTE)
    return cache.incr(key) > MOST_A_MINUTE
