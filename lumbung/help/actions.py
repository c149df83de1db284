"""What is done with help: put the tour away."""

from collections.abc import Iterable

from lumbung import clock
from lumbung.help.models import Toured
from lumbung.sql import writes


@writes
def put_tour_away(person_ids: Iterable[int]) -> None:
    """These people do not meet the tour again; twice changes nothing."""
    at = clock.now()
    Toured.objects.bulk_create((Toured(person_id=one, at=at) for one in person_ids), ignore_conflicts=True)
