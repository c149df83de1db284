"""The keys of the cooperatives: made when first needed, unwrapped once a process."""

from django.db import IntegrityError, transaction

from lumbung import clock, ids
from lumbung.cooperatives.tenant import across as in_every
from lumbung.cooperatives.tenant import acting_for
from lumbung.vault import keeping, rules
from lumbung.vault.models import DataKey, MasterUse
from lumbung.vault.rules import Key

_opened: dict[int, Key] = {}  # by id, which no two keys share
_unused: list[bytes] = []  # a master key that this process made and that came into no use: a deed that was undone


def current(cooperative_id: int) -> Key:
    """The key that seals for this cooperative from now on.

    Raises  Locked
    """
    row = _in_use(cooperative_id)
    return _open(row) if row else _first(cooperative_id)


def of(cooperative_id: int, key_id: int) -> Key:
    """The key that a sealed value names.

    Raises  Locked; Unopened: this cooperative has no such key
    """
    if key_id not in _opened:
        with acting_for(cooperative_id):
            row = DataKey.objects.filter(id=key_id).first()
        if row is None:
            raise rules.Unopened(f"no key {key_id}")
        return _open(row)
    return _opened[key_id]


def _in_use(cooperative_id: int) -> DataKey | None:
    with acting_for(cooperative_id):
        return DataKey.objects.filter(retired_at=None).first()


def _open(row: DataKey) -> Key:
    if row.id not in _opened:
        secret = rules.unwrap(keeping.get(row.master), bytes(row.wrapped), bound(row.cooperative_id, row.id))
        _opened[row.id] = rules.key(row.id, secret)
    return _opened[row.id]


def _first(cooperative_id: int) -> Key:
    master = keeping.get(installation().master)
    try:
        with transaction.atomic():  # two at once: the one that lost takes the other's
            return _open(new(cooperative_id, master))
    except IntegrityError:
        return _open(_in_use(cooperative_id))


def new(cooperative_id: int, master: bytes) -> DataKey:
    """Write a new key for a cooperative that has none in use."""
    key_id, secret = ids.new(), rules.new_secret()
    with acting_for(cooperative_id):
        return DataKey.objects.create(
            cooperative_id=cooperative_id, id=key_id, master=rules.fingerprint(master), made_at=clock.now(),
            wrapped=rules.wrap(master, secret, bound(cooperative_id, key_id)),
        )  # fmt: skip


def bound(cooperative_id: int, key_id: int) -> str:
    """What a wrapped key is bound to: it is nobody else's."""
    return f"data {cooperative_id} {key_id}"


ACROSS = "across"


def installation() -> MasterUse:
    """The row that names the master key; the first one makes both.

    Raises  Refused: the new master key can be kept nowhere
    """
    row = MasterUse.objects.first()
    if row is None:
        row = _founded()
    return row


def _founded() -> MasterUse:
    with in_every(DataKey) as keys:
        assert not keys.exists(), "keys without the row that names their master"
    master = _unused[-1] if _unused else rules.new_secret()
    keeping.put(master)
    _unused[:] = [master]
    try:
        with transaction.atomic():
            return MasterUse.objects.create(
                master=rules.fingerprint(master), wrapped=rules.wrap(master, rules.new_secret(), ACROSS),
                made_at=clock.now(),
            )  # fmt: skip
    except IntegrityError:
        return MasterUse.objects.get()


def across() -> bytes:
    """The key for what is compared between cooperatives.

    Raises  Locked
    """
    row = installation()
    return rules.derived(rules.unwrap(keeping.get(row.master), bytes(row.wrapped), ACROSS), "index")
