"""A copy of everything for the member herself, or for an officer at her request: written into the trail each time."""

from lumbung.members.models import Member
from lumbung.security.actions import record
from lumbung.sql import writes


@writes
def copied(*, member: Member, kind: str, by: int) -> None:
    """Somebody took a copy of everything that is held of a member; `kind` is `pdf` or `json`."""
    record(
        cooperative_id=member.cooperative_id, person_id=by, deed="member.copied", subject=str(member.id),
        detail={"kind": kind},
    )  # fmt: skip
