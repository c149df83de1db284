"""A cooperative with a bit of everything, and a signed-in person of any role who opens and fills in pages."""

from datetime import date
from uuid import uuid4

from lumbung import clock
from lumbung.cash import actions, reports
from lumbung.cash.statements import Printed, Told
from lumbung.cash.tests.conftest import BENDAHARA
from lumbung.cash.tests.test_slips import picture
from lumbung.money import rp
from lumbung.security.models import Appointment, Person
from lumbung.web.photos import made_anew


def person(name: str) -> Person:
    return Person.objects.create(login_name=name, full_name=name.title(), created_at=clock.now())


class Desk:
    def __init__(self, coop, kas, bri, facts, client):
        self.coop, self.kas, self.client = coop, kas, client
        ketua = person("susy")
        Appointment.objects.create(cooperative_id=coop, person_id=ketua.id, role="ketua", since=date(2025, 1, 1))
        who = {"holder": ketua.id, "holder_name": "Susy", "purpose": "RAT", "amount": rp(1_000), "place": kas}
        self.advance = actions.give_advance(**facts(**who))
        self.receipt = actions.receive_unidentified(**facts(text="tanpa nama", amount=rp(5_000), place=bri))
        self.number = actions.pay(
            category="expense.stationery", amount=rp(68_000), place=kas, memo="Kertas", **facts()
        ).number
        self.supplier = actions.add_supplier(cooperative_id=coop, name="Keripik Bu Sutini", commission=2_000)
        self.count = actions.count_cash(
            place=kas,
            pieces={"lembar_1000": 1},
            seen=reports.balance(kas),
            reason="salah kembalian",
            **facts(),
        )
        bank_says = Told([Printed(date(2025, 2, 3), rp(5_000), "TRF")], 0, rp(5_000), "a" * 64)
        self.statement = actions.keep_statement(
            place=bri, told=bank_says, file_name="feb.csv", by=BENDAHARA, through=date(2025, 2, 28)
        )
        self.slip = actions.attach_slip(
            cooperative_id=coop, number=self.number, slip=made_anew(picture()), by=BENDAHARA
        )

    def sign_in(self, role=""):
        who = person(role or "orang-lain")
        if role:
            since = date(2025, 1, 1)
            Appointment.objects.create(cooperative_id=self.coop, person_id=who.id, role=role, since=since)
        self.client.force_login(who)
        return who

    def address(self, page: str) -> str:
        ids = {
            "advance": self.advance.id,
            "receipt": self.receipt.id,
            "number": self.number,
            "slip": self.slip.id,
            "count": self.count.id,
            "statement": self.statement.id,
        }
        return f"/k/karbes/kas/{page.lstrip('/').format(**ids)}"

    def get(self, page: str, **query):
        return self.client.get(self.address(page), query)

    def post(self, page: str, htmx=False, **data):
        data = {"on": "3/2/2025", "place": "0", "request_id": str(uuid4()), **data}
        return self.client.post(self.address(page), data, headers={"HX-Request": "true"} if htmx else {})
