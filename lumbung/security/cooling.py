"""A device that is new to a person lets no money out for a day, unless two colleagues vouch for it.

Whoever has stolen a passphrase, and talked somebody out of six digits, comes from a device that nobody has met.
"""

from datetime import date, datetime, timedelta

from django.conf import settings

from lumbung import clock
from lumbung.cooperatives.reports import bylaws
from lumbung.security import limits, notices
from lumbung.security.actions import record
from lumbung.security.models import Acquaintance, Appointment, Lift
from lumbung.security.reports import names
from lumbung.security.rules import OFFICERS
from lumbung.sql import writes


def until(request) -> datetime | None:
    """When the device of this request may let money out; nothing when it may now. A demo waits for nobody."""
    sitting = request.sitting
    if settings.DEMO or sitting is None:
        return None
    met = Acquaintance.objects.filter(person_id=sitting.person_id, device_id=sitting.device_id, first=False).first()
    ends = _ends(request.cooperative.id, met) if met else None
    return ends if ends and clock.now() < ends and lifts(request.cooperative.id, met.id) < limits.LIFTS else None


def _ends(cooperative_id: int, met: Acquaintance) -> datetime:
    return met.since + timedelta(hours=bylaws(cooperative_id, clock.today()).new_device_hours)


def lifts(cooperative_id: int, acquaintance_id: int) -> int:
    return Lift.objects.filter(cooperative_id=cooperative_id, acquaintance_id=acquaintance_id).count()


def waiting(cooperative_id: int, today: date) -> list[Acquaintance]:
    """The devices of this cooperative's officers that are new: whose, until when, and who has vouched."""
    serving = Appointment.objects.filter(cooperative_id=cooperative_id, role__in=OFFICERS, since__lte=today)
    people = names(serving.exclude(until__lt=today).values_list("person_id", flat=True))
    newest = Acquaintance.objects.filter(person_id__in=people, first=False, since__gt=clock.now() - timedelta(days=30))
    vouched: dict[int, list[int]] = {}
    for acquaintance_id, by in Lift.objects.filter(cooperative_id=cooperative_id).values_list("acquaintance_id", "by"):
        vouched.setdefault(acquaintance_id, []).append(by)
    found = []
    for met in newest.select_related("device").order_by("since"):
        met.ends, met.name, met.vouched = _ends(cooperative_id, met), people[met.person_id], vouched.get(met.id, [])
        if clock.now() < met.ends and len(met.vouched) < limits.LIFTS:
            found.append(met)
    return found


@writes
def lift(*, cooperative_id: int, met: Acquaintance, by: int) -> int:
    """Vouch for a colleague's new device, never for one's own; how many have."""
    assert met.person_id != by, "the page offers nobody her own device"
    _lift, new = Lift.objects.get_or_create(
        cooperative_id=cooperative_id, acquaintance_id=met.id, by=by, defaults={"at": clock.now()}
    )
    if new:
        record(cooperative_id=cooperative_id, person_id=by, deed="device.lifted", subject=f"{met.person_id} {met.id}")
    count = lifts(cooperative_id, met.id)
    if new and count == limits.LIFTS:
        notices.tell([met.person_id], "device.lifted", device=met.device.name)
    return count
