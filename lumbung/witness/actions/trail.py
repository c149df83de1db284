"""The head of a cooperative's trail is signed by the key of its log, under a name of its own: `<log>/jejak`.

A cooperative whose log has no key yet, or whose key this installation cannot open, is signed for by the installation:
somebody who is refused at the door is written down all the same.
"""

from lumbung import clock
from lumbung.cooperatives.tenant import acting_for
from lumbung.ledger.actions.heads import Head as BookHead
from lumbung.security import trail_keys
from lumbung.security.trail import Head, Sealer
from lumbung.tlog.note import Unverified
from lumbung.web.words import Refused
from lumbung.witness import rules
from lumbung.witness.actions.signing import signer_for
from lumbung.witness.models import LogKey
from lumbung.witness.reports.keys import public
from lumbung.witness.rules import Seal


def _text(name: str, head: Head) -> bytes:
    return rules.head_text(f"{name}/jejak", head.size, head.root).encode()


def _by_the_installation(before: bytes) -> bool:
    """Whether the log has not been signed by a key of its own yet."""
    return not before or trail_keys.is_own(before)


def seal(head: Head) -> bytes:
    """The seal of a head; empty when there is no key to make it with."""
    with acting_for(head.log):
        if _by_the_installation(head.before) and not LogKey.objects.filter(cooperative_id=head.log).exists():
            return b""
        try:
            key_id, signer = signer_for(BookHead(head.log, head.size, 0, head.root, clock.now(), "", head.before))
        except Refused:
            return b""
    return Seal(key_id, signer.sign(_text(signer.key.name, head))).packed


def holds(head: Head, packed: bytes) -> bool:
    """Whether a seal is of this head, by the key of the log that it names."""
    said = Seal.unpacked(packed)
    with acting_for(head.log):
        key = LogKey.objects.filter(id=said.key_id).first()
    try:
        return key is not None and public(key).check(said.signature, _text(key.name, head)) is None
    except Unverified:
        return False


SEALER = Sealer(seal, holds)
