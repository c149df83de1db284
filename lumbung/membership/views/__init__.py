from lumbung.membership.views.leaving import leave, pay_back, rejoin, take_back, waiting
from lumbung.membership.views.merging import merge

__all__ = ["leave", "merge", "pay_back", "rejoin", "take_back", "waiting"]
