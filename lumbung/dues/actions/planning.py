"""From payments to entries: which months each settles, and which event that is."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.utils.translation import gettext as _

from lumbung import ids, money
from lumbung.dues import reports, rules
from lumbung.dues.models import Payment
from lumbung.dues.rules import Card, Part
from lumbung.ledger import actions as ledger
from lumbung.ledger.journal import CASH, Place
from lumbung.members.models import Member
from lumbung.web.dates import long_date
from lumbung.web.words import Refused

SUSPENSE = "212300"


class Due(NamedTuple):
    """One payment of a batch; as `pay_dues` takes it."""

    member: Member
    amount: int
    paid_on: date
    request_id: UUID
    cash: Place = CASH
    memo: str = ""

    @property
    def facts(self) -> tuple:
        """What a second tap of the same form must say again."""
        return self.member.id, self.amount, self.paid_on, tuple(self.cash)


class Line(NamedTuple):
    """One entry that a payment becomes."""

    due: Due
    event: str
    kind: str
    request_id: UUID
    parts: list[Part]

    @property
    def amount(self) -> int:
        return sum(part.amount for part in self.parts)


def preview(card: Card, amount: int, paid_on: date) -> list[Part]:
    """Which months an amount would settle.

    Raises  Refused: more than five years ahead, or more than a member who left owes
    """
    horizon = rules.later(rules.period_of(paid_on), rules.AHEAD)
    try:
        return rules.allocate(amount, card.room(horizon))
    except rules.TooMuch as over:
        most = amount - over.left
        if not most:
            raise Refused(_("Tidak ada iuran yang bisa dibayar. Periksa apakah ia anggota dan belum keluar.")) from over
        raise Refused(
            _("Paling banyak %(most)s yang bisa diterima sebagai iuran. Periksa jumlah nolnya."), most=money.show(most)
        ) from over


def lines_of(cooperative_id: int, dues: Sequence[Due]) -> list[Line]:
    """The entries of new payments; each sees the months that those before it have settled."""
    for due in dues:
        _refuse_impossible(due)
    members = {due.member.id: due.member for due in dues}
    cards = reports.cards(cooperative_id, members.values())
    bills = reports.open_bills(cooperative_id, members)
    return [line for due in dues for line in _plan(due, cards[due.member.id], bills.get(due.member.id, {}))]


def _refuse_impossible(due: Due) -> None:
    assert due.amount > 0, "a payment is above zero"
    member = due.member
    if member.status == Member.Status.APPLICANT:
        raise Refused(
            _("%(name)s masih calon anggota. Terima dulu simpanan pokoknya sampai lunas."), name=member.full_name
        )
    if member.joined_on and due.paid_on < member.joined_on:
        raise Refused(
            _("%(name)s baru bergabung %(day)s. Pilih tanggal sesudah itu."),
            name=member.full_name, day=long_date(member.joined_on),
        )  # fmt: skip


def _plan(due: Due, card: Card, billed: dict[str, int]) -> Iterator[Line]:
    """One entry, or two when billed and unbilled months are paid together; the second's request id follows from it."""
    parts = preview(card, due.amount, due.paid_on)
    card.take(parts)
    collected, other = rules.divide(parts, billed)
    for part in collected:
        billed[part.period] -= part.amount
    if other:
        event = "dues.paid" if len(other) == 1 else "dues.paid_many"
        yield Line(due, event, Payment.Kind.DUES, due.request_id, other)
    if collected:
        request_id = ids.from_fact(f"collected:{due.request_id}") if other else due.request_id
        yield Line(due, "dues.collected", Payment.Kind.COLLECTED, request_id, collected)


def draft(line: Line, by: int):
    """The draft of one entry, with words that people read in the book."""
    due, member = line.due, line.due.member
    months = rules.spoken([part.period for part in line.parts])
    words = due.memo or f"Simpanan wajib {months}, {member.full_name} ({member.number})"
    return ledger.draft_event(
        line.event, on=due.paid_on, amount=line.amount, holder=member.id, by=by, request_id=line.request_id,
        memo=words[:300], cash=due.cash, series=series_of(due.cash),
    )  # fmt: skip


def series_of(cash: Place) -> str:
    """Money that lay in suspense had its receipt when it came; naming it is a journal of its own (J06b)."""
    return "JU" if cash.account == SUSPENSE else ""
