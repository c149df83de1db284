"""Questions of the supervisors."""

from lumbung.supervision.reports.following import Followed, finding, followed, open_count, thread
from lumbung.supervision.reports.looking import Odd, odd, posted_in
from lumbung.supervision.reports.sampling import Checked, Sample, checked, sample_of, weeks_drawn
from lumbung.supervision.reports.signed import body_of, digest_of, report, signed

__all__ = [
    "Checked",
    "Followed",
    "Odd",
    "Sample",
    "body_of",
    "checked",
    "digest_of",
    "finding",
    "followed",
    "odd",
    "open_count",
    "posted_in",
    "report",
    "sample_of",
    "signed",
    "thread",
    "weeks_drawn",
]
