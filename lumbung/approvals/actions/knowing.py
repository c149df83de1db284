"""What the secretary knows about people: who is whose family, and whom to tell."""

from uuid import UUID

from django.utils.translation import gettext as _

from lumbung import clock
from lumbung.approvals import reports
from lumbung.approvals.models import Draft, HeirContact, Tie
from lumbung.cooperatives.actions import open_task, take_turn
from lumbung.members.reports import get
from lumbung.members.rules import normal_phone
from lumbung.security.actions import record
from lumbung.sql import writes
from lumbung.web.words import Refused


@writes
def tie(
    *, cooperative_id: int, payee: int, officer: int, relation: str, by: int, request_id: UUID, holds: bool = True
) -> Tie:
    """Write down that a payee stands near an officer, or that she does not any more.

    payee   member, supplier or person, as the ledger knows the holder
    Raises  Refused: nothing said of how
    """
    take_turn(cooperative_id)
    if earlier := Tie.objects.filter(cooperative_id=cooperative_id, request_id=request_id).first():
        return earlier
    relation = " ".join(relation.split())
    if not relation:
        raise Refused(_("Tulis hubungannya, misalnya “istri” atau “adik”."))
    made = Tie.objects.create(
        cooperative_id=cooperative_id, payee=payee, officer=officer, relation=relation[:60], holds=holds, by=by,
        at=clock.now(), request_id=request_id,
    )  # fmt: skip
    record(cooperative_id=cooperative_id, person_id=by, deed="tie.recorded", subject=f"{payee} {officer}",
           detail={"holds": holds})  # fmt: skip
    return made


@writes
def name_heir(
    *, cooperative_id: int, member_id: int, name: str, relation: str, phone: str, by: int, request_id: UUID
) -> HeirContact:
    """Write down whom to tell when somebody asks for the savings of this member.

    Raises  Refused: nobody named, or a telephone that is none
    """
    if earlier := HeirContact.objects.filter(cooperative_id=cooperative_id, request_id=request_id).first():
        return earlier
    if not name.strip():
        raise Refused(_("Tulis nama yang dikabari."))
    return HeirContact.objects.create(
        cooperative_id=cooperative_id, member_id=member_id, name=" ".join(name.split())[:120],
        relation=" ".join(relation.split())[:60], phone=normal_phone(phone), by=by, at=clock.now(),
        request_id=request_id,
    )  # fmt: skip


def tell_the_family(draft: Draft) -> None:
    """Somebody wants the savings of a member who was not seen for long: the secretary tells whom the member named."""
    member = get(draft.cooperative_id, draft.facts["payee"])
    heir = reports.heir_of(draft.cooperative_id, member.id)
    whom = f"{heir.name} ({heir.relation}) {heir.phone}".strip() if heir else "keluarganya, atau datang ke rumahnya"
    open_task(
        cooperative_id=draft.cooperative_id, kind="savings.dormant", by=draft.made_by, subject_kind="member",
        subject_id=member.id,
        message=f"Simpanan {member.full_name} ({member.number}) lama tidak bergerak dan diminta keluar. Kabari {whom}.",
    )  # fmt: skip
