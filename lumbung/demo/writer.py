"""What is known of one cooperative while it is being written."""

from lumbung import ids
from lumbung.assets.models import Item
from lumbung.cash import reports as cash_reports
from lumbung.cash.models import Advance, CashPlace, Supplier
from lumbung.cooperatives.models import Cooperative
from lumbung.demo.deeds import KAS
from lumbung.demo.life import Life
from lumbung.ledger.journal import CASH, Place
from lumbung.members.models import Member


class Writer:
    """Its life, and the rows that its deeds point at."""

    def __init__(self, cooperative: Cooperative, life: Life, by: int):
        self.cooperative, self.life, self.by = cooperative, life, by
        self.members: list[Member] = []
        self.places: dict[str, CashPlace] = {KAS: cash_reports.general(cooperative.id)}
        self.suppliers: dict[str, Supplier] = {}
        self.numbers: dict[str, int] = {}  # of entries, by the key of their deed
        self.advances: dict[str, Advance] = {}
        self.things: dict[str, Item] = {}  # of the inventory book
        self._facts = 0

    @property
    def id(self) -> int:
        return self.cooperative.id

    def request(self):
        """The request id of the next deed: the same in every build."""
        self._facts += 1
        return ids.from_fact(f"demo:{self.cooperative.slug}:{self._facts}")

    def spot(self, place: str) -> Place:
        return self.places[place].spot if place in self.places else CASH

    def officer(self, role: str) -> Member:
        """The first members of a cooperative are its officers."""
        return self.members[{"ketua": 0, "sekretaris": 1}[role]]
