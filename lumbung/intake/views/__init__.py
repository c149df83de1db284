"""Pages of intake: bring a file, see what was understood, answer, book, look back, undo."""

from lumbung.intake.views.looking import answer, rows, understood
from lumbung.intake.views.results import difference, result, undo
from lumbung.intake.views.starting import book, discard, start

__all__ = ["answer", "book", "difference", "discard", "result", "rows", "start", "understood", "undo"]
