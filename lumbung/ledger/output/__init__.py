"""How a statement leaves the program: text for a terminal, JSON for machines, a workbook, a PDF."""

from lumbung.ledger.output.machine import machine
from lumbung.ledger.output.paper import paper
from lumbung.ledger.output.text import text
from lumbung.ledger.output.workbook import workbook

__all__ = ["machine", "paper", "text", "workbook"]
