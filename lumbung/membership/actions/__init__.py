"""What is done when members leave, die, come back, or turn out to be in the register twice."""

from lumbung.membership.actions.leaving import leave, pay_back, rejoin, take_back
from lumbung.membership.actions.merging import merge

__all__ = ["leave", "merge", "pay_back", "rejoin", "take_back"]
