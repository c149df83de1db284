"""Lines of a bank statement become entries or are told to be entries, until both sides are said to agree."""

from uuid import UUID

from django.utils.translation import gettext as _

from lumbung import clock, ids, money
from lumbung.cash import reports
from lumbung.cash.actions.money import draft
from lumbung.cash.actions.unidentified import keep_unidentified, unidentified_draft
from lumbung.cash.models import BankMatch, BankStatement, Reconciliation, StatementLine
from lumbung.cooperatives.actions import take_turn
from lumbung.ledger import actions as ledger
from lumbung.sql import writes
from lumbung.web.words import Refused

FEE, INTEREST, UNKNOWN = "biaya", "bunga", "belum-jelas"
WAYS = (FEE, INTEREST, UNKNOWN)
EVENTS = {FEE: "bank.fee", INTEREST: "bank.interest"}


@writes
def confirm(*, statement: BankStatement, pairs: list[tuple[int, int, int]], by: int) -> int:
    """Say which lines are which entries; what was said before stays.

    pairs   (statement, position, number of the entry)
    Shape   how many were said now
    Raises  Refused: the amounts differ, or one of the two is taken
    """
    take_turn(statement.cooperative_id)
    _refuse_agreed(statement)
    known = {(row.statement_id, row.position): row.number for row in reports.matches(statement)}
    new = [pair for pair in pairs if known.get(pair[:2]) != pair[2]]
    free = reports.free_lines(statement)
    for statement_id, position, number in new:
        _refuse_unlike(statement, free, (statement_id, position), number)
        _match(statement, statement_id, position, number, by)
    return len(new)


def _refuse_unlike(statement: BankStatement, free, key: tuple[int, int], number: int) -> None:
    lines, touches = free
    if key not in lines or number not in touches or lines[key].amount != reports.moved(touches[number]):
        raise Refused(
            _("Baris ini tidak dapat dipasangkan dengan catatan itu: jumlahnya lain, atau sudah berpasangan.")
        )
    del lines[key], touches[number]


def _match(statement: BankStatement, statement_id: int, position: int, number: int, by: int) -> BankMatch:
    return BankMatch.objects.create(
        cooperative_id=statement.cooperative_id, statement_id=statement_id, position=position,
        place_id=statement.place_id, number=number, by=by, matched_at=clock.now(),
    )  # fmt: skip


def _refuse_agreed(statement: BankStatement) -> None:
    if Reconciliation.objects.filter(cooperative_id=statement.cooperative_id, statement_id=statement.id).exists():
        raise Refused(
            _("Rekonsiliasi ini sudah selesai. Yang datang kemudian dicocokkan pada rekening koran berikutnya.")
        )


@writes
def release(*, statement: BankStatement, match_id: int, by: int) -> None:
    """It was another entry after all; a second tap changes nothing."""
    take_turn(statement.cooperative_id)
    _refuse_agreed(statement)
    BankMatch.objects.filter(
        cooperative_id=statement.cooperative_id, id=match_id, statement_id=statement.id, released_by=None
    ).update(released_by=by)


@writes
def book_line(*, statement: BankStatement, statement_id: int, position: int, way: str, by: int) -> int:
    """Book a line that only the bank knows, on its own day, and say that it is that entry. Once.

    way     the bank's fee (J43a), its interest (J43b), or money of unknown origin (J06)
    Shape   the number of the entry
    Raises  Refused: a fee that came in, interest that went out, a closed month, booked already as something else
    """
    take_turn(statement.cooperative_id)
    _refuse_agreed(statement)
    line = StatementLine.objects.get(
        cooperative_id=statement.cooperative_id, statement_id=statement_id, position=position
    )
    _refuse_wrong_way(line, way)
    request_id = ids.from_fact(f"bank:{statement_id}:{position}:{_attempt(statement, statement_id, position)}")
    number = _posted(statement, line, way, by, request_id)
    if not any((row.statement_id, row.position) == (statement_id, position) for row in reports.matches(statement)):
        _match(statement, statement_id, position, number, by)
    return number


def _attempt(statement: BankStatement, statement_id: int, position: int) -> int:
    """A line whose entry was taken from it again may be booked once more: that is another fact."""
    rows = BankMatch.objects.filter(
        cooperative_id=statement.cooperative_id, statement_id=statement_id, position=position
    )
    return rows.exclude(released_by=None).count()


def _refuse_wrong_way(line: StatementLine, way: str) -> None:
    if way == FEE and line.amount > 0:
        raise Refused(_("Uang ini masuk, jadi bukan biaya bank."))
    if way == INTEREST and line.amount < 0:
        raise Refused(_("Uang ini keluar, jadi bukan bunga bank."))


def _posted(statement: BankStatement, line: StatementLine, way: str, by: int, request_id: UUID) -> int:
    facts = {"amount": abs(line.amount), "on": line.booked_on, "by": by, "request_id": request_id,
             "place": statement.place}  # fmt: skip
    if way == UNKNOWN:
        one = unidentified_draft(inward=line.amount > 0, text=line.text or "-", **facts)
        posted = ledger.post(statement.cooperative_id, [one])[0]
        keep_unidentified(cooperative_id=statement.cooperative_id, posted=[(one, posted)])
        return posted.number
    one = draft(EVENTS[way], memo=line.text, **facts)
    return ledger.post(statement.cooperative_id, [one])[0].number


@writes
def agree(*, statement: BankStatement, by: int) -> Reconciliation:
    """Say that bank and book agree through the statement's last day.

    Raises  Refused: they do not, by so much
    """
    take_turn(statement.cooperative_id)
    shown = reports.sheet(statement)
    if shown.agreed:
        return shown.agreed
    if shown.unbooked or shown.proposed:
        raise Refused(_("Masih ada baris bank yang belum dipasangkan atau dibukukan. Selesaikan dulu, lalu ulangi."))
    if shown.form.difference:
        words = _("Bank dan buku masih berselisih %(amount)s. Cari dulu sebabnya.")
        raise Refused(words, amount=money.show(shown.form.difference))
    form = shown.form
    return Reconciliation.objects.create(
        cooperative_id=statement.cooperative_id, statement_id=statement.id, through=statement.end, bank=form.bank,
        book=form.book, outstanding=form.in_transit - form.not_cashed,
        unbooked=form.not_booked_in - form.not_booked_out, by=by, agreed_at=clock.now(),
    )  # fmt: skip
