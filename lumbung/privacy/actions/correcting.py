"""A member says what should be written of her; an officer writes it, or says why not. The old stays in the history."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from lumbung import clock
from lumbung.cooperatives.actions import take_turn
from lumbung.members import actions as register
from lumbung.members.models import Member
from lumbung.members.rules import normal_phone
from lumbung.privacy.models import Correction, CorrectionAnswer
from lumbung.privacy.rules.correcting import FIELDS
from lumbung.sql import writes
from lumbung.web import dates
from lumbung.web.words import Refused

REASON = "permintaan anggota"


@writes
def ask(*, member: Member, field: str, value: str, by: int, request_id: UUID, reason: str = "") -> Correction:
    """Ask that a field of the register says something else; the same form twice asks once.

    Raises  Refused: nothing was written, it says so already, it cannot be read, or the same wish waits
    """
    take_turn(member.cooperative_id)
    mine = Correction.objects.filter(cooperative_id=member.cooperative_id, member_id=member.id)
    if earlier := mine.filter(request_id=request_id).first():
        return earlier
    if field not in FIELDS:
        raise Refused(_("Pilih bagian yang perlu dibetulkan dari daftar."))
    if read_value(field, value) == getattr(member, field):
        raise Refused(_("Isinya sudah begitu di buku anggota. Tulis yang seharusnya."))
    answered = CorrectionAnswer.objects.filter(cooperative_id=member.cooperative_id).values("correction_id")
    if mine.filter(field=field).exclude(id__in=answered).exists():
        raise Refused(_("Permintaan Anda tentang bagian ini masih menunggu jawaban pengurus."))
    return Correction.objects.create(
        cooperative_id=member.cooperative_id, member_id=member.id, field=field, value=value.strip()[:200],
        reason=reason.strip()[:160], at=clock.now(), by=by, request_id=request_id,
    )  # fmt: skip


@writes
def answer(*, correction: Correction, member: Member, accepted: bool, reason: str, by: int) -> CorrectionAnswer:
    """Write it into the register, or say why not; an answer is given once, a second one answers with the first.

    Raises  Refused: refused without a reason, or the register cannot take the value
    """
    take_turn(correction.cooperative_id)
    given = CorrectionAnswer.objects.filter(cooperative_id=correction.cooperative_id, correction_id=correction.id)
    if earlier := given.first():
        return earlier
    if not accepted and not reason.strip():
        raise Refused(_("Tulis mengapa tidak dibetulkan, misalnya “KTP menunjukkan RT 03”."))
    if accepted:
        changed = {correction.field: read_value(correction.field, correction.value)}
        register.correct(member=member, by=by, reason=REASON, **changed)
    return CorrectionAnswer.objects.create(
        cooperative_id=correction.cooperative_id, correction_id=correction.id, accepted=accepted,
        reason=reason.strip()[:200], at=clock.now(), by=by,
    )  # fmt: skip


def read_value(field: str, value: str) -> str | date:
    """What was typed as the register keeps it.

    Raises  Refused: nothing, or not to be read
    """
    value = " ".join(value.split())
    if not value:
        raise Refused(_("Tulis yang seharusnya, misalnya “RT 04”."))
    if field == "born_on":
        return dates.read(value, today=clock.today())
    if field == "phone":
        return normal_phone(value)
    return register.READ[field](value) if field in register.READ else value[: FIELDS[field].longest]
