"""What is done in a member's corner: cards, consents, questions about one's data, suggestions and their answers."""

from lumbung.portal.actions.asking import answer, ask_correction, consent, suggest
from lumbung.portal.actions.cards import enter, print_card
from lumbung.portal.actions.looking import looked

__all__ = ["answer", "ask_correction", "consent", "enter", "looked", "print_card", "suggest"]
