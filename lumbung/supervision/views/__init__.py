from lumbung.supervision.views.following import ask, follow_up, follow_ups
from lumbung.supervision.views.knowing import heir, phrase, ties
from lumbung.supervision.views.looking import judge, overview, sample, unusual
from lumbung.supervision.views.signing import report, report_pdf, reports
from lumbung.supervision.views.watching import confirmations, digest, duty_table, sign, signs

__all__ = [
    "ask",
    "confirmations",
    "digest",
    "duty_table",
    "follow_up",
    "follow_ups",
    "heir",
    "judge",
    "overview",
    "phrase",
    "report",
    "report_pdf",
    "reports",
    "sample",
    "sign",
    "signs",
    "ties",
    "unusual",
]
