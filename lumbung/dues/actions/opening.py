"""What members had paid before the books here began: J51 for each, and the months it was for."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.utils.translation import gettext as _

from lumbung import ids
from lumbung.cooperatives.actions import take_turn
from lumbung.dues import reports
from lumbung.dues.actions import keeping
from lumbung.dues.actions.keeping import Kept
from lumbung.dues.models import Payment, Start
from lumbung.dues.rules import Part, period_of
from lumbung.ledger import actions as ledger
from lumbung.ledger.actions import Posted
from lumbung.members import actions as members
from lumbung.members.models import Member
from lumbung.sql import writes
from lumbung.web.words import Refused


class Opening(NamedTuple):
    """What one member brings along; amounts in sen.

    dues         all simpanan wajib paid so far
    paid_months  of it, by month; a month with 0 was seen and not paid, so it is owed
    since        first month that counts; else the earliest of `paid_months`, else the month of the cutover
    """

    member: Member
    principal: int
    dues: int
    paid_months: dict[str, int]
    request_id: UUID
    since: str | None = None

    @property
    def parts(self) -> tuple[Part, ...]:
        return tuple(Part(period, amount) for period, amount in sorted(self.paid_months.items()) if amount)


class Opened(NamedTuple):
    """The entries of one opening; None where the amount was nil."""

    principal: Posted | None
    dues: Posted | None


@writes
def open_member(
    *, member: Member, principal: int, dues: int, paid_months: dict[str, int], on: date, by: int, request_id: UUID,
    since: str | None = None,
) -> Opened:  # fmt: skip
    """Book what a member had paid before the books here began; see `Opening`.

    Raises  Refused: months add up to more than the balance; month closed; request reused with other figures
    """
    opening = Opening(member, principal, dues, paid_months, request_id, since)
    return open_many(cooperative_id=member.cooperative_id, openings=[opening], on=on, by=by)[0]


@writes
def open_many(*, cooperative_id: int, openings: Iterable[Opening], on: date, by: int) -> list[Opened]:
    """Book many openings in a handful of statements. A second call changes nothing."""
    openings = list(openings)
    take_turn(cooperative_id)
    for opening in openings:
        _refuse_impossible(opening)
    slots = [slot for opening in openings for slot in _slots(opening)]
    drafts = [_draft(opening, kind, on, by) for opening, kind in slots]
    posted = ledger.post(cooperative_id, drafts) if drafts else []
    keeping.keep(cooperative_id, [_kept(*slot, entry, on) for slot, entry in zip(slots, posted, strict=True)])
    entries = {(opening.member.id, kind): entry for (opening, kind), entry in zip(slots, posted, strict=True)}
    answers = [_opened(opening, entries) for opening in openings]
    _keep_starts(cooperative_id, openings, answers, on)
    _activate(cooperative_id, openings, on, by)
    return answers


def _refuse_impossible(opening: Opening) -> None:
    assert min(opening.principal, opening.dues, *opening.paid_months.values(), 0) == 0, "amounts are not below zero"
    if sum(opening.paid_months.values()) > opening.dues:
        raise Refused(
            _("Bulan yang dibayar %(name)s lebih banyak dari saldo simpanan wajibnya. Periksa barisnya."),
            name=opening.member.full_name,
        )


def _slots(opening: Opening):
    if opening.principal:
        yield opening, Payment.Kind.OPENING_PRINCIPAL
    if opening.dues:
        yield opening, Payment.Kind.OPENING


def _draft(opening: Opening, kind: str, on: date, by: int):
    member, is_dues = opening.member, kind == Payment.Kind.OPENING
    label = "Saldo awal simpanan wajib" if is_dues else "Saldo awal simpanan pokok"
    return ledger.draft_event(
        "opening.dues" if is_dues else "opening.principal", on=on, by=by, holder=member.id,
        amount=opening.dues if is_dues else opening.principal, memo=f"{label} {member.full_name} ({member.number})",
        request_id=ids.from_fact(f"{kind}:{opening.request_id}"),
    )  # fmt: skip


def _kept(opening: Opening, kind: str, posted: Posted, on: date) -> Kept:
    is_dues = kind == Payment.Kind.OPENING
    amount, parts = (opening.dues, opening.parts) if is_dues else (opening.principal, ())
    return Kept(posted, opening.member.id, kind, amount, on, opening.request_id, parts=parts)


def _opened(opening: Opening, entries: dict) -> Opened:
    member_id = opening.member.id
    return Opened(
        entries.get((member_id, Payment.Kind.OPENING_PRINCIPAL)), entries.get((member_id, Payment.Kind.OPENING))
    )


def _keep_starts(cooperative_id: int, openings: list[Opening], answers: list[Opened], on: date) -> None:
    rows = [
        Start(
            cooperative_id=cooperative_id,
            member_id=opening.member.id,
            period=opening.since or min(opening.paid_months, default=period_of(on)),
            number=(opened.dues or opened.principal).number if opened.dues or opened.principal else None,
        )
        for opening, opened in zip(openings, answers, strict=True)
    ]
    Start.objects.bulk_create(
        rows, batch_size=200, update_conflicts=True, unique_fields=["cooperative_id", "member_id"],
        update_fields=["period", "number"],
    )  # fmt: skip


def _activate(cooperative_id: int, openings: list[Opening], on: date, by: int) -> None:
    """Applicants whose principal came in full are members."""
    for opening in openings:
        if opening.member.status == Member.Status.APPLICANT and not reports.principal_owed(opening.member, on):
            members.activate(member=opening.member, on=opening.member.applied_on or on, by=by)
