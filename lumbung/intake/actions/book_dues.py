"""A dues grid becomes the opening balances of its members (J51)."""

from lumbung.dues import actions as dues
from lumbung.intake.models import Batch
from lumbung.intake.rules.plan import OPEN, Plan


def book(plan: Plan, batch: Batch, by: int) -> list[tuple[int, int]]:
    """Book all openings in a handful of statements; (position, number) of each entry."""
    steps = plan.of(OPEN)
    openings = [
        dues.Opening(step.member, step.principal, step.amount, step.months, plan.request_of(step, "opening"),
                     step.facts["since"])
        for step in steps
    ]  # fmt: skip
    opened = dues.open_many(cooperative_id=plan.cooperative_id, openings=openings, on=plan.cutover, by=by)
    return [
        (step.position, posted.number)
        for step, both in zip(steps, opened, strict=True)
        for posted in (both.principal, both.dues)
        if posted
    ]
