"""Payments that wait: asked for, vouched for, approved, refused, taken back; and who stands near whom."""

from lumbung.approvals.actions.asking import change, do_or_ask, propose, refuse_unapproved, told, withdraw
from lumbung.approvals.actions.deciding import approve, endorse, refuse, stand_in
from lumbung.approvals.actions.knowing import name_heir, tie

__all__ = [
    "approve",
    "change",
    "do_or_ask",
    "endorse",
    "name_heir",
    "propose",
    "refuse",
    "refuse_unapproved",
    "stand_in",
    "tie",
    "told",
    "withdraw",
]
