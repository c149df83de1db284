"""The pilot's sticks and sheets: enough to try a copy and bring it back, and no more of them at a second start."""

import re

import pytest

from lumbung.backup import halves, heads, places, sealing, state
from lumbung.demo import safekeeping


@pytest.mark.django_db
def test_three_sticks_and_sheets_that_open_what_is_sealed(settings, tmp_path, monkeypatch):
    settings.HOME, settings.DEMO = tmp_path, True
    monkeypatch.setattr("lumbung.backup.places._mounted", list)
    heads.remember(heads.Memory({"lama": heads.Head(9, "")}, {}), safekeeping.clock.now())

    safekeeping.lay_out()
    safekeeping.lay_out()

    kept = state.load()
    assert [place["name"] for place, _path in places.reachable(kept)] == ["Stik 1", "Stik 2", "Stik 3"]
    printed = (tmp_path / safekeeping.SHEETS).read_text()
    parts = re.findall(r"^[A-Z0-9]{4}(?:-[A-Z0-9]{4}){14}$", printed, re.MULTILINE)
    made = [sealing.public_part(halves.join(parts[at], parts[at + 1])) for at in (0, 2)]
    assert made == [key["recipient"] for key in state.usable_keys(kept)]
    assert heads.remembered().heads == {}, "the books of before are gone, and so is their memory"
