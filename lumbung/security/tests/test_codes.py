"""Six digits, spare codes and passphrases: plain rules."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lumbung.security import codes, limits, passphrases

RFC = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"  # RFC 6238, appendix B: the secret of its SHA-1 column
NOW = datetime(2026, 3, 2, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("second", "shown"),
    [(59, "287082"), (1111111109, "081804"), (1111111111, "050471"), (1234567890, "005924"), (2000000000, "279037")],
)
def test_the_digits_are_those_of_the_standard(second, shown):
    assert codes.digits(RFC, codes.step_of(datetime.fromtimestamp(second, UTC))) == shown


@given(st.integers(-200, 200))
def test_a_clock_half_a_minute_wrong_is_forgiven_and_no_more(seconds):
    typed = codes.digits(RFC, codes.step_of(NOW + timedelta(seconds=seconds)))
    apart = abs(codes.step_of(NOW + timedelta(seconds=seconds)) - codes.step_of(NOW))
    assert (codes.matching_step(RFC, typed, NOW) is not None) == (apart <= 1)


@given(st.integers(-1, 1), st.integers(-2, 2))
def test_a_step_opens_only_after_the_last_one_used(typed_at, used_at):
    step = codes.step_of(NOW)
    typed = codes.digits(RFC, step + typed_at)
    assert (codes.matching_step(RFC, typed, NOW, used=step + used_at) is not None) == (typed_at > used_at)


@pytest.mark.parametrize("typed", ["", "28708", "٢٨٧٠٨٢", "287082 1", "é" * 6])
def test_what_is_no_code_opens_nothing(typed):
    assert codes.matching_step(RFC, typed, datetime.fromtimestamp(59, UTC)) is None


def test_a_spare_code_is_read_as_people_write_it():
    code = codes.new_spare()
    assert codes.normal_spare(codes.spelled(code).lower()) == code
    assert codes.normal_spare(code.replace("1", "l").replace("0", "O")) == code
    assert codes.normal_spare(code[:-1]) == codes.normal_spare("") == codes.normal_spare("U" * 16) == ""


@given(st.integers(0, 40))
def test_waiting_only_grows(wrong):
    assert limits.wait_after(wrong) <= limits.wait_after(wrong + 1) <= timedelta(minutes=15)
    assert (limits.wait_after(wrong) > timedelta(0)) == (wrong >= limits.FREE_TRIES)


@pytest.mark.parametrize(
    ("agent", "name"),
    [
        ("Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36 Edg/140.0", "Edge di Windows"),
        ("Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36", "Chrome di Android"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0) Version/18.0 Safari/604.1", "Safari di iPhone"),
        ("curl/8", "Peramban"),
    ],
)  # fmt: skip
def test_a_device_is_named_as_people_know_it(agent, name):
    assert limits.device_name(agent) == name


# --- passphrases --------------------------------------------------------------------------------------------------


def test_the_words_are_many_short_and_different():
    words = passphrases.words()
    assert len(words) == len(set(words)) > 1296
    assert all(word.isascii() and word.islower() and 4 <= len(word) <= 8 for word in words)


def test_what_is_offered_is_taken():
    for phrase in passphrases.suggestions(50):
        assert len(phrase) >= 15 and len(passphrases.what_is_left(phrase, ["Siti Aminah", "KMP Karbes"])) >= 8


KNOWN = ["siti", "Siti Aminah", "6281234567890", "81234567890", "KMP Karangbesuki", "karbes", "Kec. Sukun, Kota Malang"]
KNOWN += ["3573046502900001", *passphrases.birth_spellings(datetime(1990, 2, 25))]


@pytest.mark.parametrize(
    "phrase",
    """Merdeka45Merdeka45! KoperasiMerahPutih2025 sitiaminah081234567890 Karangbesuki-Sukun-Malang 3573046502900001siti
    25021990sitiaminah passwordpassword qwertyuiop123456 bismillah-123456789 25-02-1990-koperasi aaaaaaaaaaaaaaaaaa
    lumbungkoperasi17081945""".split(),
)
def test_what_others_know_or_try_first_is_refused(phrase):
    assert len(passphrases.what_is_left(phrase, KNOWN)) < passphrases.LEFT


@pytest.mark.parametrize("phrase", ["padi kuning lumbung desa", "kerbau hujan siti gerobak", "ᮘᮞ ᮞᮥᮔ᮪ᮓ dan kopi pahit"])
def test_four_words_pass_though_one_is_known(phrase):
    assert len(passphrases.what_is_left(phrase, KNOWN)) >= passphrases.LEFT
