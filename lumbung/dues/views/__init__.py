"""The pages of dues."""

from lumbung.dues.views.collecting import close_collection, collect, collect_from, collections, open_collection
from lumbung.dues.views.paper import grid_pdf, grid_xlsx
from lumbung.dues.views.paying import pay, principal, receive, settles
from lumbung.dues.views.showing import arrears, card, grid, owed
from lumbung.dues.views.undoing import bill, receipt, undo

__all__ = [
    "arrears",
    "bill",
    "card",
    "close_collection",
    "collect",
    "collect_from",
    "collections",
    "grid",
    "grid_pdf",
    "grid_xlsx",
    "open_collection",
    "owed",
    "pay",
    "principal",
    "receipt",
    "receive",
    "settles",
    "undo",
]
