"""The register of personal data: every field of every table that says something about a person, on what ground it is
kept, what for, and how long. One table, read by the notice to members, by a member's copy and by her erasure.
"""

from lumbung.privacy.register.rows import HARMLESS, HOLDINGS
from lumbung.privacy.register.shape import BASES, KEPT, SUBJECTS, Holding

__all__ = ["BASES", "HARMLESS", "HOLDINGS", "KEPT", "SUBJECTS", "Holding"]
