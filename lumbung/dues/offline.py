"""Dues received without a line: what is done with an item, and how older items read."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lumbung.dues import actions
from lumbung.dues.forms import PaymentForm
from lumbung.members import reports as register
from lumbung.members.models import Member
from lumbung.outbox import kinds
from lumbung.outbox.kinds import Done, Kind, Sent
from lumbung.web.words import Refused

LARGEST_ID = 2**63 - 1
CASH = "111100-0"  # the treasurer's cash, as the field for the place writes it


def take_dues(sent: Sent) -> Done:
    """Receive the dues that the form says."""
    form, member = sent.filled(PaymentForm, cooperative=sent.cooperative), _member(sent)
    receipt = actions.pay_dues(member=member, by=sent.person_id, **form.money())
    address = reverse("dues:receipt", kwargs={"slug": sent.cooperative.slug, "number": receipt.number})
    return Done(receipt.document, address)


def _member(sent: Sent) -> Member:
    """The member by her id: a letter of five hundred items should not read the whole register five hundred times."""
    said = str(sent.body.get("member", ""))
    known = said.isdecimal() and len(said) < 20 and int(said) <= LARGEST_ID
    member = register.get(sent.cooperative.id, int(said)) if known else None
    if member is None:
        raise Refused(_("Anggota ini tidak ditemukan. Tulis lagi, lalu pilih anggotanya."))
    return member


def from_1(body: dict) -> dict:
    """The day was called `on`."""
    return {"paid_on" if name == "on" else name: value for name, value in body.items()}


def from_2(body: dict) -> dict:
    """There was no question where the money was put: in the treasurer's cash."""
    return {"place": CASH, **body}


def introduce() -> None:
    """Let the outbox know."""
    upgrades = {1: from_1, 2: from_2}
    kinds.register(Kind("dues.pay", gettext_lazy("Terima iuran"), "dues.receive", 3, take_dues, upgrades, "dues:owed"))
    kinds.keep("dues:receive", "dues.receive", gettext_lazy("Terima iuran"), icon="coins")
    kinds.keep("dues:owed", "dues.receive", shown=False)
