"""The first start on restored books writes down that they came back, by whom and from which moment."""

from lumbung.backup import state
from lumbung.cooperatives.models import Cooperative
from lumbung.security.actions import record

RESTORED, NOTED = "restored", "noted"


def note_return() -> None:
    """In the trail of every cooperative whose books these are, once."""
    told = state.load().get(RESTORED, {})
    if not told.get("officers") or told.get(NOTED):
        return
    facts = {"officers": told["officers"], "by": told["by"], "missing": told["missing"]}
    for cooperative_id in Cooperative.objects.values_list("id", flat=True):
        record(cooperative_id=cooperative_id, person_id=None, deed="backup.restored", detail=facts)
    with state.changing() as kept:
        kept[RESTORED][NOTED] = True
