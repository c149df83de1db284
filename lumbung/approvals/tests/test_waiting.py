"""Payments above the limit wait, and are posted once, as they were read, by somebody else."""

from datetime import date
from uuid import uuid4

import pytest

from lumbung.approvals import actions, reports, rules
from lumbung.approvals.models import Draft
from lumbung.approvals.tests.conftest import DAY, KETUA, SITI, ask, facts, journal
from lumbung.cash import actions as cash
from lumbung.cash import reports as places
from lumbung.cooperatives.actions import set_bylaw
from lumbung.ledger import actions as ledger
from lumbung.ledger import reports as books
from lumbung.money import rp
from lumbung.web.words import Refused


def test_at_the_limit_it_is_paid_above_it_waits(coop, kas):
    assert isinstance(ask(kas, 2_000_000), int)
    assert isinstance(ask(kas, 2_000_001), Draft)
    assert len(journal(coop)) == 2
    assert places.balance(kas) == rp(7_000_000)


def test_nobody_is_asked_for_what_is_not_there(coop, kas):
    with pytest.raises(Refused, match="Uang di Kas Umum hanya Rp9.000.000"):
        ask(kas, 9_000_001)
    assert reports.waiting(coop) == []


def test_the_limit_of_the_day_counts(coop, kas):
    set_bylaw(cooperative_id=coop, key="approval_limit", value="5000000", valid_from=date(2025, 2, 4))
    assert isinstance(ask(kas), Draft)
    assert isinstance(ask(kas, on=date(2025, 2, 4)), int)


def test_nobody_pays_above_the_limit_past_the_chair(kas):
    with pytest.raises(Refused, match=r"di atas Rp2.000.000.*menunggu persetujuan ketua"):
        cash.pay(category="machinery.bought", amount=rp(3_500_000), place=kas, **facts())
    with pytest.raises(Refused, match="menunggu persetujuan"):
        cash.give_advance(holder=5, holder_name="Heru", purpose="x", amount=rp(3_500_000), place=kas, **facts())


def test_approved_it_is_posted_with_both_names_once(coop, kas, waiting, decide):
    decision = decide(waiting)
    entry = books.entry(coop, decision.number)

    assert journal(coop)[-1] == "2025-02-03 BKK-2025-000001 121400 <- 111100 3500000"
    assert (entry.made_by, entry.approved_by, entry.memo) == (SITI, KETUA, "Etalase kaca")
    assert decide(waiting, by=KETUA + 1).number == decision.number
    assert len(journal(coop)) == 2 and reports.waiting(coop) == []


def test_a_second_tap_waits_once(coop, kas):
    tap = facts(category="machinery.bought", amount=rp(3_500_000), place=kas)
    assert cash.pay_or_ask("cash.pay", **tap).id == cash.pay_or_ask("cash.pay", **tap).id
    assert len(reports.waiting(coop)) == 1


def test_the_maker_never_decides(waiting, decide):
    for deed, more in ((actions.approve, {}), (actions.refuse, {"reason": "x"})):
        with pytest.raises(Refused, match="Yang mengajukan tidak boleh memutuskan"):
            decide(waiting, deed, by=SITI, **more)


def test_what_was_changed_must_be_read_again(coop, waiting, decide):
    actions.change(cooperative_id=coop, draft_id=waiting.id, amount=rp(4_000_000), on=DAY, memo="Etalase besar",
                   by=SITI, request_id=uuid4())  # fmt: skip
    with pytest.raises(Refused, match="diubah sesudah Anda membukanya"):
        decide(waiting, digest=waiting.digest)

    decide(waiting)
    assert journal(coop)[-1].endswith("121400 <- 111100 4000000")
    assert [row.version for row in reports.versions(coop, waiting.id)] == [2, 1]


@pytest.mark.parametrize("change", [{"amount": 1}, {"memo": "x"}, {"on": date(2025, 2, 4)}, {"version": 2},
                                    {"deed": "x"}, {"facts": {"place": 1}}, {"draft_id": 8}])  # fmt: skip
def test_every_part_of_a_draft_is_in_its_fingerprint(change):
    draft = {"draft_id": 7, "version": 1, "deed": "cash.pay", "amount": 100, "on": DAY, "memo": "", "facts": {}}
    assert rules.digest(**draft) != rules.digest(**{**draft, **change})


