"""The forms of savings."""

from lumbung.savings.forms.interest import METHODS, CreditForm, RemitForm, RulesForm
from lumbung.savings.forms.moving import DepositForm, PlacedForm, UndoForm, WithdrawForm
from lumbung.savings.forms.terms import INTEREST_TO, EndForm, PlaceForm

__all__ = [
    "INTEREST_TO",
    "METHODS",
    "CreditForm",
    "DepositForm",
    "EndForm",
    "PlaceForm",
    "PlacedForm",
    "RemitForm",
    "RulesForm",
    "UndoForm",
    "WithdrawForm",
]
