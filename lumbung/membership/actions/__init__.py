"""What is done when members leave, die, come back, or turn out to be in the register twice."""

from lumbung.membership.actions.alone import refuse_alone
from lumbung.membership.actions.approving import pay_back_or_ask
from lumbung.membership.actions.leaving import leave, pay_back, rejoin, take_back
from lumbung.membership.actions.merging import merge

__all__ = ["leave", "merge", "pay_back", "pay_back_or_ask", "refuse_alone", "rejoin", "take_back"]
