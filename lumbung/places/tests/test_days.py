from datetime import date, timedelta

import pytest

from lumbung.places import actions, reports
from lumbung.places.models import Holiday

pytestmark = pytest.mark.django_db

# SKB 3 Menteri on 2026
NATIONAL = {1: (1, 16), 2: (17,), 3: (19, 21, 22), 4: (3, 5), 5: (1, 14, 27, 31), 6: (1, 16), 8: (17, 25), 12: (25,)}
COLLECTIVE_LEAVE = {2: (16,), 3: (18, 20, 23, 24), 5: (15, 28), 12: (24,)}


@pytest.fixture
def holidays():
    return actions.load_holidays()


def days(kind: str, year: int = 2026) -> list[date]:
    return list(Holiday.objects.filter(kind=kind, date__year=year).order_by("date").values_list("date", flat=True))


def test_the_decree_of_2026_is_met(holidays):
    assert days("national") == [date(2026, month, day) for month in NATIONAL for day in NATIONAL[month]]
    assert days("collective_leave") == [
        date(2026, month, day) for month in COLLECTIVE_LEAVE for day in COLLECTIVE_LEAVE[month]
    ]


def test_days_have_indonesian_names_and_say_where_they_come_from(holidays):
    christmas = Holiday.objects.get(date=date(2025, 12, 25))

    assert (christmas.name, christmas.kind) == ("Hari Raya Natal", "national")
    assert "SKB 3 Menteri" in christmas.source
    assert Holiday.objects.exclude(source=actions.SOURCE).count() == 0


def test_loading_again_keeps_what_people_corrected(holidays):
    Holiday.objects.filter(date=date(2027, 3, 10)).delete()
    Holiday.objects.create(date=date(2027, 3, 13), name="Idulfitri", kind="national", source="SKB perubahan")
    before = Holiday.objects.count()

    assert actions.load_holidays() == 0
    assert Holiday.objects.count() == before
    assert actions.load_holidays([2023]) > 0


def test_people_work_from_monday_to_friday_except_on_holidays(holidays):
    assert reports.is_working_day(date(2026, 1, 2))
    assert not reports.is_working_day(date(2026, 1, 1))
    assert not reports.is_working_day(date(2026, 2, 16))  # collective leave
    assert not reports.is_working_day(date(2026, 1, 3))  # Saturday
    assert not reports.is_working_day(date(2026, 1, 4))


def test_the_next_working_day_passes_over_a_long_feast(holidays):
    assert reports.next_working_day(date(2026, 3, 18)) == date(2026, 3, 25)
    assert reports.next_working_day(date(2026, 3, 25)) == date(2026, 3, 25)
    assert reports.next_working_day(date(2026, 12, 24)) == date(2026, 12, 28)


def test_the_next_working_day_is_always_one_and_none_is_passed_over(holidays):
    for offset in range(365):
        day = date(2026, 1, 1) + timedelta(days=offset)
        due = reports.next_working_day(day)
        assert reports.is_working_day(due)
        assert not any(reports.is_working_day(day + timedelta(days=n)) for n in range((due - day).days))


def test_it_asks_once(holidays, django_assert_num_queries):
    with django_assert_num_queries(1):
        reports.next_working_day(date(2026, 3, 18))


def test_a_year_without_rows_has_weekends_only():
    assert reports.is_working_day(date(2026, 1, 1))
    assert reports.next_working_day(date(2026, 1, 3)) == date(2026, 1, 5)
