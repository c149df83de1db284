"""A month is closed when nothing of its list is missing, and opened again by two people only."""

from datetime import date
from uuid import uuid4

import pytest

from lumbung.approvals import actions as approvals
from lumbung.cash import actions as cash
from lumbung.cash import reports as places
from lumbung.cash.statements import Printed, Told
from lumbung.cooperatives.actions import set_bylaw
from lumbung.ledger import actions as ledger
from lumbung.ledger import reports as books
from lumbung.money import rp
from lumbung.surplus import actions, reports, rules
from lumbung.surplus.tests.conftest import JANUARY, KETUA, SITI, TODAY, close, count, facts
from lumbung.web.words import Refused


def missing(coop, month=JANUARY):
    return [check.key for check in reports.checks(coop, month) if not check.done]


@pytest.mark.parametrize(
    ("closed", "today", "month"),
    [
        (None, "2025-02-01", "2025-01-01"),
        (None, "2025-01-31", None),
        ("2025-01-31", "2025-02-28", None),
        ("2025-01-31", "2025-03-01", "2025-02-01"),
        ("2025-01-31", "2025-07-01", "2025-02-01"),
    ],
)
def test_the_next_month_is_the_first_open_one_that_is_over(closed, today, month):
    given = [each and date.fromisoformat(each) for each in (closed, today, month)]
    assert rules.next_to_close(date(2025, 1, 5), *given[:2]) == given[2]


def test_a_new_cooperative_has_its_dues_to_look_at_and_no_till_to_count(coop):
    assert missing(coop) == ["dues"]


def test_nothing_missing_it_is_closed_once_and_shows(ready):
    tap = {"request_id": uuid4()}
    assert missing(ready) == []
    assert close(ready, **tap).number == close(ready, **tap).number

    assert reports.closed_through(ready) == date(2025, 1, 31)
    assert reports.month_to_close(ready, TODAY) is None
    assert [entry.kind for entry, _maker, _approver in reports.history(ready)] == ["period.closed"]
    with pytest.raises(Refused, match="sudah ditutup sampai 31 Januari 2025"):
        close(ready)


def test_each_thing_that_is_missing_is_named_and_keeps_the_month_open(coop, kas):
    assert missing(coop) == ["tills", "dues"]
    with pytest.raises(Refused, match="Januari 2025 belum dapat ditutup. Selesaikan dulu: Kas dihitung, Iuran dilihat"):
        close(coop)
    assert reports.closed_through(coop) is None


def test_a_count_of_early_january_does_not_tell_of_its_end(coop, kas):
    seen = places.balance(kas)
    early = {"place": kas, "pieces": {"lembar_1000": 500}, "seen": seen}
    cash.count_cash(**early, **facts(on=date(2025, 1, 24)))
    assert "tills" in missing(coop)
    cash.count_cash(**early, **facts(on=date(2025, 1, 25)))
    assert "tills" not in missing(coop)


def test_a_difference_that_nobody_booked_keeps_the_month_open(ready, kas):
    cash.count_cash(place=kas, pieces={"lembar_1000": 499}, seen=rp(500_000), **facts(on=TODAY))
    assert missing(ready) == ["tills"]


def test_unknown_money_must_be_named_within_the_month(ready, kas):
    unknown = cash.receive_unidentified(text="?", amount=rp(10_000), place=kas, **facts())
    assert missing(ready) == ["suspense"]
    later = cash.identify_as_other(receipt=unknown, category="sale.member", **facts(on=TODAY))
    assert missing(ready) == ["suspense"]
    ledger.undo(ready, later.number, reason="tanggalnya", **facts(on=TODAY))
    cash.identify_as_other(receipt=unknown, category="sale.member", **facts(on=date(2025, 1, 31)))
    assert missing(ready) == []


def test_an_advance_may_run_on_for_its_fortnight(ready, kas):
    def give(day, who):
        return cash.give_advance(holder=who, holder_name="Heru", purpose="x", amount=rp(1_000), place=kas,
                                 **facts(on=day))  # fmt: skip

    give(date(2025, 1, 21), 7)
    assert missing(ready) == []
    give(date(2025, 1, 17), 8)
    # the till was counted before; the money that left since is in the book
    assert missing(ready) == ["advances"]


