"""WhatsApp: a tap writes the text down and opens it in the person's own WhatsApp, who presses send.

Nothing goes by itself.
"""

from django.core.paginator import Paginator
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lumbung import clock
from lumbung.dues.rules import first_day
from lumbung.ledger import reports as books
from lumbung.members import reports as register
from lumbung.members.views.showing import get_member
from lumbung.receipts import actions, reports, rules
from lumbung.receipts.forms import SendForm
from lumbung.receipts.models import Message
from lumbung.security.access import may
from lumbung.security.reports import names
from lumbung.web.page import page
from lumbung.web.words import Refused

A_PAGE = 40


def _sent(request, member, **facts):
    """Write the text down, then open WhatsApp with it; where that cannot be, say why and where to mend it."""
    form = SendForm(request.POST)
    try:
        if not form.is_valid():
            raise Refused(_("Formulir ini tidak utuh. Muat ulang halaman, lalu kirim lagi."))
        facts |= {"by": request.person.id, "at": clock.now(), "request_id": form.cleaned_data["request_id"]}
        message = actions.send(member=member, **facts)
    except Refused as refusal:
        return page(request, "receipts/sent.html", status=422, refusal=refusal, member=member)
    to = rules.address(message.phone, message.text)
    answer = page(request, "receipts/sent.html", message=message, member=member, address=to)
    answer.headers["Refresh"] = f"0; url={to}"
    return answer


@may("messages.send")
@require_POST
def send(request, number):
    """Thanks for money that came in."""
    entry = books.entry(request.cooperative.id, number)
    member = entry and reports.member_of(entry, request.cooperative.id)
    if not member or not any(line.holder == member.id and line.credit for line in entry.lines):
        raise Http404
    text = reports.receipt_text(request.cooperative, entry, member)
    return _sent(request, member, kind=Message.Kind.RECEIPT, text=text, number=number)


@may("messages.send")
@require_POST
def remind(request, member_id):
    """What a member still owes for past months."""
    member = get_member(request, member_id)
    waiting = reports.waiting_for(request.cooperative, member, clock.today())
    if waiting is None:
        words = Refused(_("%(name)s tidak punya tunggakan lagi, jadi tidak perlu diingatkan."), name=member.full_name)
        return page(request, "receipts/sent.html", status=422, refusal=words, member=None)
    return _sent(request, member, kind=Message.Kind.REMINDER, text=waiting.text)


@may("messages.send")
def reminders(request):
    """Everyone who is behind, one after the other: `3 dari 12 terkirim`, left and found again at any time."""
    found = reports.queue(request.cooperative, clock.today())
    after = request.GET.get("sesudah", "")
    places = [str(one.member.id) for one in found.waiting]
    at = (places.index(after) + 1) % len(places) if after in places else 0
    current = found.waiting[at] if found.waiting else None
    return page(
        request, "receipts/reminders.html", "next", queue=found, current=current, crumbs=_crumbs(request),
        since=first_day(current.arrear.since) if current else None, today=clock.today(),
        called=names(one.sent.by for one in found.sent),
    )  # fmt: skip


def _crumbs(request) -> list:
    slug = {"slug": request.cooperative.slug}
    return [(_("Iuran"), reverse("dues:grid", kwargs=slug)), (_("Tunggakan"), reverse("dues:arrears", kwargs=slug)),
            (_("Ingatkan"), None)]  # fmt: skip


@may("messages.send")
def messages(request):
    """Every text that went out, as it went."""
    text = request.GET.get("cari", "")[:80]
    rows = Message.objects.filter(cooperative_id=request.cooperative.id).order_by("-id")
    if text:
        rows = rows.filter(text__icontains=text)
    shown = Paginator(rows, A_PAGE).get_page(request.GET.get("halaman"))
    people = register.names(request.cooperative.id, [row.member_id for row in shown])
    called = names(row.by for row in shown)
    return page(
        request, "receipts/messages.html", "rows", page_of=shown, text=text,
        rows=[(row, people.get(row.member_id, ""), called.get(row.by, "")) for row in shown],
    )  # fmt: skip
