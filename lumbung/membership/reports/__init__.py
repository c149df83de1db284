"""Questions about farewells and about rows that are one person."""

from lumbung.membership.reports.farewells import GONE, REFUND, Farewell, account_of, farewell, waiting, waiting_count
from lumbung.membership.reports.merged import merged_from, merged_into

__all__ = [
    "GONE",
    "REFUND",
    "Farewell",
    "account_of",
    "farewell",
    "merged_from",
    "merged_into",
    "waiting",
    "waiting_count",
]
