"""Undoing a batch: every entry reversed, the latest first; people without entries leave the register."""

from datetime import date

from django.utils.translation import gettext as _

from lumbung import clock, ids
from lumbung.cooperatives.models import Cooperative
from lumbung.dues import actions as dues
from lumbung.dues.models import Payment
from lumbung.intake import reports
from lumbung.intake.actions.keeping import close_tasks
from lumbung.intake.models import Batch
from lumbung.intake.reports import hindrance
from lumbung.intake.rules.plan import REGISTER, RESTORE
from lumbung.ledger import actions as ledger
from lumbung.ledger.reports import entry
from lumbung.ledger.reports.entries import reversed_numbers
from lumbung.members import actions as members
from lumbung.members.models import Member
from lumbung.security.actions import record
from lumbung.sql import writes
from lumbung.web.dates import short_date
from lumbung.web.words import Refused


@writes
def undo(*, cooperative_id: int, batch_id: int, by: int, reason: str, today: date) -> Batch:
    """Take a batch back, visibly; a second time changes nothing. Reversals bear the days of what they reverse.

    Raises  Refused: no such batch, no reason, a month of it closed, or later records that lean on it
    """
    Cooperative.objects.select_for_update(no_key=True).get(id=cooperative_id)
    batch = reports.batch(cooperative_id, batch_id)
    if batch is None:
        raise Refused(_("Impor ini tidak ditemukan. Buka lagi dari daftar impor."))
    if batch.status == Batch.Status.UNDONE:
        return batch
    if not reason.strip():
        raise Refused(_("Tulis alasan pembatalan, misalnya “salah berkas”."))
    if words := hindrance.against_undoing(batch):
        raise Refused(words)
    _reverse_entries(batch, by, reason.strip())
    _take_people_back(batch, by, reason.strip(), today)
    close_tasks(batch, by)
    batch.status, batch.undone_by, batch.undone_at = Batch.Status.UNDONE, by, clock.now()
    batch.save(update_fields=["status", "undone_by", "undone_at"])
    record(cooperative_id=cooperative_id, person_id=by or None, deed="intake.undone", subject=str(batch.id))
    return batch


def _reverse_entries(batch: Batch, by: int, reason: str) -> None:
    coop = batch.cooperative_id
    gone = reversed_numbers(coop)
    payments = set(Payment.objects.filter(cooperative_id=coop).values_list("number", flat=True))
    numbers = [number for each in reports.entries_of(batch).values() for number in each]
    for number in sorted(numbers, reverse=True):
        if number in gone:
            continue
        day = entry(coop, number).booked_on
        facts = {"on": day, "by": by, "reason": reason, "request_id": ids.from_fact(f"intake-undo:{batch.id}:{number}")}
        if number in payments:
            posted = dues.reverse_payment(cooperative_id=coop, number=number, **facts)
            gone |= _reversed_by(coop, posted)
        else:
            ledger.reverse(coop, number, **facts)


def _reversed_by(cooperative_id: int, posted) -> set[int]:
    """A payment is undone whole: its other entry is gone as well."""
    return {entry(cooperative_id, one.number).reverses for one in posted}


def _take_people_back(batch: Batch, by: int, reason: str, today: date) -> None:
    """Whoever has entries stays, with a task; the others leave, since a row of the register is never taken away."""
    if batch.kind != "members":
        return
    rows = reports.rows_of(batch).filter(deed__in=[REGISTER, RESTORE]).values_list("member_id", flat=True)
    people = Member.objects.filter(cooperative_id=batch.cooperative_id, id__in=list(rows))
    busy = hindrance.with_entries(batch.cooperative_id)
    for member in people.order_by("number"):
        if member.id in busy or member.status in (Member.Status.LEFT, Member.Status.DECEASED):
            continue
        on = max(today, member.joined_on or today)
        told = f"Impor {batch.file_name} dibatalkan {short_date(today)}: {reason}"
        members.leave(member=member, on=on, reason=told[:160], by=by)
