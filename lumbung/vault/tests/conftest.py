from datetime import date

import pytest

from lumbung.cooperatives.actions import create_cooperative
from lumbung.cooperatives.tenant import acting_for
from lumbung.members import actions
from lumbung.vault import keeping, keys

CARD, OTHER = "3573044503859999", "3573040503859998"


@pytest.fixture(autouse=True)
def own_keys(settings, tmp_path, monkeypatch):
    """A home and a folder of keys of its own, and a program that remembers none."""
    settings.HOME, settings.KEYS = tmp_path / "rumah", tmp_path / "kunci"
    settings.HOME.mkdir()
    monkeypatch.delenv(keeping.VARIABLE, raising=False)
    anew()
    keys._unused.clear()
    yield
    anew()
    keys._unused.clear()


def anew():
    """As after a new start: nothing is remembered of any key."""
    keeping.forget_all()
    keys._opened.clear()


@pytest.fixture
def village(db):
    """Makes cooperatives, each acted for by whoever asks."""

    def one(slug="karbes"):
        return create_cooperative(
            slug=slug, name=f"KMP {slug}", kind="kmp", village_code="35.73.04.1009", books_from=date(2025, 1, 1)
        )

    return one


@pytest.fixture
def coop(village):
    made = village()
    with acting_for(made.id):
        yield made


@pytest.fixture
def siti(coop):
    return actions.register(cooperative_id=coop.id, full_name="Siti Aminah", nik=CARD, by=1)
