"""A member book enters the register."""

from lumbung.intake.models import Batch
from lumbung.intake.rules.plan import REGISTER, RESTORE, Plan
from lumbung.members import actions as members


def book(plan: Plan, batch: Batch, by: int) -> list:
    """Register whoever is new, in one go; who left with an undone file comes back. No entry is made."""
    steps = plan.of(REGISTER)
    rows = [step.facts for step in steps]
    source = f"impor {batch.file_name}"[:60]
    people = members.register_many(cooperative_id=plan.cooperative_id, rows=rows, by=by, source=source) if rows else []
    for step in plan.of(RESTORE):
        reason = f"Kembali dengan impor {batch.file_name}"
        members.take_back_leaving(member=step.member, by=by, reason=reason[:160])
    for step, member in zip(steps, people, strict=True):
        step.member = member
    return []
