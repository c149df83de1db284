"""The pages of goods."""

from lumbung.assets.views.handing import hand_over, handovers
from lumbung.assets.views.handover import handover_pdf
from lumbung.assets.views.showing import book, item, photo
from lumbung.assets.views.things import add_photo, depart, look, register, undo_departure
from lumbung.assets.views.wearing import wear

__all__ = [
    "add_photo",
    "book",
    "depart",
    "hand_over",
    "handover_pdf",
    "handovers",
    "item",
    "look",
    "photo",
    "register",
    "undo_departure",
    "wear",
]
