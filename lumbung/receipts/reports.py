"""Questions about paper and messages: which copies exist, whose money a receipt is about, whom to remind."""

from datetime import date, datetime, time
from typing import NamedTuple

from lumbung import clock, money
from lumbung.cooperatives.models import Bylaw
from lumbung.cooperatives.reports import bylaws
from lumbung.dues import reports as dues
from lumbung.dues.reports.arrears import Arrear
from lumbung.dues.rules import Part, later, period_of, spoken
from lumbung.ledger import reports as books
from lumbung.ledger.chart import CHART
from lumbung.ledger.reports import JournalEntry
from lumbung.members import reports as register
from lumbung.members import wishes
from lumbung.members.models import Member
from lumbung.receipts import rules
from lumbung.receipts.models import Message, Printing

STAMP_LAW = "UU 10/2020 tentang Bea Meterai"


class Stamp(NamedTuple):
    """From which amount on a receipt carries a duty stamp, of how much, and who says so; sen."""

    above: int
    duty: int
    source: str


class Waiting(NamedTuple):
    """A member to be reminded, for these past months, and the words; `sent` when that was done this month."""

    arrear: Arrear
    parts: tuple[Part, ...]
    text: str
    sent: Message | None = None

    @property
    def member(self) -> Member:
        return self.arrear.member


class Queue(NamedTuple):
    """Reminders of a month: who waits, who got one, who has no number to send it to, who does not want any."""

    waiting: tuple[Waiting, ...]
    sent: tuple[Waiting, ...]
    unreachable: tuple[Arrear, ...]
    unwilling: tuple[Arrear, ...] = ()

    @property
    def total(self) -> int:
        return len(self.waiting) + len(self.sent)


# --- paper ----------------------------------------------------------------------------------------------------------


def printings(cooperative_id: int, number: int) -> list[Printing]:
    """The copies of an entry, in the order in which they were made."""
    return list(Printing.objects.filter(cooperative_id=cooperative_id, number=number).order_by("at", "copy"))


def printing(cooperative_id: int, number: int, kind: str, copy: int) -> Printing | None:
    """One copy; None when it was never made."""
    return Printing.objects.filter(cooperative_id=cooperative_id, number=number, kind=kind, copy=copy).first()


def stamp(cooperative_id: int, on: date) -> Stamp:
    """The duty in force on a day: as the cooperative has written it down, else as the law has it."""
    in_force = bylaws(cooperative_id, on)
    decided = Bylaw.objects.filter(
        cooperative_id=cooperative_id, key__in=["stamp_duty_above", "stamp_duty"], valid_from__lte=on
    )
    basis = decided.exclude(basis="").order_by("-valid_from").values_list("basis", flat=True).first()
    return Stamp(in_force.stamp_duty_above, in_force.stamp_duty, basis or STAMP_LAW)


# --- whose money ----------------------------------------------------------------------------------------------------


def member_of(entry: JournalEntry, cooperative_id: int) -> Member | None:
    """The one member whose savings an entry touches; None when there is none, or more than one."""
    found = {line.holder for line in entry.lines if line.holder and CHART[line.account].holder_kind == "member"}
    return register.get(cooperative_id, found.pop()) if len(found) == 1 else None


def receipt_text(cooperative, entry: JournalEntry, member: Member) -> str:
    """What is sent to a member about her money: how much, when, the document, what for, and what she has now."""
    paid = dues.payment(cooperative.id, entry.number)
    line = next(each for each in entry.lines if each.holder == member.id and each.credit)
    amount, name = (paid.amount if paid else line.credit), CHART[line.account].name.lower().removesuffix(" anggota")
    months = spoken([part.period for part in paid.months]) if paid and paid.months else ""
    balance = books.holder_balance(cooperative.id, line.account, member.id)
    return rules.receipt_text(
        to=rules.called(member.full_name, member.honorific, member.gender), amount=amount, on=entry.booked_on,
        document=entry.document, purpose=f"{name} {months}".strip(), balance=f"{name} {money.show(balance)}",
        house=cooperative.name, phrase=bylaws(cooperative.id, clock.today()).message_phrase,
    )  # fmt: skip


def messages_about(cooperative_id: int, number: int) -> list[Message]:
    """What was sent about an entry, the newest first."""
    return list(Message.objects.filter(cooperative_id=cooperative_id, number=number).order_by("-id"))


# --- whom to remind -------------------------------------------------------------------------------------------------


def queue(cooperative, on: date) -> Queue:
    """Everyone behind on a day, by who still waits for this month's reminder; left and found again at any time."""
    found = dues.arrears(cooperative.id, on)
    known = dues.cards(cooperative.id, [one.member for one in found])
    last, sent = later(period_of(on), -1), _sent_since(cooperative.id, on.replace(day=1))
    phrase = bylaws(cooperative.id, on).message_phrase
    no = wishes.refusing(cooperative.id, wishes.WHATSAPP, [one.member for one in found])
    mobile = [one for one in found if rules.is_mobile(one.member.phone)]
    each = [_waiting(cooperative.name, phrase, one, known[one.member.id].unpaid(last), sent) for one in mobile
            if one.member.id not in no]  # fmt: skip
    return Queue(
        tuple(one for one in each if not one.sent), tuple(one for one in each if one.sent),
        tuple(one for one in found if not rules.is_mobile(one.member.phone)),
        tuple(one for one in mobile if one.member.id in no),
    )  # fmt: skip


def waiting_for(cooperative, member: Member, on: date) -> Waiting | None:
    """One member's reminder; None when she owes nothing for past months."""
    parts = dues.card(member).unpaid(later(period_of(on), -1))
    if not parts:
        return None
    arrear = Arrear(member, len(parts), sum(part.amount for part in parts), parts[0].period)
    phrase = bylaws(cooperative.id, on).message_phrase
    return _waiting(cooperative.name, phrase, arrear, parts, _sent_since(cooperative.id, on.replace(day=1)))


def _waiting(house: str, phrase: str, one: Arrear, parts: list[Part], sent: dict[int, Message]) -> Waiting:
    to = rules.called(one.member.full_name, one.member.honorific, one.member.gender)
    periods = [part.period for part in parts]
    text = rules.reminder_text(to=to, amount=one.amount, periods=periods, house=house, phrase=phrase)
    return Waiting(one, tuple(parts), text, sent.get(one.member.id))


def _sent_since(cooperative_id: int, day: date) -> dict[int, Message]:
    """The newest reminder of each member since a day."""
    start = datetime.combine(day, time(), tzinfo=clock.ZONE)
    rows = Message.objects.filter(cooperative_id=cooperative_id, kind=Message.Kind.REMINDER, at__gte=start)
    return {row.member_id: row for row in rows.order_by("id")}
