"""Counting a till, and giving it into other hands."""

from datetime import date
from uuid import uuid4

import pytest

from lumbung.cash import actions, reports
from lumbung.cash.models import Count, HandoverAnswer
from lumbung.cash.rules import counting
from lumbung.cash.tests.conftest import BENDAHARA, DAY, journal
from lumbung.money import rp
from lumbung.web.words import Refused

RINI = 22
MILLION = {"lembar_100000": 9, "lembar_50000": 1, "lembar_20000": 2, "lembar_10000": 1}
SHORT = {"lembar_100000": 9, "lembar_50000": 1, "keping_500": 90}  # Rp995.000


def test_every_piece_is_worth_what_is_printed_on_it():
    assert counting.worth(dict.fromkeys(counting.PIECES, 1)) == rp(189_800)
    assert counting.worth({}) == 0
    assert counting.some({"keping_100": 3, "lembar_5000": 0, "lembar_100000": 2}) == {
        "lembar_100000": 2,
        "keping_100": 3,
    }


@pytest.mark.parametrize("wrong", [{"lembar_3000": 1}, {"lembar_5000": -1}])
def test_what_no_till_holds_cannot_be_counted(wrong):
    with pytest.raises((KeyError, ValueError)):
        counting.worth(wrong)


def test_a_till_that_fits_is_kept_and_nothing_is_booked(coop, kas, facts):
    before = journal(coop)
    kept = actions.count_cash(place=kas, pieces=MILLION, seen=rp(1_000_000), witness="Pak Heru", **facts())

    assert (kept.document, kept.difference, kept.number, kept.witness) == ("BAK-2025-0001", 0, None, "Pak Heru")
    assert journal(coop) == before
    assert reports.countable(coop)[0].words(DAY) == "Terakhir dihitung hari ini, cocok."


def test_a_difference_is_booked_with_its_reason_once(coop, kas, facts):
    tap = dict(place=kas, pieces=SHORT, seen=rp(1_000_000), book_it=True, reason="salah kembalian", **facts())
    first = actions.count_cash(**tap)

    assert actions.count_cash(**tap).id == first.id
    assert first.difference == -rp(5_000)
    assert journal(coop)[-1] == "2025-02-03 BKK-2025-000001 526100 <- 111100 5000"
    assert reports.balance(kas) == rp(995_000)
    assert reports.still_missing(coop) == []


def test_more_than_there_should_be_is_booked_too(coop, kas, facts):
    more = {**MILLION, "keping_200": 5}
    actions.count_cash(place=kas, pieces=more, seen=rp(1_000_000), book_it=True, reason="kembalian ditolak", **facts())
    assert journal(coop)[-1] == "2025-02-03 BKM-2025-000002 111100 <- 431300 1000"


def test_a_difference_may_be_looked_for_first(coop, kas, facts):
    kept = actions.count_cash(place=kas, pieces=SHORT, seen=rp(1_000_000), **facts())

    assert kept.number is None
    assert [row.id for row in reports.still_missing(coop)] == [kept.id]
    assert reports.countable(coop)[0].words(date(2025, 2, 4)) == "Terakhir dihitung kemarin, kurang Rp5.000."


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"reason": " "}, "Tulis sebab selisihnya, misalnya “salah memberi kembalian”."),
        ({"seen": rp(999_000)}, "berubah dari Rp999.000 menjadi Rp1.000.000"),
        ({"on": date(2099, 1, 1)}, "belum terjadi"),
    ],
)
def test_a_count_that_cannot_be_kept_leaves_nothing(coop, kas, facts, changes, words):
    tap = facts(place=kas, pieces=SHORT, seen=rp(1_000_000), book_it=True, reason="x") | changes
    with pytest.raises(Refused, match=words):
        actions.count_cash(**tap)
    assert not Count.objects.filter(cooperative_id=coop).exists()
    assert len(journal(coop)) == 1


def test_a_bank_account_has_no_notes_to_count(bri, facts):
    with pytest.raises(Refused, match="rekening korannya"):
        actions.count_cash(place=bri, pieces={}, seen=0, **facts())


def test_papers_are_numbered_by_year_without_a_gap(kas, laci, facts):
    papers = [
        actions.count_cash(place=place, pieces={}, seen=seen, **facts(on=day)).document
        for place, seen, day in ((kas, rp(1_000_000), DAY), (laci, 0, DAY), (laci, 0, date(2026, 1, 2)))
    ]
    assert papers == ["BAK-2025-0001", "BAK-2025-0002", "BAK-2026-0001"]


# --- handing on -----------------------------------------------------------------------------------------------


@pytest.fixture
def offered(kas, facts):
    return actions.offer_till(taker=RINI, place=kas, pieces=MILLION, seen=rp(1_000_000), **facts())


def answer(count, **more):
    facts = {"cooperative_id": count.cooperative_id, "count_id": count.id, "by": RINI, "accepted": True}
    return actions.answer_offer(**facts | more)


def test_a_till_is_hers_once_she_says_so(coop, kas, offered):
    assert reports.countable(coop)[0].keeper == ""
    assert [each.handover.taker for each in reports.waiting_offers(coop, RINI)] == [RINI]
    answer(offered)

    assert answer(offered).accepted  # the second tap
    assert reports.waiting_offers(coop) == []
    assert HandoverAnswer.objects.filter(cooperative_id=coop).count() == 1


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"by": BENDAHARA}, "bukan untuk Anda"),
        ({"accepted": False}, "Tulis mengapa tidak diterima"),
    ],
)
def test_only_the_taker_answers_and_a_no_has_its_reason(offered, more, words):
    with pytest.raises(Refused, match=words):
        answer(offered, **more)


def test_a_no_is_not_turned_into_a_yes(offered):
    answer(offered, accepted=False, reason="kurang Rp5.000")
    with pytest.raises(Refused, match="sudah Anda jawab"):
        answer(offered)


def test_nobody_hands_a_till_to_herself_and_a_till_is_on_one_way_at_a_time(kas, offered, facts):
    till = facts(place=kas, pieces=MILLION, seen=rp(1_000_000))
    with pytest.raises(Refused, match="serah terima perlu dua orang"):
        actions.offer_till(taker=BENDAHARA, **till)
    with pytest.raises(Refused, match="masih menunggu jawaban"):
        actions.offer_till(taker=RINI, **till | {"request_id": uuid4()})
