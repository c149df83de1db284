"""What is done to keys: made at the first start, replaced, kept elsewhere."""

from datetime import timedelta

from lumbung import clock
from lumbung.cooperatives.models import Cooperative
from lumbung.cooperatives.tenant import acting_for
from lumbung.sql import writes
from lumbung.vault import keeping, keys, papers, reports, rules, sealing
from lumbung.vault.models import DataKey, MasterUse, Paper
from lumbung.vault.registry import COLUMNS, Column

WAITS = timedelta(days=2)  # a retired key: longer than anything sealed with it still waits to be used


@writes
def prepare() -> None:
    """The master key of a new installation; where there is one already, nothing.

    Raises  Refused: it can be kept nowhere
    """
    keys.installation()


def seal_open_files() -> int:
    """Photos from before there was a vault; how many there were."""
    return sum(_in_each(papers.seal_open_files))


def reseal() -> int:
    """A new data key for every cooperative, and all that is sealed, sealed anew; how many values and files.

    Stopped halfway it is simply begun again. Backups from before keep the old keys with them.
    Raises  Locked
    """
    return sum(_in_each(_reseal))


def _in_each(deed) -> list:
    found = []
    for cooperative_id in Cooperative.objects.order_by("id").values_list("id", flat=True):
        with acting_for(cooperative_id):
            found.append(deed(cooperative_id))
    return found


def _reseal(cooperative_id: int) -> int:
    values = _reseal_rows(cooperative_id)
    names = list(Paper.objects.filter(cooperative_id=cooperative_id).values_list("name", flat=True))
    for name in names:
        papers.seal_anew(cooperative_id, name)
    throw_old_keys_away(cooperative_id)
    return values + len(names)


@writes
def _reseal_rows(cooperative_id: int) -> int:
    """All values of a cooperative and its new key, or nothing."""
    old = DataKey.objects.filter(cooperative_id=cooperative_id, retired_at=None)
    if not old.update(retired_at=clock.now()):
        return 0
    keys.new(cooperative_id, keeping.get(keys.installation().master))
    pen = sealing.Pen(cooperative_id)
    return sum(
        _reseal_row(pen, column, row) for column in COLUMNS for row in reports.sealed_rows(cooperative_id, column)
    )


def _reseal_row(pen: sealing.Pen, column: Column, row) -> int:
    pen.put(row, column, sealing.of(row, column))
    fresh = {name: getattr(row, name) for name in (column.sealed, column.index)}
    return column.table.objects.filter(cooperative_id=row.cooperative_id, id=row.id).update(**fresh)


@writes
def throw_old_keys_away(cooperative_id: int) -> None:
    """Keys that nothing is sealed with any more, once what was on its way has arrived."""
    DataKey.objects.filter(cooperative_id=cooperative_id, retired_at__lt=clock.now() - WAITS).delete()


@writes
def new_master(*, where: str = "", passphrase: str = "") -> str:
    """Another master key, and every key wrapped with it; the fingerprint of the old one, which nothing here needs.

    Raises  Locked; Refused: the new one can be kept nowhere
    """
    row, secret = keys.installation(), rules.new_secret()
    old = keeping.get(row.master)
    keeping.put(secret, where, passphrase)
    inside, fresh = rules.unwrap(old, bytes(row.wrapped), keys.ACROSS), rules.fingerprint(secret)
    MasterUse.objects.update(master=fresh, wrapped=rules.wrap(secret, inside, keys.ACROSS))
    _in_each(lambda cooperative_id: _wrap_anew(cooperative_id, secret))
    return row.master


def _wrap_anew(cooperative_id: int, secret: bytes) -> None:
    for key in DataKey.objects.filter(cooperative_id=cooperative_id):
        bound = keys.bound(cooperative_id, key.id)
        inside = rules.unwrap(keeping.get(key.master), bytes(key.wrapped), bound)
        DataKey.objects.filter(cooperative_id=cooperative_id, id=key.id).update(
            master=rules.fingerprint(secret), wrapped=rules.wrap(secret, inside, bound)
        )


def keep_in(*, where: str, passphrase: str = "") -> None:
    """Let the master key lie somewhere else from now on, and nowhere besides.

    Raises  Locked; Refused: that place refuses it
    """
    master = keys.installation().master
    keeping.put(keeping.get(master), where, passphrase)
    keeping.take_away(master, left=where)
