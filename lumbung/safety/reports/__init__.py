from lumbung.safety.reports.practice import Total, done_this_month, of_officers, practised, totals
from lumbung.safety.reports.standing import Seen, Standing, standing

__all__ = ["Seen", "Standing", "Total", "done_this_month", "of_officers", "practised", "standing", "totals"]
