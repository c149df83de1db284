"""All exercises, in the order in which the months take them."""

from datetime import date

from lumbung.safety import rules
from lumbung.safety.exercises import access, calls, files, money
from lumbung.safety.exercises.kinds import Exercise

EXERCISES: tuple[Exercise, ...] = (
    calls.RESET_CODE, money.PROOF, files.INVITATION, money.STICKER, access.SHARED, calls.REMOTE, money.ACCOUNT,
    files.AID_LINK, access.OPEN_SCREEN, money.TOO_MUCH, files.UPDATE, calls.BANK, access.ID_PHOTOS, files.STICK,
)  # fmt: skip


def of_month(month: date) -> Exercise:
    """The same for everybody in a month; all of them in turn, so that no month keeps its own."""
    return EXERCISES[rules.turn(month, len(EXERCISES))]


def of_word(word: str) -> Exercise | None:
    return next((one for one in EXERCISES if one.word == word), None)