def test_a_draft_of_the_month_is_decided_first(ready, kas):
    set_bylaw(cooperative_id=ready, key="approval_limit", value="100000", valid_from=JANUARY)
    draft = cash.pay_or_ask("cash.pay", category="expense.rent", amount=rp(300_000), place=kas, **facts())
    assert missing(ready) == ["drafts"]
    approvals.refuse(cooperative_id=ready, draft_id=draft.id, digest=draft.digest, by=KETUA, reason="tunggu RAT")
    assert missing(ready) == []


def test_the_bank_is_reconciled_first(ready, kas):
    account = cash.open_place(
        cooperative_id=ready, kind="bank", name="BRI", bank_name="BRI", opened_on=date(2025, 1, 1)
    )
    assert missing(ready) == []  # nothing ever moved there
    cash.move(source=kas, target=account, amount=rp(50_000), **facts())
    assert missing(ready) == ["banks"]
    told = Told([Printed(date(2025, 1, 21), rp(50_000), "SETORAN")], 0, rp(50_000), "a" * 64)
    kept = cash.keep_statement(place=account, told=told, file_name="x", by=SITI, through=date(2025, 1, 31))
    [pair] = places.sheet(kept).proposed
    cash.confirm(statement=kept, pairs=[(kept.id, 1, pair.touch.number)], by=SITI)
    cash.agree(statement=kept, by=SITI)
    assert missing(ready) == []


def test_months_are_closed_in_their_order_and_not_before_they_end(ready):
    with pytest.raises(Refused, match="Tutup Januari 2025 dulu"):
        close(ready, month=date(2025, 2, 1), today=date(2025, 3, 5))
    close(ready)
    with pytest.raises(Refused, match="Februari 2025 belum berakhir. Tutup sesudah 28 Februari 2025"):
        close(ready, month=date(2025, 2, 1))


# --- opening again --------------------------------------------------------------------------------------------


@pytest.fixture
def asked(ready):
    close(ready)
    return ask(ready)


def ask(coop, **more):
    given = {"month": JANUARY, "reason": "nota baru ditemukan", "by": SITI, "request_id": uuid4()}
    return actions.ask_reopening(**{"cooperative_id": coop, **given, **more})


def answer(wish, **more):
    given = {"reopening_id": wish.id, "agreed": True, "on": TODAY, "by": KETUA}
    return actions.answer_reopening(**{"cooperative_id": wish.cooperative_id, **given, **more})


def test_two_people_open_a_month_and_both_names_stay(ready, asked):
    number = answer(asked).number
    entry = books.entry(ready, number)

    assert answer(asked).number == number  # the second tap
    assert (entry.made_by, entry.approved_by) == (SITI, KETUA) and "nota baru ditemukan" in entry.memo
    assert reports.closed_through(ready) == date(2024, 12, 31)
    assert [one.kind for one, _m, _a in reports.history(ready)] == ["period.reopened", "period.closed"]
    assert reports.month_to_close(ready, TODAY) == JANUARY


def test_one_person_alone_opens_nothing(ready, asked):
    with pytest.raises(Refused, match="perlu dua orang"):
        answer(asked, by=SITI)
    assert reports.closed_through(ready) == date(2025, 1, 31)


def test_a_no_has_its_reason_and_leaves_it_closed(ready, asked):
    with pytest.raises(Refused, match="Tulis mengapa tidak"):
        answer(asked, agreed=False)
    answer(asked, agreed=False, reason="masukkan di Februari saja")
    with pytest.raises(Refused, match="sudah dijawab"):
        answer(asked)
    assert reports.closed_through(ready) == date(2025, 1, 31)


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"month": date(2025, 2, 1)}, "Februari 2025 tidak sedang ditutup"),
        ({"reason": " "}, "Tulis alasan"),
        ({}, "masih menunggu jawaban"),
    ],
)
def test_what_cannot_be_asked(ready, asked, more, words):
    with pytest.raises(Refused, match=words):
        ask(ready, **more)


def test_a_closed_month_that_was_opened_takes_entries_again(ready, asked, kas):
    with pytest.raises(Refused, match="Buku sudah ditutup"):
        cash.receive(category="sale.member", amount=rp(1_000), place=kas, **facts())
    answer(asked)
    cash.receive(category="sale.member", amount=rp(1_000), place=kas, **facts())
    assert count(kas).fits and close(ready).is_new
