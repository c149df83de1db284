"""Savings above the limit wait for the chair, and are paid once, as they were read, by somebody else."""

from datetime import date
from uuid import uuid4

import pytest

from lumbung.approvals import actions as approvals
from lumbung.approvals import deeds
from lumbung.approvals.models import Draft
from lumbung.cooperatives.actions import set_bylaw
from lumbung.ledger import reports as books
from lumbung.ledger.journal import CASH
from lumbung.money import rp
from lumbung.savings import actions
from lumbung.savings.models import TermEntry
from lumbung.savings.tests.conftest import SRI, credit, held, put_away, save
from lumbung.web.words import Refused

KETUA, DAY = 9, date(2026, 11, 15)


@pytest.fixture(autouse=True)
def two_million(karangbesuki):
    set_bylaw(cooperative_id=karangbesuki.id, key="approval_limit", value="2000000", valid_from=date(2026, 1, 2))


def approve(draft):
    return approvals.approve(cooperative_id=draft.cooperative_id, draft_id=draft.id, digest=draft.digest, by=KETUA)


def of(one, **facts):
    return {"cooperative_id": one.cooperative_id, "deposit_id": one.id, "on": DAY, "by": SRI, "request_id": uuid4(),
            **facts}  # fmt: skip


def test_a_withdrawal_above_the_limit_waits_and_is_posted_with_both_names(siti):
    save(siti, 5_000_000)
    tap = {"member": siti, "amount": rp(3_000_000), "on": DAY, "by": SRI, "request_id": uuid4()}
    with pytest.raises(Refused, match="menunggu persetujuan ketua"):
        actions.withdraw(**tap)
    draft = actions.withdraw_or_ask(**tap)
    assert isinstance(draft, Draft) and actions.withdraw_or_ask(**tap).id == draft.id and held(siti) == 5_000_000

    entry = books.entry(siti.cooperative_id, approve(draft).number)
    assert (entry.kind, entry.made_by, entry.approved_by) == ("savings.withdrawn", SRI, KETUA)
    assert held(siti) == 2_000_000
    assert isinstance(actions.withdraw_or_ask(**{**tap, "amount": rp(1_000_000), "request_id": uuid4()}), int)


def test_a_deposit_that_ends_is_kept_as_ended_in_the_same_deed(siti):
    one = put_away(siti, 10_000_000)
    with pytest.raises(Refused, match="menunggu persetujuan ketua"):
        actions.end_term(**of(one))
    draft = actions.end_or_ask(**of(one))
    assert draft.amount == rp(10_225_000) and not TermEntry.objects.exists()

    number = approve(draft).number
    assert TermEntry.objects.get().number == number and books.entry(one.cooperative_id, number).approved_by == KETUA
    assert held(siti, "211300") == 0


def test_an_ending_is_approved_for_the_amount_that_was_seen(siti):
    one = put_away(siti, 10_000_000)
    draft = actions.end_or_ask(**of(one))
    more = approvals.change(
        cooperative_id=one.cooperative_id, draft_id=draft.id, amount=rp(11_000_000), on=DAY, memo="", by=SRI,
        request_id=uuid4(),
    )  # fmt: skip
    with pytest.raises(Refused, match=r"sekarang Rp10\.225\.000"):
        approve(more)
    assert not TermEntry.objects.exists()


def test_what_goes_into_her_own_savings_waits_for_nobody(siti):
    one = put_away(siti, 10_000_000)
    assert isinstance(actions.end_or_ask(**of(one, cash=None)), int)
    assert held(siti) == 10_225_000


def test_interest_of_a_deposit_above_the_limit_waits_and_a_second_tap_finds_it(siti):
    one = put_away(siti, 400_000_000, on=date(2026, 9, 15))  # 3.000.000 a month, of which a tenth is tax
    credit(siti.cooperative_id)
    tap = of(one)
    with pytest.raises(Refused, match="menunggu persetujuan ketua"):
        actions.pay_interest(**tap)
    draft = actions.interest_or_ask(**tap)
    assert draft.amount == rp(2_700_000) and actions.interest_or_ask(**tap).id == draft.id

    assert books.entry(one.cooperative_id, approve(draft).number).approved_by == KETUA
    with pytest.raises(Refused, match="Belum ada jasa"):
        actions.interest_or_ask(**of(one))


def test_tax_above_the_limit_goes_to_the_state_after_the_chair_has_seen_it(siti):
    save(siti, 500_000_000, on=date(2026, 8, 3))
    for period, last in (("2026-08", 31), ("2026-09", 30), ("2026-10", 31)):
        credit(siti.cooperative_id, period=period, on=date(2026, int(period[5:]), last))
    owed = books.balance_of(siti.cooperative_id, "213100")
    tap = {"cooperative_id": siti.cooperative_id, "on": DAY, "by": SRI, "cash": CASH, "memo": "0A1B2C"}
    assert owed > rp(500_000)
    set_bylaw(cooperative_id=siti.cooperative_id, key="approval_limit", value="500000", valid_from=date(2026, 1, 2))

    with pytest.raises(Refused, match="menunggu persetujuan ketua"):
        actions.remit_tax(amount=owed, request_id=uuid4(), **tap)
    draft = actions.remit_or_ask(amount=owed, request_id=uuid4(), **tap)
    assert isinstance(draft, Draft) and books.balance_of(siti.cooperative_id, "213100") == owed
    assert [words for words, _told in deeds.known(draft.deed).tell(siti.cooperative_id, draft.facts)] == [
        "Diambil dari", "Uang di sana sekarang",
    ]  # fmt: skip

    entry = books.entry(siti.cooperative_id, approve(draft).number)
    assert (entry.kind, entry.approved_by, books.balance_of(siti.cooperative_id, "213100")) == (
        "savings.tax_remitted", KETUA, 0,
    )  # fmt: skip
    assert "NTPN 0A1B2C" in entry.memo
