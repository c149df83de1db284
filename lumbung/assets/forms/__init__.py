"""The forms of goods."""

from lumbung.assets.forms.handing import HandoverForm
from lumbung.assets.forms.things import (
    CONDITIONS,
    KINDS,
    LEAVINGS,
    SOURCES,
    DepartForm,
    LookForm,
    PhotoForm,
    RegisterForm,
    UndoForm,
    WearForm,
)

__all__ = [
    "CONDITIONS",
    "KINDS",
    "LEAVINGS",
    "SOURCES",
    "DepartForm",
    "HandoverForm",
    "LookForm",
    "PhotoForm",
    "RegisterForm",
    "UndoForm",
    "WearForm",
]
