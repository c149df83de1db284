"""A member says yes or no; what a no still asks of an officer is done, and written down."""

from uuid import UUID

from django.utils.translation import gettext as _

from lumbung import clock
from lumbung.cooperatives.actions import take_turn
from lumbung.members import wishes
from lumbung.members.models import Member
from lumbung.privacy.models import Consent, Stopped
from lumbung.privacy.rules.purposes import PURPOSES, text
from lumbung.security.actions import record
from lumbung.sql import writes
from lumbung.web.words import Refused

NOTHING_TO_STOP, ALLOWED_AGAIN = "Belum pernah dipakai.", "Diizinkan lagi."
GONE = (Member.Status.LEFT, Member.Status.DECEASED)


@writes
def consent(
    *, member: Member, purpose: str, given: bool, language: str, by: int, request_id: UUID, way: str = "self",
    witness: str = "",
) -> Consent:  # fmt: skip
    """Keep what a member says about one use of her data, with the text that she was shown; a second tap is the first.

    witness  who saw it, when she did not tap it herself
    Raises   Refused: unknown use, nobody saw it, or who has left wants a new use of her data
    """
    if purpose not in PURPOSES:
        raise Refused(_("Pilih salah satu izin di halaman ini."))
    take_turn(member.cooperative_id)
    if earlier := Consent.objects.filter(cooperative_id=member.cooperative_id, request_id=request_id).first():
        return earlier
    if way != Consent.Way.SELF and not witness.strip():
        raise Refused(_("Tulis siapa yang menyaksikan, misalnya “Bu Sri, sekretaris”."))
    if given and member.status in GONE:
        raise Refused(_("%(name)s bukan anggota lagi, jadi tidak ada izin baru yang dicatat."), name=member.full_name)
    shown, was_used = text(purpose, language), wishes.allows(member, purpose)
    if given:
        _end_waiting(member, purpose, by)
    kept = Consent.objects.create(
        cooperative_id=member.cooperative_id, member_id=member.id, purpose=purpose, given=given, way=way,
        witness=witness.strip()[:120], version=shown.version, language=shown.language, digest=shown.digest,
        at=clock.now(), by=by, request_id=request_id,
    )  # fmt: skip
    if not given and not was_used:
        _note(kept, NOTHING_TO_STOP, by)
    deed = "consent.given" if given else "consent.withdrawn"
    record(cooperative_id=member.cooperative_id, person_id=by, deed=deed, subject=f"{member.id} {purpose}")
    return kept


@writes
def stopped(*, consent: Consent, note: str, by: int) -> Stopped:
    """Nothing of the use is left: say how. A second time answers with the first.

    Raises  Refused: nothing was written
    """
    if not note.strip():
        raise Refused(_("Tulis apa yang sudah dilakukan, misalnya “nomor dihapus dari grup”."))
    return _note(consent, note.strip(), by)


def _end_waiting(member: Member, purpose: str, by: int) -> None:
    """She allows again what somebody was still to stop."""
    facts = {"cooperative_id": member.cooperative_id, "member_id": member.id, "purpose": purpose, "given": False}
    done = Stopped.objects.filter(cooperative_id=member.cooperative_id).values("consent_id")
    for row in Consent.objects.filter(**facts).exclude(id__in=done):
        _note(row, ALLOWED_AGAIN, by)


def _note(consent: Consent, note: str, by: int) -> Stopped:
    facts = {"note": note[:200], "at": clock.now(), "by": by}
    done, _new = Stopped.objects.get_or_create(
        cooperative_id=consent.cooperative_id, consent_id=consent.id, defaults=facts
    )
    return done
