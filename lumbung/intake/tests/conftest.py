from datetime import date
from pathlib import Path

import pytest

from lumbung.cooperatives.actions import create_cooperative, set_bylaw
from lumbung.cooperatives.tenant import acting_for
from lumbung.intake import actions
from lumbung.ledger.actions import open_book

SAMPLES = Path(__file__).parents[3] / "samples"
FILES = {"members": "buku-anggota.xlsx", "dues": "iuran-2025.xlsx", "cash": "kas-harian-2025.xlsx"}
BENDAHARA, TODAY = 1, date(2026, 3, 5)


def make_cooperative(slug="sekar-arum", books_from=date(2025, 1, 1)):
    """A cooperative with an empty book, dues of Rp20.000 and principal of Rp100.000."""
    made = create_cooperative(
        slug=slug, name="Koperasi Sekar Arum", kind="existing", village_code="35.73.04.1009", books_from=books_from
    )
    with acting_for(made.id):
        open_book(cooperative_id=made.id)
        for key, value in (("pokok_amount", "100000"), ("wajib_amount", "20000")):
            set_bylaw(cooperative_id=made.id, key=key, value=value, valid_from=books_from)
    return made


@pytest.fixture
def coop(db):
    """We act for a cooperative with an empty book."""
    made = make_cooperative()
    with acting_for(made.id):
        yield made.id


@pytest.fixture
def take(coop):
    """Take a workbook in as the treasurer does."""

    def _take(kind, path, **how):
        given = {"cooperative_id": coop, "kind": kind, "path": path, "by": BENDAHARA, "today": TODAY, **how}
        return actions.take(**given)

    return _take


@pytest.fixture
def take_sample(take):
    """Take one book of a sample set in."""

    def _take(name, kind, **how):
        return take(kind, SAMPLES / name / FILES[kind], **how)

    return _take
