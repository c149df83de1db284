"""The real cooperative behind the same deeds as the model, and the points at which it is made to fail."""

import uuid
from contextlib import contextmanager
from datetime import date

from lumbung.approvals import actions as approvals
from lumbung.approvals import reports as waiting
from lumbung.cash import actions as cash
from lumbung.cash import reports as places
from lumbung.cooperatives.actions import create_cooperative, set_bylaw
from lumbung.cooperatives.tenant import acting_for
from lumbung.dues import actions as dues
from lumbung.dues.actions import keeping
from lumbung.ledger import actions as ledger
from lumbung.ledger import reports as books
from lumbung.ledger import store
from lumbung.ledger.actions import posting
from lumbung.ledger.reports.book import book_facts
from lumbung.members import actions as members
from lumbung.members.models import Member
from lumbung.savings import actions as savings
from lumbung.witness.actions import signing

TREASURER, CHAIR = 1, 2
ACCOUNTS = {"dues": "320000", "savings": "211100"}
POINTS = {  # name → whose function, which, and whether it has done its part when the fault strikes
    "before the documents are numbered": (store, "take_documents", False),
    "when the documents are numbered": (store, "take_documents", True),
    "before the entry is written": (store, "insert", False),
    "when the entry is written": (store, "insert", True),
    "before the book moves on": (store, "advance_book", False),
    "when the book has moved on": (store, "advance_book", True),
    "before the head is signed": (signing, "signer_for", False),
    "before the months are kept": (keeping, "keep", False),
    "when the months are kept": (keeping, "keep", True),
    "when the salts are made": (posting, "_salts", True),
}


class Cut(Exception):
    """The machine stopped here."""


@contextmanager
def fault_at(name: str):
    """Let the deed inside fail at a named point; `struck` of what is given tells whether it came that far."""
    module, function, after = POINTS[name]
    real, told = getattr(module, function), {"struck": False}

    def failing(*args, **kwargs):
        if after:
            real(*args, **kwargs)
        told["struck"] = True
        raise Cut(name)

    setattr(module, function, failing)
    try:
        yield told
    finally:
        setattr(module, function, real)


class Office:
    """One cooperative with three members; every method is a deed of the model under the same name."""

    def __init__(self, since: date):
        made = create_cooperative(
            slug=f"uji-{uuid.uuid4().hex[:8]}",
            name="KMP Uji",
            kind="kmp",
            village_code="35.73.04.1009",
            books_from=since,
        )
        self.id = made.id
        with acting_for(self.id):
            ledger.open_book(cooperative_id=self.id)
            set_bylaw(cooperative_id=self.id, key="wajib_amount", value="20000", valid_from=since)
            rows = [{"full_name": name, "joined_on": since} for name in ("Siti", "Budi", "Tono")]
            self.members: list[Member] = members.register_many(cooperative_id=self.id, rows=rows, by=TREASURER)

    def pay_dues(self, request, on, member, amount):
        facts = {"member": self.members[member], "amount": amount, "paid_on": on}
        return dues.pay_dues(**facts, by=TREASURER, request_id=request).number

    def deposit(self, request, on, member, amount):
        return savings.deposit(
            member=self.members[member], amount=amount, on=on, by=TREASURER, request_id=request
        ).number

    def withdraw(self, request, on, member, amount):
        return savings.withdraw(
            member=self.members[member], amount=amount, on=on, by=TREASURER, request_id=request
        ).number

    def receive(self, request, on, amount):
        facts = {"category": "sale.non_member", "counterparty": "non_member", "place": places.general(self.id)}
        return cash.receive(amount=amount, on=on, by=TREASURER, request_id=request, **facts).number

    def spend(self, request, on, amount):
        facts = {"category": "expense.stationery", "place": places.general(self.id)}
        answer = cash.pay_or_ask("cash.pay", amount=amount, on=on, by=TREASURER, request_id=request, **facts)
        return answer if isinstance(answer, int) else None

    def approve(self, request, by):
        draft = waiting.asked_before(self.id, request)
        approvals.approve(cooperative_id=self.id, draft_id=draft.id, digest=draft.digest, by=by)
        return book_facts(self.id).entries

    def refuse(self, request, by):
        draft = waiting.asked_before(self.id, request)
        approvals.refuse(cooperative_id=self.id, draft_id=draft.id, digest=draft.digest, by=by, reason="tidak perlu")

    def undo(self, request, on, number):
        return ledger.undo(self.id, number, on=on, by=TREASURER, reason="salah", request_id=request).number

    def close(self, last):
        return ledger.close_month(cooperative_id=self.id, month=last, by=TREASURER, request_id=uuid.uuid4()).number

    def reopen(self, month, on, by, approved_by):
        facts = {"by": by, "approved_by": approved_by, "reason": "salah", "request_id": uuid.uuid4()}
        return ledger.reopen(cooperative_id=self.id, month=month, on=on, **facts).number

    def held(self, place) -> int:
        """Sen in the till, or of a member: what she has paid in."""
        if place == "cash":
            return books.balance_of(self.id, "111100")
        what, member = place
        return books.holder_balance(self.id, ACCOUNTS[what], self.members[member].id)
