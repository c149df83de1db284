"""What is done with workbooks: take one in, undo it, accept what is left of the opening balances."""

from lumbung.intake.actions.clearing import accept_difference
from lumbung.intake.actions.taking import Taken, preview, take
from lumbung.intake.actions.undoing import undo
from lumbung.intake.actions.uploads import answer_row, book_upload, correct_upload, discard, keep_upload, sweep

__all__ = [
    "Taken",
    "accept_difference",
    "answer_row",
    "book_upload",
    "correct_upload",
    "discard",
    "keep_upload",
    "preview",
    "sweep",
    "take",
    "undo",
]
