"""Strangers at the door: two whole villages, every address and form of one tried with what belongs to the other, and
with nonsense. `python -m tests.fuzz 1000000 --seed 1` is the campaign; the suite runs a few hundred of the same."""
