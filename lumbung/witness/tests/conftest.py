import pytest

from lumbung.ledger.tests.conftest import BENDAHARA, KETUA, coop, post  # noqa: F401 - fixtures
from lumbung.tlog import checkpoint, note
from lumbung.witness import reports
from lumbung.witness.tests.next_door import known, neighbour, noon  # noqa: F401 - fixtures


@pytest.fixture
def seen(coop):  # noqa: F811
    """What the log of the cooperative says of itself now, believed only with its key."""

    def _seen() -> checkpoint.Checkpoint:
        signed = note.parse(str(reports.head(coop)))
        return checkpoint.verify(signed, reports.log_keys(coop)[0])

    return _seen
