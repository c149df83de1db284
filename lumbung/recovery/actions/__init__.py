"""What is done to people's ways in: cases and their steps, accounts and offices, help for a day."""

from lumbung.recovery.actions.cases import WrongCode, activate, confirm, make_code, object_to, open_case, withdraw
from lumbung.recovery.actions.helping import end_help, give_help
from lumbung.recovery.actions.people import appoint_known, appoint_new, end_office
from lumbung.recovery.actions.starting import make_start_code, use_start_code

__all__ = [
    "WrongCode",
    "activate",
    "appoint_known",
    "appoint_new",
    "confirm",
    "end_help",
    "end_office",
    "give_help",
    "make_code",
    "make_start_code",
    "object_to",
    "open_case",
    "use_start_code",
    "withdraw",
]
