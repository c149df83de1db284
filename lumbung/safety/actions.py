"""Answering the exercise of the month."""

from uuid import UUID

from lumbung import clock
from lumbung.cooperatives.models import Cooperative
from lumbung.safety import exercises, rules
from lumbung.safety.models import Practice
from lumbung.sql import writes


@writes
def practise(*, cooperative_id: int, person_id: int, answer: int, request_id: UUID) -> Practice:
    """Keep somebody's first answer of this month; a second one changes nothing and gives the first back.

    answer   1, 2 or 3
    """
    Cooperative.objects.select_for_update(no_key=True).get(id=cooperative_id)
    month = rules.month_of(clock.today())
    whose = {"cooperative_id": cooperative_id, "person_id": person_id, "month": month}
    if earlier := Practice.objects.filter(**whose).first():
        return earlier
    exercise = exercises.of_month(month)
    return Practice.objects.create(
        **whose, exercise=exercise.word, answer=answer, right=exercise.answers[answer - 1].right, at=clock.now(),
        request_id=request_id,
    )  # fmt: skip
