"""What every page may ask about people: the notices that stand on somebody's first page."""

from functools import partial

from lumbung.recovery.notices import of


def people(request) -> dict:
    """`people_notices`: asked for by the first pages only, and looked up there."""
    return {"people_notices": partial(of, request)}