def test_a_no_has_its_reason_and_stays_one(coop, waiting, decide):
    with pytest.raises(Refused, match="Tulis mengapa ditolak"):
        decide(waiting, actions.refuse, reason=" ")
    decide(waiting, actions.refuse, reason="minta penawaran lain")
    with pytest.raises(Refused, match="sudah ditolak"):
        decide(waiting)
    assert len(journal(coop)) == 1
    assert [case.decision.reason for case in reports.decided(coop)] == ["minta penawaran lain"]


def test_only_the_maker_changes_it_and_takes_it_back(coop, waiting, decide):
    given = {"cooperative_id": coop, "draft_id": waiting.id}
    with pytest.raises(Refused, match="Hanya yang mengajukan"):
        actions.withdraw(by=KETUA, **given)
    with pytest.raises(Refused, match="Hanya yang mengajukan"):
        actions.change(by=KETUA, amount=1, on=DAY, memo="", request_id=uuid4(), **given)
    actions.withdraw(by=SITI, **given)
    with pytest.raises(Refused, match="sudah ditarik kembali"):
        decide(waiting)
    with pytest.raises(Refused, match="sudah ditarik kembali"):
        actions.change(by=SITI, amount=1, on=DAY, memo="", request_id=uuid4(), **given)


def test_what_the_deed_refuses_leaves_it_waiting(coop, kas, waiting, decide):
    cash.move(source=kas, target=bank(coop), amount=rp(8_000_000), **facts())
    with pytest.raises(Refused, match="Uang di Kas Umum hanya Rp1.000.000"):
        decide(waiting)
    assert [case.draft.id for case in reports.waiting(coop)] == [waiting.id]
    assert reports.decided(coop) == []


def bank(coop):
    return cash.open_place(cooperative_id=coop, kind="bank", name="BRI", bank_name="BRI", opened_on=date(2025, 1, 1))


def test_a_month_that_closed_meanwhile_is_answered_by_another_day(coop, waiting, decide):
    ledger.close_month(cooperative_id=coop, month=DAY, by=SITI, request_id=uuid4())
    with pytest.raises(Refused, match="Buku sudah ditutup sampai 28 Februari 2025"):
        decide(waiting)
    march = date(2025, 3, 1)
    actions.change(cooperative_id=coop, draft_id=waiting.id, amount=waiting.amount, on=march, memo="", by=SITI,
                   request_id=uuid4())  # fmt: skip
    assert books.entry(coop, decide(waiting).number).booked_on == march


def test_advances_their_settling_and_unknown_payments_wait_too(coop, kas, decide):
    who = {"holder": 5, "holder_name": "Pak Heru"}
    given = cash.pay_or_ask("cash.give_advance", amount=rp(2_500_000), place=kas, memo="bazar", **facts(**who))
    decide(given)
    [advance] = places.open_advances(coop)
    small = cash.pay_or_ask("cash.pay_unidentified", amount=rp(2_500_000), place=kas, memo="?", **facts())
    decide(small)
    settling = {"advance": advance.id, "category": "expense.general", "place": kas}
    settled = cash.pay_or_ask("cash.settle_advance", amount=rp(4_600_000), **facts(**settling))
    assert [given.title, small.title, settled.title] == [
        "Panjar Pak Heru", "Belum tahu untuk apa", "Selesaikan panjar Pak Heru"
    ]  # fmt: skip
    decide(settled)
    assert places.balance(kas) == rp(9_000_000 - 2_500_000 - 2_500_000 - 2_100_000)
    assert places.open_advances(coop) == []


def test_what_an_advance_covered_does_not_wait(kas, coop, decide):
    who = {"holder": 5, "holder_name": "Pak Heru"}
    decide(cash.pay_or_ask("cash.give_advance", amount=rp(3_000_000), place=kas, memo="bazar", **facts(**who)))
    [advance] = places.open_advances(coop)
    settling = {"advance": advance.id, "category": "expense.general", "place": kas}
    assert isinstance(cash.pay_or_ask("cash.settle_advance", amount=rp(4_900_000), **facts(**settling)), int)
