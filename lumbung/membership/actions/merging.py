"""Two rows of the register that are one person: balances move by entries, the old number points at the new one."""

from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.utils.translation import gettext as _

from lumbung import clock, ids
from lumbung.cooperatives.models import Cooperative
from lumbung.dues import actions as dues
from lumbung.dues import reports as dues_reports
from lumbung.ledger import actions as ledger
from lumbung.ledger import reports as books
from lumbung.ledger.actions import Posted
from lumbung.ledger.chart import ACCOUNTS
from lumbung.ledger.journal import Place
from lumbung.members import actions as members
from lumbung.members import nik
from lumbung.members.models import Member
from lumbung.members.reports import STANDING, TWICE, get
from lumbung.membership import reports
from lumbung.membership.models import Merge
from lumbung.security import actions as security
from lumbung.sql import writes
from lumbung.web.words import Refused

PRINCIPAL, DUES, SAVINGS = "310000", "320000", "211100"
FILLED = "phone rt rw address gender birth_place born_on occupation nickname".split()


class Step(NamedTuple):
    """One entry of a merge: `amount` sen out of one account of the old row into one of the kept row."""

    source: str
    target: str
    amount: int


@writes
def merge(*, kept: Member, gone: Member, reason: str, by: int, request_id: UUID) -> Merge:
    """Let `gone` live on in `kept`: every balance, every paid month, what only the other row knew of the person.

    Raises  Refused: the same row, one that was merged or cannot hold anything, a bill that is paid in part
    """
    coop = kept.cooperative_id
    Cooperative.objects.select_for_update(no_key=True).get(id=coop)
    if earlier := Merge.objects.filter(cooperative_id=coop, gone_id=gone.id).first():
        return earlier
    kept, gone = get(coop, kept.id), get(coop, gone.id)
    _refuse_impossible(kept, gone, reason)
    today = clock.today()
    dues.cancel_bills(member=gone, on=today, by=by)
    kept = _know_more(kept, gone, by)
    entries = [_move(step, kept, gone, today, by, request_id) for step in steps(kept, gone, today)]
    moved = next((number for step, number in entries if step.source == DUES), 0)
    dues.settle(member=gone, number=moved, on=today)
    _say_so(kept, gone, today, by)
    security.move_member(cooperative_id=coop, old=gone.id, new=kept.id, by=by)
    return Merge.objects.create(
        cooperative_id=coop, gone_id=gone.id, kept_id=kept.id, reason=reason.strip()[:160],
        entries=[number for _step, number in entries], by=by, at=clock.now(),
    )  # fmt: skip


def _refuse_impossible(kept: Member, gone: Member, reason: str) -> None:
    if kept.id == gone.id:
        raise Refused(_("Ini baris yang sama. Pilih dua nomor yang berbeda."))
    if reports.merged_into(kept) or kept.status not in (*STANDING, Member.Status.APPLICANT):
        raise Refused(
            _("%(number)s bukan anggota sekarang. Gabungkan ke nomor yang masih dipakai."), number=kept.number
        )
    if gone.status == Member.Status.DECEASED:
        raise Refused(_("%(name)s tercatat meninggal. Periksa dulu apakah orangnya sama."), name=gone.full_name)
    if not reason.strip():
        raise Refused(_("Tulis mengapa ini orang yang sama, misalnya “KTP sama, dua kali mendaftar”."))


def steps(kept: Member, gone: Member, on: date) -> list[Step]:
    """The entries of a merge. Principal beyond what one member owes becomes voluntary savings: nobody pays it twice."""
    held, found = books.holder_accounts(gone.cooperative_id, gone.id), []
    principal = held.pop(PRINCIPAL, 0)
    room = min(principal, dues_reports.principal_owed(kept, on))
    found += [Step(PRINCIPAL, PRINCIPAL, room)] if room else []
    found += [Step(PRINCIPAL, SAVINGS, principal - room)] if principal > room else []
    return found + [Step(code, code, amount) for code, amount in sorted(held.items())]


def _move(step: Step, kept: Member, gone: Member, on: date, by: int, request_id: UUID) -> tuple[Step, int]:
    """Post one step; what the old row owes goes the other way round."""
    old, new = Place(step.source, gone.id), Place(step.target, kept.id)
    if (ACCOUNTS[step.source].normal_side == "D") != (step.amount < 0):
        old, new = new, old
    request = ids.from_fact(f"merge:{request_id}:{step.source}:{step.target}")
    posted = ledger.post_event(
        "member.merged", kept.cooperative_id, on=on, amount=abs(step.amount), account=old, to=new, by=by,
        request_id=request, memo=f"Pindah dari {gone.number} ke {kept.number}, {kept.full_name}: tercatat dua kali",
    )  # fmt: skip
    if step.source == DUES and step.amount > 0:
        _take_over(posted, step, kept, on, by, request)
    return step, posted.number


def _take_over(posted: Posted, step: Step, kept: Member, on: date, by: int, request: UUID) -> None:
    dues.take_over(member=kept, posted=posted, amount=step.amount, on=on, by=by, request_id=request)


def _know_more(kept: Member, gone: Member, by: int) -> Member:
    """What only the old row says, and the earlier day of joining; the NIK stands in one row only."""
    more = {name: getattr(gone, name) for name in FILLED if not getattr(kept, name) and getattr(gone, name)}
    days = [day for day in (kept.joined_on, gone.joined_on) if day]
    if days and kept.status in STANDING:
        more["joined_on"] = min(days)
    words, number = f"{TWICE}: {gone.number}", nik.of(gone)
    if number and not nik.of(kept):
        members.correct(member=gone, by=by, reason=words, nik="")
        more["nik"] = number
    kept = members.correct(member=kept, by=by, reason=words, **more)
    if kept.status == Member.Status.APPLICANT and gone.joined_on and not _owes_after(kept, gone):
        kept = members.activate(member=kept, on=gone.joined_on, by=by)
    return kept


def _owes_after(kept: Member, gone: Member) -> bool:
    """Whether the applicant still owes principal when the old row's is added."""
    brought = books.holder_balance(gone.cooperative_id, PRINCIPAL, gone.id)
    return dues_reports.principal_owed(kept, clock.today()) > brought


def _say_so(kept: Member, gone: Member, on: date, by: int) -> None:
    """The old row leaves the register with words that lead to the other one."""
    words = f"{TWICE}, lihat {kept.number}"
    if gone.status == Member.Status.LEFT:
        members.correct(member=gone, by=by, reason=words, leave_reason=words)
    else:
        members.leave(member=gone, on=max(on, gone.joined_on or on), reason=words, by=by)
