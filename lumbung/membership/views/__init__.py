from lumbung.membership.views.leaving import leave, pay_back, rejoin, take_back, waiting
from lumbung.membership.views.merging import merge, other

__all__ = ["leave", "merge", "other", "pay_back", "rejoin", "take_back", "waiting"]
