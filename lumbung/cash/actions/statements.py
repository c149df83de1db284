"""A file of the bank comes in: the next one after the last, whole, adding up."""

from datetime import date, timedelta

from django.utils.translation import gettext as _

from lumbung import clock, money
from lumbung.cash.actions.refusals import refuse_not_a_bank
from lumbung.cash.models import BankStatement, CashPlace, StatementLine
from lumbung.cash.statements import Told
from lumbung.cooperatives.actions import take_turn
from lumbung.sql import writes
from lumbung.web.dates import long_date
from lumbung.web.words import Refused


@writes
def keep_statement(*, place: CashPlace, told: Told, file_name: str, by: int, through: date) -> BankStatement:
    """Keep what the bank printed; the same file again is the first one.

    through  the last day that it covers: there may have been no movement on it
    Raises   Refused: no bank account, nothing in it, days that an earlier statement has, balances that do not add up
    """
    refuse_not_a_bank(place)
    take_turn(place.cooperative_id)
    rows = BankStatement.objects.filter(cooperative_id=place.cooperative_id, place_id=place.id)
    if earlier := rows.filter(sha256=told.sha256).first():
        return earlier
    last = rows.order_by("-end").first()
    _refuse_unfit(place, told, last)
    days = [line.on for line in told.lines]
    start = last.end + timedelta(days=1) if last else min(days).replace(day=1)
    kept = BankStatement.objects.create(
        cooperative_id=place.cooperative_id, place_id=place.id, file_name=file_name[-120:], sha256=told.sha256,
        start=start, end=max(through, *days), opening=told.opening, closing=told.closing, imported_by=by,
        imported_at=clock.now(),
    )  # fmt: skip
    StatementLine.objects.bulk_create(
        StatementLine(cooperative_id=place.cooperative_id, statement_id=kept.id, position=position, booked_on=line.on,
                      amount=line.amount, text=line.text[:300])
        for position, line in enumerate(told.lines, start=1)
    )  # fmt: skip
    return kept


def _refuse_unfit(place: CashPlace, told: Told, last: BankStatement | None) -> None:
    if not told.lines:
        raise Refused(_("Tidak ada satu pun mutasi di berkas ini. Unduh lagi rekening korannya dari bank."))
    if last and min(line.on for line in told.lines) <= last.end:
        words = _("Rekening koran %(place)s sampai %(day)s sudah ada. Kirim yang mulai sesudah tanggal itu.")
        raise Refused(words, place=place, day=long_date(last.end))
    counted = told.opening + sum(line.amount for line in told.lines)
    if counted != told.closing:
        words = _("Saldo akhir di berkas %(told)s, tetapi mutasinya berjumlah %(counted)s. Ada baris yang hilang.")
        raise Refused(words, told=money.show(told.closing), counted=money.show(counted))
    if last and told.opening != last.closing:
        words = _("Saldo awal berkas ini %(opening)s, padahal rekening koran sebelumnya berakhir %(closing)s."
                  " Ada hari yang terlewat: kirim dulu yang di antaranya.")  # fmt: skip
        raise Refused(words, opening=money.show(told.opening), closing=money.show(last.closing))
