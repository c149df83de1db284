"""Names, what is kept, what is older."""

from datetime import UTC, datetime, timedelta

import pytest

from lumbung.backup import rules
from lumbung.backup.archive import is_safe
from lumbung.backup.rules import Head, Kept

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


def daily(days: int, entries=lambda day: 1000 - day) -> list[Kept]:
    """A copy a day, the newest today, growing books."""
    moments = [(day, NOW - timedelta(days=day)) for day in range(days)]
    return [Kept(rules.name_of(at, entries(day)), at, entries(day)) for day, at in moments]


def test_a_name_is_read_back():
    kept = rules.read_name(rules.name_of(NOW, 5321))
    assert kept == Kept("lumbung-20261124T120000Z-5321.cadangan", NOW, 5321)


@pytest.mark.parametrize(
    "name", ["", "lumbung-1-2.cadangan", ".belum-selesai-lumbung-20261124T120000Z-5321.cadangan",
             "lumbung-20261324T120000Z-5321.cadangan", "lumbung-20261124T120000Z-5321.cadangan.bak"],
)  # fmt: skip
def test_anything_else_is_no_copy(name):
    assert rules.read_name(name) is None


def test_the_last_five_and_one_a_month_for_a_year_stay():
    copies = daily(500)
    left = [copy for copy in copies if copy not in rules.needless(copies)]

    assert left[:5] == copies[:5]
    assert len({f"{copy.at:%Y-%m}" for copy in left}) == 12
    assert len(left) == 5 + 11


def test_the_fullest_copy_stays_when_somebody_went_on_with_older_books():
    copies = daily(100, lambda day: 900 if day == 70 else 10)
    assert max(rules.needless(copies), key=lambda copy: copy.entries).entries == 10


def test_nothing_is_needless_on_an_empty_stick():
    assert rules.needless([]) == []


@pytest.mark.parametrize(("age", "old"), [(timedelta(days=3, hours=23), False), (timedelta(days=4), True),
                                          (timedelta(0), False), (timedelta(hours=-1), True)])  # fmt: skip
def test_when_to_warn(age, old):
    assert rules.is_old(NOW - age, NOW, 3) is old


def test_without_any_copy_it_is_time():
    assert rules.is_old(None, NOW, 3)


def test_fewer_entries_than_known_are_counted_and_a_lost_cooperative_has_none():
    known = {"a": Head(10, "x"), "b": Head(4, "y"), "c": Head(0, "z")}
    assert rules.fewer({"a": Head(7, "q"), "c": Head(3, "r")}, known) == {"a": 7, "b": 0}


def test_the_longest_telling_counts():
    told = rules.furthest({"a": Head(3, "x")}, {"a": Head(5, "y"), "b": Head(1, "z")}, {"a": Head(4, "w")})
    assert told == {"a": Head(5, "y"), "b": Head(1, "z")}


@pytest.mark.parametrize(
    "name", ["../secret-key", "/etc/passwd", "files/../../x", "files//x", "a\\b", "C:evil", "a\x00b", "a\nb", "", ".",
             "files/", "./x", "nul. ", "x/.."],
)  # fmt: skip
def test_a_name_that_could_leave_the_folder_is_not_safe(name):
    assert not is_safe(name)


@pytest.mark.parametrize("name", ["secret-key", "files/nota/2026/1.jpg", "cadangan/keadaan.json", "kunci/log.sealed"])
def test_a_name_of_ours_is_safe(name):
    assert is_safe(name)
