"""Questions of the supervisors."""

from lumbung.supervision.reports.confirming import Asked, to_confirm, until
from lumbung.supervision.reports.digest import digest, waits_for_reading, week_read
from lumbung.supervision.reports.following import Followed, finding, followed, open_count, thread
from lumbung.supervision.reports.looking import Odd, odd, posted_in, stood_in
from lumbung.supervision.reports.sampling import Checked, Sample, checked, sample_of, weeks_drawn
from lumbung.supervision.reports.signed import body_of, digest_of, report, signed
from lumbung.supervision.reports.signs import sign, signs

__all__ = [
    "Asked",
    "Checked",
    "Followed",
    "Odd",
    "Sample",
    "body_of",
    "checked",
    "digest",
    "digest_of",
    "finding",
    "followed",
    "odd",
    "open_count",
    "posted_in",
    "report",
    "sample_of",
    "sign",
    "signed",
    "signs",
    "stood_in",
    "thread",
    "to_confirm",
    "until",
    "waits_for_reading",
    "week_read",
    "weeks_drawn",
]
