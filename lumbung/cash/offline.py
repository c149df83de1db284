"""Money in and out, recorded without a line: what is done with an item, and how older items read."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lumbung.approvals.models import Draft
from lumbung.cash.forms import money_form
from lumbung.cash.rules import by_slug, of_direction, slug_of
from lumbung.cash.views.money import do_deed
from lumbung.ledger import reports as books
from lumbung.outbox import kinds
from lumbung.outbox.kinds import Done, Kind, Sent
from lumbung.web.words import Refused

GENERAL = "0"  # the treasurer's cash, as the field for the place writes it


def take_in(sent: Sent) -> Done:
    """Money came in for the reason that the item names."""
    return _take(sent, inward=True)


def take_out(sent: Sent) -> Done:
    """Money went out for the reason that the item names."""
    return _take(sent, inward=False)


def _take(sent: Sent, *, inward: bool) -> Done:
    category = by_slug(str(sent.body.get("category", "")), inward)
    if category is None:
        raise Refused(_("Alasan uang ini tidak ada lagi dalam daftar. Tulis lagi lewat halaman kas."))
    if not category.without_line:
        raise Refused(_("Ini hanya bisa dicatat saat ada sambungan. Tulis lagi lewat halaman kas."))
    form = sent.filled(money_form(category), category=category, cooperative_id=sent.cooperative.id)
    number = do_deed(category, form, sent.person_id)
    if isinstance(number, Draft):  # above the limit: the chair decides, as with a line
        address = reverse("approvals:draft", kwargs={"slug": sent.cooperative.slug, "draft_id": number.id})
        return Done(_("menunggu ketua"), address)
    address = reverse("cash:entry", kwargs={"slug": sent.cooperative.slug, "number": number})
    return Done(books.entry(sent.cooperative.id, number).document, address)


def from_1(body: dict) -> dict:
    """The reason was the event of the ledger, `expense.stationery`; now it is the word in the address of its form."""
    event = body.get("category", "")
    for inward in (True, False):
        if event in {category.event for category in of_direction(inward) if category.group}:
            return {**body, "category": slug_of(event, inward)}
    return body


def from_2(body: dict) -> dict:
    """There was no question where the money lies: it was the treasurer's cash."""
    return {"place": GENERAL, **body}


def introduce() -> None:
    """Let the outbox know."""
    upgrades = {1: from_1, 2: from_2}
    kinds.register(Kind("cash.in", gettext_lazy("Uang masuk"), "cash.receive", 3, take_in, upgrades))
    kinds.register(Kind("cash.out", gettext_lazy("Uang keluar"), "cash.pay", 3, take_out, upgrades))
    kinds.keep("cash:incoming", "cash.receive", gettext_lazy("Uang masuk"), icon="arrow-down-to-line")
    kinds.keep("cash:outgoing", "cash.pay", gettext_lazy("Uang keluar"), icon="arrow-up-from-line")
    for inward, name, deed in ((True, "cash:receive", "cash.receive"), (False, "cash:pay", "cash.pay")):
        for category in of_direction(inward):
            if category.without_line:
                kinds.keep(name, deed, category.question, shown=False, kind=slug_of(category.event, inward))
