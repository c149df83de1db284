"""People who do not exist, with papers that fit."""

import re
from datetime import date
from random import Random

from lumbung.demo.people import villagers
from lumbung.members import rules
from lumbung.sheets.people import NIK

EVERYBODY = villagers(Random("uji"), 400, youngest_on=date(2026, 1, 1))


def test_a_nik_carries_district_birthday_and_gender():
    for person in EVERYBODY:
        nik, day = person.facts["nik"], person.born_on.day + (40 if person.gender == "P" else 0)
        assert NIK.fullmatch(nik)
        assert nik[:4] == "3573"
        assert nik[6:12] == f"{day:02}{person.born_on:%m%y}"


def test_no_nik_comes_twice_and_none_can_be_a_living_persons():
    niks = [person.facts["nik"] for person in EVERYBODY]
    assert len(set(niks)) == len(niks)
    assert min(nik[12:] for nik in niks) >= "9000"


def test_phones_are_mobile_numbers_of_a_block_that_is_not_given_out():
    phones = [person.facts["phone"] for person in EVERYBODY if person.facts["phone"]]
    assert 300 < len(phones) < 400, "some people have none"
    for phone in phones:
        assert re.fullmatch(r"\+628[1-9]\d{6,10}", phone)
        assert phone[6:9] == "000"
        assert rules.normal_phone(phone) == phone


def test_everybody_is_of_age_and_many_have_one_name():
    assert max(person.born_on for person in EVERYBODY) <= date(2006, 1, 6)
    assert 100 < sum(" " not in person.full_name for person in EVERYBODY) < 300
