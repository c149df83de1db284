"""The pages of the secretary: the registers, one row, writing, correcting, answering, ending, and the guest's own."""

from lumbung.meetings.views.guest import guest
from lumbung.meetings.views.index import index
from lumbung.meetings.views.showing import listing, one
from lumbung.meetings.views.writing import answer, correct, end, new

__all__ = ["answer", "correct", "end", "guest", "index", "listing", "new", "one"]
