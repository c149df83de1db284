from datetime import date

import pytest

from lumbung.cooperatives.actions import create_cooperative
from lumbung.cooperatives.tenant import acting_for
from lumbung.members import actions

SRI = 7


@pytest.fixture
def karangbesuki(db):
    """A cooperative whose wall is open."""
    made = create_cooperative(
        slug="kmp-karangbesuki", name="KMP Karangbesuki", kind="kmp", village_code="35.73.04.1009",
        books_from=date(2025, 1, 1),
    )  # fmt: skip
    with acting_for(made.id):
        yield made


@pytest.fixture
def register(karangbesuki):
    """Register somebody with the least that is needed."""

    def one(full_name="Sutini", **facts):
        return actions.register(cooperative_id=karangbesuki.id, full_name=full_name, by=SRI, **facts)

    return one
