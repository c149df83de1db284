from lumbung.portal.views.box import answer, box
from lumbung.portal.views.cards import card, door, enter
from lumbung.portal.views.own import data, history, home, household, proof, receipt, suggest

__all__ = [
    "answer",
    "box",
    "card",
    "data",
    "door",
    "enter",
    "history",
    "home",
    "household",
    "proof",
    "receipt",
    "suggest",
]
