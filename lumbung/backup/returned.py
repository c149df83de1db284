"""The first start on restored books: it is written down that they came back, and shorter ones go on as another log.

Whatever is posted now stands where other entries stood once, under signatures of the same key. Without another name the
log would sign two books of one size, which convicts it in any witness's eyes; with one, each name has one history.
"""

from lumbung.backup import state
from lumbung.cooperatives.models import Cooperative
from lumbung.cooperatives.tenant import acting_for
from lumbung.security.actions import record
from lumbung.witness.actions import go_on_as_another

RESTORED, NOTED = "restored", "noted"


def note_return() -> None:
    """In the trail of every cooperative whose books these are, once.

    Raises  Refused: the keys of a log cannot be made with the secret of this installation
    """
    told = state.load().get(RESTORED, {})
    if not told or told.get(NOTED):
        return
    facts = {name: told.get(name, "") for name in ("officers", "by", "missing")}
    for cooperative in Cooperative.objects.order_by("id"):
        record(cooperative_id=cooperative.id, person_id=None, deed="backup.restored", detail=facts)
        if cooperative.slug in told.get("lost", {}):
            with acting_for(cooperative.id):
                go_on_as_another(cooperative_id=cooperative.id)
    with state.changing() as kept:
        kept[RESTORED][NOTED] = True
