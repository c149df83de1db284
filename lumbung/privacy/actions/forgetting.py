"""Forgetting a former member: what she allowed at once, the rest when the papers need not be kept any more.

The books stay: trial balance, tree and old receipts still verify (docs/decisions/0036).
"""

from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _

from lumbung import clock, money
from lumbung.cooperatives.actions import take_turn
from lumbung.cooperatives.tenant import across
from lumbung.ledger.actions import erase_holder
from lumbung.members import actions as register
from lumbung.members.models import Member
from lumbung.privacy.models import Erasure
from lumbung.privacy.register.erasing import EMPTIED, Emptied
from lumbung.privacy.reports import forgetting
from lumbung.privacy.reports.holdings import own_ids, rows_of
from lumbung.security.actions import forget_person, record
from lumbung.security.models import Appointment, Role
from lumbung.security.reports import person_of
from lumbung.sql import writes
from lumbung.sql.erasing import overwrite
from lumbung.web.dates import long_date
from lumbung.web.words import Refused

CONSENT, IDENTITY = Erasure.Stage.CONSENT, Erasure.Stage.IDENTITY


@writes
def release(*, member: Member, by: int | None, reason: str, today: date) -> None:
    """What was kept by her leave only goes when she has left and everything is settled: nickname, telephone, messages.

    Raises  Refused: is still a member, something is still open, or no reason
    """
    take_turn(member.cooperative_id)
    parted = _parted(member, reason, today)
    if parted is None or CONSENT in parted.stages:
        return
    overwrite()
    _note(member, [member.id], CONSENT, by, reason)
    _empty_all([member.id], member.cooperative_id, CONSENT)
    register.drop_contact(member=member)
    record(cooperative_id=member.cooperative_id, person_id=by, deed="member.released", subject=str(member.id))


@writes
def forget(*, member: Member, by: int | None, reason: str, today: date) -> list[int]:
    """Nothing is left of who she was, in any table; cannot be undone. A second time finds nothing to do.

    Shape   the numbers of the entries whose words and salt went
    Raises  Refused: is still a member, something is still open, papers must still be kept, or no reason
    """
    take_turn(member.cooperative_id)
    parted = _parted(member, reason, today)
    if parted is None:
        return []
    if today < parted.due:
        words = _(
            "Bukti uang %(name)s harus disimpan sampai akhir masa simpan. Data dirinya boleh dihapus mulai %(day)s."
        )
        raise Refused(words, name=member.full_name, day=long_date(parted.due))
    overwrite()
    ids, coop = own_ids(member), member.cooperative_id
    _note(member, ids, IDENTITY, by, reason)
    numbers = [number for one in ids for number in erase_holder(
        cooperative_id=coop, holder=one, today=today, by=by, reason=reason.strip())]  # fmt: skip
    for stage in (CONSENT, IDENTITY):
        _empty_all(ids, coop, stage)
    _forget_account(member, by)
    for row in Member.objects.filter(cooperative_id=coop, id__in=ids):
        register.forget(member=row)
    record(cooperative_id=coop, person_id=by, deed="member.forgotten", subject=str(member.id))
    return numbers


def _parted(member: Member, reason: str, today: date) -> forgetting.Parted | None:
    """How she stands; None when she is forgotten already."""
    if not reason.strip():
        raise Refused(_("Tulis alasan penghapusan, misalnya “permintaan anggota, 3 Maret 2036”."))
    if member.status not in forgetting.GONE:
        raise Refused(
            _("%(name)s masih anggota. Data dirinya dihapus sesudah ia keluar dan simpanannya selesai."),
            name=member.full_name,
        )  # fmt: skip
    parted = forgetting.of(member, today)
    if parted and parted.open:
        what = ", ".join(f"{name.lower()} {money.show(abs(amount))}" for name, amount in parted.open)
        raise Refused(
            _("%(name)s belum selesai dengan koperasi: %(what)s. Selesaikan dulu, baru data dirinya dihapus."),
            name=member.full_name, what=what,
        )  # fmt: skip
    return parted


def _note(member: Member, ids: list[int], stage: str, by: int | None, reason: str) -> None:
    facts = {"at": clock.now(), "by": by, "reason": reason.strip()[:200]}
    for one in ids:
        Erasure.objects.get_or_create(
            cooperative_id=member.cooperative_id, member_id=one, stage=stage, defaults=facts
        )  # fmt: skip


def _empty_all(ids: list[int], cooperative_id: int, stage: str) -> None:
    for one in EMPTIED:
        if one.stage == stage:
            _empty(one, ids, cooperative_id)


def _empty(one: Emptied, ids: list[int], cooperative_id: int) -> None:
    """A column that says nothing stays as it is: there was nobody in it. What tells whose the row is goes last."""
    rows = rows_of(one.model, cooperative_id, ids)
    numbers = list(rows.values_list("pk", flat=True))
    for column, blank in one.blanks.items():
        table = rows.model.objects.filter(cooperative_id=cooperative_id, pk__in=numbers)
        table.exclude(_nothing(column, blank)).update(**{column: blank})


def _nothing(column: str, blank) -> Q:
    if isinstance(blank, str):
        return Q(**{column: ""})
    return Q(**{f"{column}__isnull": True}) if blank is None else Q(**{column: blank})


def _forget_account(member: Member, by: int | None) -> None:
    """Her account, unless she held an office anywhere: who wrote into the books stays known."""
    person = person_of(member.cooperative_id, member.id)
    if person is None:
        return
    with across(Appointment) as appointments:
        offices = appointments.filter(person_id=person.id).exclude(role=Role.ANGGOTA, until__isnull=False)
        elsewhere = offices.exclude(cooperative_id=member.cooperative_id, role=Role.ANGGOTA).exists()
    if not elsewhere:
        forget_person(person=person, by=by)
