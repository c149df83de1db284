from lumbung.recovery.views.cases import case, cases, code, confirm, object_to, open_case, withdraw
from lumbung.recovery.views.door import door
from lumbung.recovery.views.helping import end_help, give_help, helpers, helping
from lumbung.recovery.views.people import appoint, end_office, people
from lumbung.recovery.views.programme import programme, programme_step
from lumbung.recovery.views.trail import trail

__all__ = [
    "appoint",
    "case",
    "cases",
    "code",
    "confirm",
    "door",
    "end_help",
    "end_office",
    "give_help",
    "helpers",
    "helping",
    "object_to",
    "open_case",
    "people",
    "programme",
    "programme_step",
    "trail",
    "withdraw",
]
