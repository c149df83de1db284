from datetime import UTC, date, datetime, timedelta

import pytest

from lumbung import clock


def test_now_is_this_moment_in_utc():
    assert clock.now().tzinfo is UTC
    assert abs(datetime.now(UTC) - clock.now()) < timedelta(seconds=5)


def test_a_day_begins_at_midnight_in_malang():
    with clock.frozen(datetime(2026, 1, 31, 16, 59, 59, tzinfo=UTC)):
        assert clock.today() == date(2026, 1, 31)
    with clock.frozen(datetime(2026, 1, 31, 17, 0, tzinfo=UTC)):
        assert clock.today() == date(2026, 2, 1)


def test_local_shows_the_same_moment():
    moment = datetime(2026, 1, 31, 17, 0, tzinfo=UTC)

    assert clock.local(moment) == moment
    assert clock.local(moment).hour == 0


def test_a_moment_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="no time zone"):
        clock.local(datetime(2026, 1, 31))
    with pytest.raises(ValueError, match="no time zone"), clock.frozen(datetime(2026, 1, 31)):
        pass


def test_a_stopped_clock_runs_again_afterwards_even_after_an_error():
    long_ago = datetime(2025, 7, 21, 9, 0, tzinfo=clock.ZONE)

    with clock.frozen(long_ago):
        with clock.frozen(long_ago + timedelta(days=1)):
            assert clock.now() == long_ago + timedelta(days=1)
        assert clock.now() == long_ago
        assert clock.now().tzinfo is UTC
    with pytest.raises(RuntimeError), clock.frozen(long_ago):
        raise RuntimeError
    assert clock.now() > long_ago + timedelta(days=2)
