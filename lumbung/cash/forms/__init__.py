"""What a treasurer fills in."""

from lumbung.cash.forms.banking import StatementForm
from lumbung.cash.forms.counting import AnswerForm, CountForm, HandOverForm
from lumbung.cash.forms.money import MoneyForm, MoveForm, money_form
from lumbung.cash.forms.people import AdvanceForm, PaidForUsForm, SettleForm
from lumbung.cash.forms.waiting import BookForm, IdentifyForm, PlaceForm, SlipForm, SupplierForm

__all__ = [
    "AdvanceForm",
    "AnswerForm",
    "BookForm",
    "CountForm",
    "HandOverForm",
    "IdentifyForm",
    "MoneyForm",
    "MoveForm",
    "PaidForUsForm",
    "PlaceForm",
    "SettleForm",
    "SlipForm",
    "StatementForm",
    "SupplierForm",
    "money_form",
]
