from lumbung.witness.forms.seeing import AddressForm, AddWitnessForm, BringForm, CodeInput, RetireForm, WatchForm

__all__ = ["AddWitnessForm", "AddressForm", "BringForm", "CodeInput", "RetireForm", "WatchForm"]
