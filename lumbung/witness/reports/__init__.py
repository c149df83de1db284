"""What the log can show: its newest head, a proof of any entry, and the keys by which both are checked."""

from lumbung.witness.reports.heads import head
from lumbung.witness.reports.keys import log_keys
from lumbung.witness.reports.policy import policy
from lumbung.witness.reports.proofs import consistency, proof
from lumbung.witness.reports.witnessed import cosigned

__all__ = ["consistency", "cosigned", "head", "log_keys", "policy", "proof"]
