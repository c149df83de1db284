"""A cooperative with officers who may be dishonest, and a supervisor who reads the signs."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest

from lumbung import clock
from lumbung.cash import actions as cash
from lumbung.cash.reports import general
from lumbung.cooperatives.actions import create_cooperative
from lumbung.cooperatives.tenant import acting_for
from lumbung.dues import actions as dues
from lumbung.ledger.actions import open_book
from lumbung.members.actions import register
from lumbung.money import rp
from lumbung.security.models import Appointment, Person
from lumbung.supervision.reports import sign

NOON = datetime(2026, 3, 20, 5, tzinfo=UTC)
TODAY = date(2026, 3, 20)


class Village:
    """Whoever acts here says by whom and on which day; `signs(5)` is what the supervisor reads today."""

    def __init__(self, cooperative, people):
        self.cooperative, self.id, self.people = cooperative, cooperative.id, people
        self.place = general(self.id)

    def facts(self, **more) -> dict:
        return {"on": TODAY, "by": self.people["bendahara"], "request_id": uuid4(), **more}

    def receive(self, rupiah, category="grant.cash", **more):
        return cash.receive(category=category, amount=rp(rupiah), **self.facts(**{"place": self.place, **more}))

    def pay(self, rupiah, category="expense.stationery", **more):
        return cash.pay(category=category, amount=rp(rupiah), **self.facts(**{"place": self.place, **more}))

    def member(self, name="Tumini", joined=date(2026, 1, 5), paid=True, **facts):
        made = register(cooperative_id=self.id, full_name=name, joined_on=joined, by=self.people["sekretaris"], **facts)
        if paid:
            dues.pay_dues(member=made, amount=rp(20_000), paid_on=TODAY, by=self.people["kasir"], request_id=uuid4())
        return made

    def signs(self, number: int):
        return sign(self.id, TODAY, number)

    def days_ago(self, days: int):
        """As if it were recorded then."""
        return clock.frozen(NOON - timedelta(days=days))


@pytest.fixture
def village(db):
    with clock.frozen(NOON):
        made = create_cooperative(
            slug="karbes", name="KMP Karbes", kind="kmp", village_code="35.73.04.1009", books_from=date(2024, 1, 1)
        )
        with acting_for(made.id):
            open_book(cooperative_id=made.id)
            yield Village(made, {role: _person(made.id, role) for role in
                                 ("bendahara", "kasir", "sekretaris", "ketua", "pengawas")})  # fmt: skip


def _person(cooperative_id: int, role: str) -> int:
    made = Person.objects.create(login_name=role, full_name=role.title(), created_at=clock.now())
    Appointment.objects.create(cooperative_id=cooperative_id, person_id=made.id, role=role, since=date(2024, 1, 1))
    return made.id
