"""What a member asks for: to be seen at home, a correction, a better cooperative; and what the board answers."""

from uuid import UUID

from django.utils.translation import gettext as _

from lumbung import clock
from lumbung.cooperatives.actions import open_task
from lumbung.meetings import actions as meetings
from lumbung.meetings.models import Answer, Suggestion
from lumbung.members.models import Member
from lumbung.portal import reports
from lumbung.portal.models import Consent
from lumbung.security.reports import names
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


def suggest(*, member: Member, text: str, by: int, request_id: UUID) -> Suggestion:
    """Write into book 7 with her own hand; a second tap writes once."""
    return meetings.record_suggestion(
        cooperative_id=member.cooperative_id, kind=Suggestion.Kind.MEMBER, member_id=member.id, on=clock.today(),
        text=text, by=by, request_id=request_id,
    )  # fmt: skip


def answer(*, suggestion: Suggestion, text: str, by: int, request_id: UUID) -> Answer:
    """The board's answer, under the name of whoever writes it; the member finds it beneath her words."""
    name = names([by]).get(by, "")
    return meetings.answer_suggestion(
        suggestion=suggestion, on=clock.today(), text=text, name=name, by=by, request_id=request_id
    )
