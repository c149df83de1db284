"""What a member asks for: to be seen at home, a correction, a better cooperative; and what the board answers."""

from uuid import UUID

from django.utils.translation import gettext as _

from lumbung import clock
from lumbung.cooperatives.actions import open_task
from lumbung.cooperatives.models import Cooperative
from lumbung.members.models import Member
from lumbung.portal import reports
from lumbung.portal.models import Consent, Reply, Suggestion
from lumbung.security.actions import record
from lumbung.sql import writes
from lumbung.web.words import Refused

CORRECTION = "member.asks"


@writes
def consent(*, member: Member, purpose: str, given: bool, by: int) -> bool:
    """Allow something or take it back; saying the same again writes nothing. Answers what holds now."""
    if reports.consents(member, purpose) != given:
        Consent.objects.create(
            cooperative_id=member.cooperative_id, member_id=member.id, purpose=purpose, given=given, at=clock.now(),
            by=by,
        )  # fmt: skip
    return given


@writes
def ask_correction(*, member: Member, words: str, by: int) -> None:
    """Put a member's wish on the officers' list; the same words while they still wait are one wish.

    Raises  Refused: nothing was written
    """
    words = " ".join(words.split())
    if not words:
        raise Refused(_("Tulis apa yang salah dan apa yang benar, misalnya “RT saya 04, bukan 03”."))
    message = f"{member.full_name} ({member.number}) minta dibetulkan: {words}"[:300]
    if any(asked.message == message and asked.done_at is None for asked in reports.corrections(member)):
        return
    open_task(
        cooperative_id=member.cooperative_id, kind=CORRECTION, by=by, subject_kind="member", subject_id=member.id,
        message=message, detail={"words": words},
    )  # fmt: skip


@writes
def suggest(*, member: Member, text: str, by: int, request_id: UUID) -> Suggestion:
    """Write into the book of suggestions; numbers run without a gap, and a second tap writes once."""
    coop = member.cooperative_id
    Cooperative.objects.select_for_update(no_key=True).get(id=coop)
    earlier = Suggestion.objects.filter(cooperative_id=coop, request_id=request_id).first()
    if earlier:
        return earlier
    number = Suggestion.objects.filter(cooperative_id=coop).count() + 1
    made = Suggestion.objects.create(
        cooperative_id=coop, number=number, member_id=member.id, text=_said(text), at=clock.now(),
        request_id=request_id,
    )  # fmt: skip
    record(cooperative_id=coop, person_id=by, deed="suggestion.made", subject=str(number))
    return made


@writes
def answer(*, suggestion: Suggestion, text: str, by: int, request_id: UUID) -> Reply:
    """The board's answer; the member finds it beneath her words."""
    coop = suggestion.cooperative_id
    Cooperative.objects.select_for_update(no_key=True).get(id=coop)
    earlier = Reply.objects.filter(cooperative_id=coop, request_id=request_id).first()
    if earlier:
        return earlier
    made = Reply.objects.create(
        cooperative_id=coop, number=suggestion.number, text=_said(text), by=by, at=clock.now(), request_id=request_id
    )
    record(cooperative_id=coop, person_id=by, deed="suggestion.answered", subject=str(suggestion.number))
    return made


def _said(text: str) -> str:
    if not text.strip():
        raise Refused(_("Tulis dulu isinya."))
    return text.strip()[:600]
