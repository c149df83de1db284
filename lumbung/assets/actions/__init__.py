"""What is done to goods: written into the book, worn off, looked at, handed over, taken out."""

from lumbung.assets.actions.leaving import depart, undo_departure, undo_left
from lumbung.assets.actions.looking import add_photo, hand_over, look
from lumbung.assets.actions.registering import Thing, register
from lumbung.assets.actions.wearing import depreciate

__all__ = ["Thing", "add_photo", "depart", "depreciate", "hand_over", "look", "register", "undo_departure", "undo_left"]
