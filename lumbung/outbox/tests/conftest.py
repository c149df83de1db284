"""A cooperative with a treasurer, three members, Rp1.000.000 in cash, and a device that writes items."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

import pytest

from lumbung import clock, ids
from lumbung.cash import actions as cash
from lumbung.cash import reports as places
from lumbung.cooperatives.actions import create_cooperative, set_bylaw
from lumbung.cooperatives.reports import open_tasks
from lumbung.cooperatives.tenant import acting_for
from lumbung.ledger import reports as books
from lumbung.ledger.actions import open_book
from lumbung.ledger.audit import problems
from lumbung.members import actions as members
from lumbung.money import rp
from lumbung.outbox import actions
from lumbung.outbox.models import Receipt
from lumbung.outbox.rules import read_item
from lumbung.security.actions import appoint, create_person
from lumbung.security.tests.browsing import PASSPHRASE

NOON = datetime(2025, 8, 21, 5, 0, tzinfo=UTC)  # noon in Malang
PHONE = "+6281234567890"
TREASURER = frozenset({"bendahara"})


class Village:
    """What the tests ask for by name."""

    def __init__(self):
        self.coop = create_cooperative(
            slug="karbes", name="KMP Karbes", kind="kmp", village_code="35.73.04.1009", books_from=date(2025, 1, 1)
        )
        self.slug, self.id = self.coop.slug, self.coop.id
        with acting_for(self.id):
            open_book(cooperative_id=self.id)
            set_bylaw(cooperative_id=self.id, key="wajib_amount", value="20000", valid_from=self.coop.books_from)
            self.people = {role: self._person(role, name) for role, name in
                           (("bendahara", "Sri Wahyuni"), ("kasir", "Wati"), ("pengawas", "Budi"))}  # fmt: skip
            self.members = [
                members.register(
                    cooperative_id=self.id, full_name=name, joined_on=date(2025, 1, 5), by=1, rt="003", phone=PHONE
                )
                for name in ("Siti Aminah", "Slamet Utomo", "Painem")
            ]
            cash.receive(
                category="grant.cash", amount=rp(1_000_000), on=date(2025, 2, 1), by=1, place=places.general(self.id),
                request_id=ids.new_request(),
            )  # fmt: skip
        self.sri = self.people["bendahara"]

    def _person(self, role: str, name: str):
        person = create_person(login_name=role, full_name=name, passphrase=PASSPHRASE)
        appoint(cooperative_id=self.id, person_id=person.id, role=role, since=date(2025, 1, 1))
        return person

    def at(self, place: str = "") -> str:
        return f"/k/{self.slug}/{place}"

    def take(self, *items, by=None, roles=TREASURER):
        """What the server answers to a letter."""
        with acting_for(self.id):
            return actions.take_many(
                cooperative=self.coop, person_id=(by or self.sri).id, roles=roles, items=[read_item(i) for i in items]
            )

    def states(self, *items, **given) -> list[str]:
        return [answer.state for answer in self.take(*items, **given)]

    def sums(self) -> dict:
        """What the books hold, account by account and member by member."""
        with acting_for(self.id):
            cash, dues = (books.balance_of(self.id, code) for code in ("111100", "320000"))
            each = [books.holder_balance(self.id, "320000", member.id) for member in self.members]
        return {"cash": cash, "dues": dues, "members": each}

    def entries(self) -> int:
        with acting_for(self.id):
            return len(list(books.journal(self.id, date(2000, 1, 1), date(2099, 1, 1))))

    def tasks(self) -> list[str]:
        with acting_for(self.id):
            return [task.message for task in open_tasks(self.id)]

    def receipts(self) -> list[Receipt]:
        with acting_for(self.id):
            return list(Receipt.objects.order_by("id"))

    def sound(self) -> bool:
        """The trial balance is nil and everything recomputes."""
        with acting_for(self.id):
            return problems(self.id) == []


@pytest.fixture
def stopped():
    with clock.frozen(NOON):
        yield


@pytest.fixture
def village(db, stopped):
    return Village()


class Device:
    """Writes items as a browser does."""

    def __init__(self, village, person=None):
        self.village, self.person, self.id = village, person or village.sri, str(uuid4())
        self.sequence, self.last = 0, None

    def write(self, kind: str, body: dict, **given) -> dict:
        self.sequence += 1
        item = {
            "uuid": str(uuid4()), "device": self.id, "person": str(self.person.id),
            "cooperative": str(self.village.id), "kind": kind, "version": 3, "sequence": self.sequence,
            "previous": self.last, "body": body, "shown": [["Jumlah", body.get("amount", "")]],
            "written_at": (NOON - timedelta(minutes=30)).isoformat(), "page": self.village.at("iuran/terima/"), **given,
        }  # fmt: skip
        self.last = item["uuid"]
        return item

    def dues(self, rupiah="20.000", member=0, **given) -> dict:
        body = {"member": str(self.village.members[member].id), "amount": rupiah, "paid_on": "21 Agustus 2025",
                "place": "111100-0"}  # fmt: skip
        return self.write("dues.pay", {**body, **given.pop("body", {})}, **given)

    def spend(self, rupiah="5.000", **given) -> dict:
        body = {"category": "atk-cetak-fotokopi", "amount": rupiah, "memo": "Kertas", "on": "21/8/2025", "place": "0"}
        return self.write("cash.out", {**body, **given.pop("body", {})}, **given)

    def earn(self, rupiah="50.000", **given) -> dict:
        body = {"category": "penjualan", "amount": rupiah, "memo": "Sayur", "on": "21/8/2025", "place": "0"}
        return self.write("cash.in", {**body, **given.pop("body", {})}, **given)


@pytest.fixture
def device(village):
    return Device(village)


def as_uuid(item: dict) -> UUID:
    return UUID(item["uuid"])
