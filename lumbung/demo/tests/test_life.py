"""The fifteen cooperatives, and the lives that are planned for them."""

from collections import Counter
from datetime import date, timedelta

import pytest

from lumbung.demo.deeds import BANK, KAS, TILL
from lumbung.demo.life import live
from lumbung.demo.pilot import ARJOSARI, FIFTEEN, KARANGBESUKI, KLOJEN, PILOT, SUKUN
from lumbung.ledger.events import EVENTS
from lumbung.money import rp

TODAY = date(2026, 11, 23)


def test_there_are_fifteen_and_eleven_lie_in_karangbesuki():
    assert Counter(profile.village for profile in FIFTEEN) == {KARANGBESUKI: 11, KLOJEN: 1, SUKUN: 2, ARJOSARI: 1}
    assert len({profile.slug for profile in FIFTEEN}) == 15


def test_each_kelurahan_has_one_kmp():
    assert Counter(p.village for p in FIFTEEN if p.kind == "kmp") == dict.fromkeys(
        (KARANGBESUKI, KLOJEN, SUKUN, ARJOSARI), 1
    )


@pytest.mark.parametrize("profile", PILOT, ids=lambda profile: profile.slug)
def test_a_life_has_the_promised_length_and_size(profile):
    life = live(profile, TODAY)

    assert 12 <= profile.months <= 20
    assert 20 <= len(life.everyone) <= 180
    assert life.deeds[0].on >= life.start
    assert TODAY - timedelta(days=7) <= life.deeds[-1].on <= TODAY


@pytest.mark.parametrize("profile", PILOT, ids=lambda profile: profile.slug)
def test_no_place_ever_holds_less_than_nothing(profile):
    life = live(profile, TODAY)
    money = Counter(life.brought)
    done = {deed.key: deed for deed in life.deeds if deed.key}
    for deed in life.deeds:
        for place, amount in moved(deed, done):
            money[place] += amount
        assert min(money[place] for place in (KAS, TILL, BANK)) >= 0, deed


def moved(deed, done):
    """What a deed does to each place; written apart from the life's own reckoning."""
    carried = {"unit.funded": (KAS, TILL), "unit.returned": (TILL, KAS), "money.moved": (KAS, BANK)}
    if deed.event in carried:
        source, target = carried[deed.event]
        return [(source, -deed.amount), (target, deed.amount)]
    if deed.event == "advance.settled":
        return [(deed.place, done[deed.after].amount - deed.amount)]
    if deed.event == "reverse":
        return [(done[deed.after].place, done[deed.after].amount)]
    series = EVENTS[deed.event].series if deed.event in EVENTS else "BKM" if deed.event != "bill" else ""
    return [(deed.place, {"BKM": 1, "BKK": -1}.get(series, 0) * deed.amount)]


def test_the_same_day_lives_the_same_life():
    assert live(PILOT[0], TODAY) == live(PILOT[0], TODAY)


def test_a_day_later_has_lived_a_day_longer():
    earlier, later = live(PILOT[0], TODAY).deeds, live(PILOT[0], TODAY + timedelta(days=1)).deeds

    assert later[: len(earlier)] == earlier
    assert {deed.on for deed in later[len(earlier) :]} <= {TODAY + timedelta(days=1)}


@pytest.mark.parametrize("today", [date(2026, 1, 1), date(2027, 12, 31), date(2028, 2, 29), date(2031, 3, 31)])
def test_any_day_will_do(today):
    for profile in PILOT:
        life = live(profile, today)
        assert life.deeds and life.deeds[-1].on <= today


def test_laptops_come_when_the_ministry_hands_them_out():
    days = [d.on for profile in PILOT for d in live(profile, TODAY).deeds if d.event == "grant.laptop"]

    assert len(days) == 4
    assert min(days) >= date(2025, 8, 21)


def test_there_are_people_of_every_habit():
    """Rapel, gaps, advances, and applicants who have paid half of their pokok or nothing."""
    life = live(PILOT[0], TODAY)
    dues = [deed.amount for deed in life.deeds if deed.event == "dues"]
    paid = Counter()
    for deed in life.deeds:
        if deed.event == "principal":
            paid[deed.who] += deed.amount

    assert any(amount >= rp(15_000) * 3 for amount in dues)
    assert any(amount >= rp(20_000) * 6 for amount in dues)
    assert any(paid[index] == 0 for index in range(len(life.everyone)))
    assert rp(50_000) in paid.values()
