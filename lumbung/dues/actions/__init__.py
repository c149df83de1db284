"""What is done to dues: receive, collect, open, bill, undo."""

from lumbung.dues.actions.billing import bill_month
from lumbung.dues.actions.collecting import close_collection, collect, open_collection, request_of
from lumbung.dues.actions.opening import Opening, open_many, open_member
from lumbung.dues.actions.paying import Receipt, pay_dues, pay_many
from lumbung.dues.actions.planning import Due, preview
from lumbung.dues.actions.principal import pay_principal
from lumbung.dues.actions.settling import cancel_bills, settle, take_over
from lumbung.dues.actions.undoing import reverse_payment, undo_entry

__all__ = [
    "Due",
    "Opening",
    "Receipt",
    "bill_month",
    "close_collection",
    "collect",
    "open_collection",
    "cancel_bills",
    "open_many",
    "open_member",
    "pay_dues",
    "pay_many",
    "pay_principal",
    "preview",
    "request_of",
    "reverse_payment",
    "undo_entry",
    "settle",
    "take_over",
]
