from datetime import date

from lumbung.web import months

TODAY = date(2026, 1, 15)


def test_a_month_asked_for_is_one_that_has_come():
    assert [months.asked(text, TODAY) for text in ("2025-08", "2026-01", "2026-02", "1999-12", "Agustus", "")] == [
        "2025-08", "2026-01", "2025-12", "2025-12", "2025-12", "2025-12",
    ]  # fmt: skip


def test_months_end_and_follow_each_other_over_the_year():
    assert months.last_day("2028-02") == date(2028, 2, 29)
    assert (months.later("2025-12", 1), months.later("2026-01", -13)) == ("2026-01", "2024-12")
    assert months.before(TODAY, 2) == [date(2025, 12, 1), date(2025, 11, 1)]
