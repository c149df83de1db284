"""The pages of paper and messages."""

from lumbung.receipts.views.paper import make, paper, paper_pdf, proof, show
from lumbung.receipts.views.sending import messages, remind, reminders, send

__all__ = ["make", "messages", "paper", "paper_pdf", "proof", "remind", "reminders", "send", "show"]
