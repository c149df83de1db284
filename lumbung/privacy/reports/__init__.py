"""Questions about personal data: what is allowed, what waits, what is held of somebody, who may be forgotten."""

from lumbung.privacy.reports.consents import Standing, Withdrawal, counts, history, of_member, withdrawals
from lumbung.privacy.reports.copies import as_json, sections
from lumbung.privacy.reports.corrections import Wish, waiting
from lumbung.privacy.reports.corrections import of_member as wishes_of
from lumbung.privacy.reports.forgetting import Parted, parted
from lumbung.privacy.reports.holdings import Held, held
from lumbung.privacy.reports.incidents import Case, affected, authority, case, cases, steps
from lumbung.privacy.reports.notice import Group, register, retention

__all__ = [
    "Case",
    "Group",
    "Held",
    "Parted",
    "Standing",
    "Wish",
    "Withdrawal",
    "affected",
    "as_json",
    "authority",
    "case",
    "cases",
    "counts",
    "held",
    "history",
    "of_member",
    "parted",
    "register",
    "retention",
    "sections",
    "steps",
    "waiting",
    "wishes_of",
    "withdrawals",
]
