"""Paper and messages of the last days: receipts from the rounds of collecting, one printed twice, a few reminders."""

from datetime import date, datetime, timedelta

from lumbung import clock
from lumbung.demo.writer import Writer
from lumbung.demo.writing import EVENING
from lumbung.dues import reports as dues
from lumbung.ledger import reports as books
from lumbung.receipts import actions, reports
from lumbung.receipts.models import Message, Printing
from lumbung.receipts.rules import is_mobile

REMINDED = 3


def hand_out(writer: Writer, today: date) -> None:
    """Thanks and kuitansi for those who paid at the door; reminders to whoever is longest behind."""
    with clock.frozen(datetime.combine(today - timedelta(days=2), EVENING)):
        door = dues.collections(writer.id).last()
        for each in dues.taken(door)[:REMINDED]:
            _thank(writer, each.paid.payment.number)
        _print(writer, each.paid.payment.number, "58")
        _print(writer, each.paid.payment.number, "a5")
    with clock.frozen(datetime.combine(max(today.replace(day=1), today - timedelta(days=1)), EVENING)):
        for waiting in reports.queue(writer.cooperative, today).waiting[:REMINDED]:
            _send(writer, waiting.member, Message.Kind.REMINDER, waiting.text)


def _thank(writer: Writer, number: int) -> None:
    entry = books.entry(writer.id, number)
    member = reports.member_of(entry, writer.id)
    if is_mobile(member.phone):
        text = reports.receipt_text(writer.cooperative, entry, member)
        _send(writer, member, Message.Kind.RECEIPT, text, number=number)


def _send(writer: Writer, member, kind: str, text: str, **about) -> None:
    facts = {"by": writer.by, "at": clock.now(), "request_id": writer.request()}
    actions.send(member=member, kind=kind, text=text, **facts, **about)


def _print(writer: Writer, number: int, sheet: str) -> None:
    actions.print_copy(
        cooperative_id=writer.id, number=number, kind=Printing.Kind.RECEIPT, sheet=sheet, by=writer.by,
        at=clock.now(), request_id=writer.request(),
    )  # fmt: skip
