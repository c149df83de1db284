"""Vouch for, approve, refuse. Of eight approvals at once one posts and the others meet its result."""

from django.utils.translation import gettext as _

from lumbung import clock, ids
from lumbung.approvals import reports, rules
from lumbung.approvals.actions.keeping import Verdict, decide, still_open
from lumbung.approvals.deeds import known
from lumbung.approvals.models import Decision, Draft, Endorsement
from lumbung.cooperatives.actions import take_turn
from lumbung.security.actions import record
from lumbung.sql import writes
from lumbung.web.words import Refused


@writes
def endorse(*, cooperative_id: int, draft_id: int, digest: str, by: int) -> Endorsement:
    """Vouch for what needs two: whoever decides comes after. Twice is once.

    Raises  Refused: it needs only one; as `approve`
    """
    take_turn(cooperative_id)
    draft = _seen(cooperative_id, draft_id, digest)
    refuse_unfit(draft, by)
    if draft.needs < 2:
        raise Refused(_("Ajuan ini cukup diputuskan ketua."))
    made, _new = Endorsement.objects.get_or_create(
        cooperative_id=cooperative_id, draft_id=draft.id, version=draft.version, endorser=by,
        defaults={"digest": draft.digest, "at": clock.now()},
    )  # fmt: skip
    return made


@writes
def approve(*, cooperative_id: int, draft_id: int, digest: str, by: int) -> Decision:
    """Post what waits, with both names. Whoever approves it again meets the same entry.

    digest  of the version that was seen
    Raises  Refused: made by oneself or for oneself, changed since, refused or taken back; another must vouch first;
            or what the deed itself refuses
    """
    return _post(cooperative_id, draft_id, digest, by)


@writes
def stand_in(*, cooperative_id: int, draft_id: int, digest: str, by: int, reason: str) -> Decision:
    """Another officer approves because the chair cannot and it cannot wait: with a reason, and the supervisor is told.

    Raises  Refused: as `approve`; no reason
    """
    reason = " ".join(reason.split())
    if len(reason) < rules.SHORTEST_REASON:
        raise Refused(_("Tulis mengapa tidak bisa menunggu ketua, misalnya “ketua di rumah sakit, gas habis”."))
    decision = _post(cooperative_id, draft_id, digest, by, reason=reason[:200])
    record(cooperative_id=cooperative_id, person_id=by, deed="approval.stood_in", subject=str(draft_id),
           detail={"reason": reason[:200], "number": str(decision.number)})  # fmt: skip
    return decision


def _post(cooperative_id: int, draft_id: int, digest: str, by: int, reason: str = "") -> Decision:
    take_turn(cooperative_id)
    ended = reports.decision(cooperative_id, draft_id)
    if ended and ended.verdict == Verdict.APPROVED:
        return ended
    draft = _seen(cooperative_id, draft_id, digest)
    refuse_unfit(draft, by)
    _refuse_unvouched(draft, by)
    number = known(draft.deed).carry_out(
        cooperative_id, draft.facts, amount=draft.amount, on=draft.booked_on, memo=draft.memo, by=draft.made_by,
        approved_by=by, request_id=ids.from_fact(f"approval:{draft.id}"),
    )  # fmt: skip
    return decide(draft, Verdict.APPROVED, by, number=number, reason=reason)


@writes
def refuse(*, cooperative_id: int, draft_id: int, digest: str, by: int, reason: str) -> Decision:
    """Say no, and why; nothing is posted.

    Raises  Refused: as `approve`; no reason
    """
    take_turn(cooperative_id)
    ended = reports.decision(cooperative_id, draft_id)
    if ended and ended.verdict == Verdict.REFUSED:
        return ended
    draft = _seen(cooperative_id, draft_id, digest)
    _refuse_maker(draft, by)
    reason = " ".join(reason.split())
    if not reason:
        raise Refused(_("Tulis mengapa ditolak, supaya yang mengajukan tahu apa yang harus diperbaiki."))
    return decide(draft, Verdict.REFUSED, by, reason=reason)


def _seen(cooperative_id: int, draft_id: int, digest: str) -> Draft:
    """The draft as the person saw it: approval is of what was read, not of what it has become."""
    draft = still_open(cooperative_id, draft_id)
    if draft.digest != digest:
        raise Refused(_("Ajuan ini diubah sesudah Anda membukanya. Baca lagi isinya, lalu putuskan."))
    return draft


def refuse_unfit(draft: Draft, by: int) -> None:
    """Who agrees is another person than the maker, and none whom or whose family it is paid to."""
    _refuse_maker(draft, by)
    concerned = reports.near(draft.cooperative_id, draft.booked_on).get(draft.facts.get("payee") or 0)
    if concerned and by in concerned.people:
        raise Refused(_("Uang ini untuk Anda atau keluarga Anda. Mintalah pengurus lain yang memutuskan."))


def _refuse_maker(draft: Draft, by: int) -> None:
    if draft.made_by == by:
        raise Refused(_("Yang mengajukan tidak boleh memutuskan. Mintalah pengurus lain yang berwenang."))
    if reports.same_person(draft.cooperative_id, draft.made_by, by):
        raise Refused(_("Akun Anda dan akun pengaju dipakai orang yang sama. Orang lain yang memutuskan."))


def _refuse_unvouched(draft: Draft, by: int) -> None:
    vouched = [one for one in reports.endorsements(draft) if one.endorser != by]
    if draft.needs > 1 and not vouched:
        raise Refused(_("Anggota ini lama tidak bertransaksi. Sekretaris atau pengawas membenarkan dulu."))
