from lumbung.supervision.views.following import ask, follow_up, follow_ups
from lumbung.supervision.views.looking import judge, overview, sample, unusual
from lumbung.supervision.views.signing import report, report_pdf, reports

__all__ = [
    "ask",
    "follow_up",
    "follow_ups",
    "judge",
    "overview",
    "report",
    "report_pdf",
    "reports",
    "sample",
    "unusual",
]
