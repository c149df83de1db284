from lumbung.witness.forms.seeing import (
    AddressForm,
    AddWitnessForm,
    BringForm,
    CodeInput,
    RetireForm,
    WatchForm,
    brought,
)

__all__ = ["AddWitnessForm", "AddressForm", "BringForm", "CodeInput", "RetireForm", "WatchForm", "brought"]
