from datetime import date

import pytest

from lumbung import ids
from lumbung.cash import actions, reports
from lumbung.cooperatives.actions import create_cooperative
from lumbung.cooperatives.tenant import acting_for
from lumbung.ledger import actions as ledger
from lumbung.ledger import reports as books
from lumbung.money import decimal_string, rp

BENDAHARA, SITI, DAY = 1, 11, date(2025, 2, 3)


def new_cooperative(slug="karbes"):
    cooperative = create_cooperative(
        slug=slug, name="KMP Karbes", kind="kmp", village_code="35.73.04.1009", books_from=date(2025, 1, 1)
    )
    with acting_for(cooperative.id):
        ledger.open_book(cooperative_id=cooperative.id)
    return cooperative


def journal(cooperative_id, *, names=None):
    """Each entry as a line: `2025-02-03 BKK-2025-000001 522300 <- 111100 68000`; more lines are joined by ` + `."""
    return [
        f"{entry.booked_on} {entry.document} {_moves(entry, names or {})}"
        for entry in books.journal(cooperative_id, date(2000, 1, 1), date(2099, 1, 1))
    ]


def _moves(entry, names):
    debits = [line for line in entry.lines if line.debit]
    credits = [line for line in entry.lines if line.credit]
    if len(debits) == len(credits) == 1:
        return f"{_side(debits[0], names)} <- {_side(credits[0], names)} {decimal_string(debits[0].debit)}"
    left = " + ".join(f"{_side(line, names)} {decimal_string(line.debit)}" for line in debits)
    return f"{left} <- " + " + ".join(f"{_side(line, names)} {decimal_string(line.credit)}" for line in credits)


def _side(line, names):
    return f"{line.account}/{names.get(line.holder, line.holder)}" if line.holder else line.account


@pytest.fixture
def coop(db):
    """A cooperative with an empty book, and we act for it."""
    cooperative = new_cooperative()
    with acting_for(cooperative.id):
        yield cooperative.id


@pytest.fixture
def kas(coop):
    """The treasurer's cash with Rp1.000.000 that a grant brought on 1 February."""
    place = reports.general(coop)
    actions.receive(
        category="grant.cash", amount=rp(1_000_000), on=date(2025, 2, 1), by=BENDAHARA, request_id=ids.new_request(),
        place=place, memo="Bantuan dinas",
    )  # fmt: skip
    return place


@pytest.fixture
def bri(coop):
    return actions.open_place(
        cooperative_id=coop, kind="bank", name="BRI Unit Sukun", bank_name="Bank BRI", opened_on=date(2025, 1, 1)
    )


@pytest.fixture
def laci(coop):
    return actions.open_place(cooperative_id=coop, kind="till", name="Laci Gerai", opened_on=date(2025, 1, 1))


@pytest.fixture
def facts():
    """What every deed is told: on which day, by whom, under which request."""

    def _facts(**more):
        return {"on": DAY, "by": BENDAHARA, "request_id": ids.new_request(), **more}

    return _facts


@pytest.fixture
def desk(coop, kas, bri, laci, facts, client):
    """A cooperative with a bit of everything, and a signed-in person of any role: `desk.get("buku/")`."""
    from lumbung.cash.tests.desk import Desk  # it stands on tests that stand on this file

    return Desk(coop, kas, bri, facts, client)
