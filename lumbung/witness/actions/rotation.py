"""A log changes its keys, and shows it."""

from lumbung import clock
from lumbung.cooperatives.actions import take_turn
from lumbung.ledger.actions import seal_again
from lumbung.security.actions import record
from lumbung.sql import writes
from lumbung.tlog.note import ML_DSA, NOTE
from lumbung.witness import rules
from lumbung.witness.actions.keys import current, make, signer_of, slug_of
from lumbung.witness.actions.signing import forget_signer
from lumbung.witness.models import LogKey
from lumbung.witness.reports.keys import keys


@writes
def rotate_key(*, cooperative_id: int, by: int | None, lost: bool = False) -> list[LogKey]:
    """New keys take over, named and signed by the old ones; what the old ones signed stays good.

    lost    the old private keys are gone or stolen: nobody can sign for them, so the log goes on under a new name, and
            whoever checks must be given the new policy
    Raises  Refused: the old keys cannot be opened, and were not given up for lost
    """
    take_turn(cooperative_id)
    now = clock.now().replace(microsecond=0)
    old = [current(cooperative_id, kind, now) for kind in (NOTE, ML_DSA)]
    if lost:
        return _begin(cooperative_id, _under_new_name(cooperative_id, now, by), now, by, "witness.key_lost")
    signer = signer_of(old[0])
    made = [make(cooperative_id, old[0].name, key.kind, now, by, key, signer) for key in old]
    return _begin(cooperative_id, made, now, by, "witness.key_rotated")


@writes
def go_on_as_another(*, cooperative_id: int) -> list[LogKey]:
    """The book goes on from an older copy: under a new name and new keys, since the old ones signed a longer book.

    Receipts and heads of the old name stay good for what they say; witnesses are given the new key by people.
    """
    take_turn(cooperative_id)
    now = clock.now().replace(microsecond=0)
    return _begin(cooperative_id, _under_new_name(cooperative_id, now, None), now, None, "witness.log_branched")


def _under_new_name(cooperative_id: int, now, by: int | None) -> list[LogKey]:
    name = _next_name(cooperative_id)
    return [make(cooperative_id, name, kind, now, by) for kind in (NOTE, ML_DSA)]


def _begin(cooperative_id: int, made: list[LogKey], now, by: int | None, deed: str) -> list[LogKey]:
    """Sign the newest head with the keys that were made, and say so in the trail."""
    forget_signer(cooperative_id)
    seal_again(cooperative_id, now)
    record(cooperative_id=cooperative_id, person_id=by, deed=deed, subject=made[0].name)
    return made


def _next_name(cooperative_id: int) -> str:
    """`lumbung.example/karbes`, then `lumbung.example/karbes/2`: a log that lost its keys goes on as another."""
    names = {key.name for key in keys(cooperative_id)}
    return f"{rules.origin(slug_of(cooperative_id))}/{len(names) + 1}"
