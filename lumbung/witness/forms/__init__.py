from lumbung.witness.forms.seeing import AddressForm, AddWitnessForm, BringForm, RetireForm, WatchForm

__all__ = ["AddWitnessForm", "AddressForm", "BringForm", "RetireForm", "WatchForm"]
