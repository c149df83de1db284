"""Every spelling of reference/domain.md 7.1, and what must hold for any amount."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lumbung import money
from lumbung.money import rp

amounts = st.integers(-money.LARGEST, money.LARGEST)


@pytest.mark.parametrize(
    ("text", "sen"),
    [
        ("Rp1.250.000,00", rp(1_250_000)),
        ("Rp 1.250.000", rp(1_250_000)),
        ("Rp 1.250.000,-", rp(1_250_000)),
        ("Rp. 1.250.000.-", rp(1_250_000)),
        ("1.250.000,-", rp(1_250_000)),
        ("1.250.000,=", rp(1_250_000)),
        ("1250000", rp(1_250_000)),
        ("1,250,000.00", rp(1_250_000)),
        ("1,250,000", rp(1_250_000)),
        ("1 250 000", rp(1_250_000)),
        ("1\u00a0250\u00a0000", rp(1_250_000)),
        ("IDR 1.250.000", rp(1_250_000)),
        ("1.250.000 rupiah", rp(1_250_000)),
        ("1,25 juta", rp(1_250_000)),
        ("Rp1,25 Juta", rp(1_250_000)),
        ("1 juta 250 ribu", rp(1_250_000)),
        ("1jt250rb", rp(1_250_000)),
        ("150rb", rp(150_000)),
        ("150 ribu", rp(150_000)),
        ("150RB", rp(150_000)),
        ("150k", rp(150_000)),
        ("1.5jt", rp(1_500_000)),
        ("2,5 M", rp(2_500_000_000)),
        ("0,125 juta", rp(125_000)),
        ("(5.000)", -rp(5_000)),
        ("(Rp 5.000)", -rp(5_000)),
        ("Rp(5.000)", -rp(5_000)),
        ("-5.000", -rp(5_000)),
        ("\u22125.000", -rp(5_000)),
        ("-Rp5.000", -rp(5_000)),
        ("Rp -5.000,00", -rp(5_000)),
        ("-", 0),
        ("\u2014", 0),
        ("Rp -", 0),
        ("Rp-", 0),
        ("0", 0),
        ("1.250", rp(1_250)),
        ("1.222,5", 122_250),
        ("1.222,50", 122_250),
        ("1222,50", 122_250),
        ("1222.50", 122_250),
        ("0,50", 50),
        ("  20.000  ", rp(20_000)),
    ],
)
def test_every_usual_spelling_is_read(text, sen):
    assert money.parse(text) == sen


@pytest.mark.parametrize(
    "text", ["20.00", "1,250", "1.25", "1.250rb", "1,250 juta", "1.2500", "12.34.567", "0.250", "5.000-", "20000.000"]
)
def test_what_two_people_would_read_differently_is_asked_back(text):
    with pytest.raises(money.Ambiguous, match="Tulis lengkap"):
        money.parse(text)


@pytest.mark.parametrize(
    "text", ["", "   ", "2O.000", "20000?", "lihat kas", "Rp", "rb", "5 rb 2 jt", "1e5", "٢٠", "()"]
)
def test_what_is_no_amount_is_refused_with_words(text):
    with pytest.raises(money.Unreadable, match=r"Tulis|bukan|lebih") as refusal:
        money.parse(text)
    assert not isinstance(refusal.value, money.Ambiguous)


def test_too_many_noughts_are_refused():
    with pytest.raises(money.Unreadable, match="terlalu besar"):
        money.parse("9" * 40)


@given(amounts)
def test_what_is_shown_reads_back(sen):
    assert money.parse(money.show(sen)) == sen
    assert money.parse(money.plain(sen)) == sen
    assert money.from_decimal_string(money.decimal_string(sen)) == sen


@given(st.text(max_size=12) | st.text("0123456789.,-() rbjtRpkm", max_size=12))
def test_any_text_is_read_or_refused_and_nothing_else(text):
    try:
        assert isinstance(money.parse(text), int)
    except money.Unreadable as refusal:
        assert str(refusal)


@pytest.mark.parametrize("text", ["", "1e3", "1.000.000", "1,5", "20000.505", "١", " 5", "5\n"])
def test_a_decimal_string_has_one_form(text):
    with pytest.raises(money.Unreadable):
        money.from_decimal_string(text)


def test_amounts_are_shown_as_rupiah():
    assert money.show(rp(20_000)) == "Rp20.000"
    assert money.show(122_250) == "Rp1.222,50"
    assert money.show(-rp(5_000)) == "-Rp5.000"
    assert money.plain(rp(20_000)) == "20.000"
    assert money.decimal_string(rp(20_000)) == "20000"
    assert money.decimal_string(-122_250) == "-1222.50"


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "nol"),
        (10, "sepuluh"),
        (11, "sebelas"),
        (15, "lima belas"),
        (100, "seratus"),
        (101, "seratus satu"),
        (1_000, "seribu"),
        (1_001, "seribu satu"),
        (1_100, "seribu seratus"),
        (2_115, "dua ribu seratus lima belas"),
        (11_000, "sebelas ribu"),
        (101_000, "seratus satu ribu"),
        (458_400, "empat ratus lima puluh delapan ribu empat ratus"),
        (1_001_001, "satu juta seribu satu"),
        (1_250_000, "satu juta dua ratus lima puluh ribu"),
        (2_500_000_000, "dua miliar lima ratus juta"),
        (1_000_000_000_000, "satu triliun"),
        (10**15 + 10**9, "satu kuadriliun satu miliar"),
    ],
)
def test_terbilang(number, text):
    assert money.number_words(number) == text
    assert money.words(rp(number)) == f"{text} rupiah"


def test_terbilang_tells_minus_and_sen():
    assert money.words(-rp(5_000)) == "minus lima ribu rupiah"
    assert money.words(122_250) == "seribu dua ratus dua puluh dua rupiah lima puluh sen"


def test_the_surplus_of_the_worked_example_is_shared_to_the_rupiah():
    heads = money.split(rp(17_345_679), [30, 20, 25, 10, 5, 5, 5])
    assert [share // 100 for share in heads] == [5_203_703, 3_469_136, 4_336_420, 1_734_568, 867_284, 867_284, 867_284]
    capital = money.split(rp(3_469_136), [4_530_000, 4_080_000, 1_340_000, 6_690_000, 3_360_000])
    assert [share // 100 for share in capital] == [785_759, 707_704, 232_432, 1_160_426, 582_815]
    patronage = money.split(rp(4_336_420), [212_450, 98_300, 45_725, 640_000, 0])
    assert [share // 100 for share in patronage] == [924_532, 427_778, 198_984, 2_785_126, 0]


def test_a_tie_goes_to_the_larger_weight_then_to_the_earlier():
    assert money.split(rp(1), [1, 1]) == [rp(1), 0]
    assert money.split(rp(2), [1, 3]) == [0, rp(2)]


@given(amounts, st.lists(st.integers(0, 10**9), min_size=1).filter(any), st.sampled_from([1, 100, 50_000]))
def test_a_split_loses_nothing_and_strays_less_than_a_unit(amount, weights, unit):
    shares = money.split(amount, weights, unit=unit)
    assert sum(shares) == amount
    for share, weight in zip(shares, weights, strict=True):
        assert abs(share - Fraction(amount * weight, sum(weights))) < 2 * unit


@pytest.mark.parametrize("weights", [[], [0, 0], [1, -1]])
def test_a_split_needs_weights(weights):
    with pytest.raises(ValueError, match="weights"):
        money.split(rp(1), weights)


def test_rounding_has_names():
    assert money.round_half_up_rupiah(150) == 200
    assert money.round_half_up_rupiah(149) == 100
    assert money.round_half_up_rupiah(-150) == -200
    assert money.round_half_up_rupiah(Fraction(50)) == 100
    assert money.floor_rupiah(199) == 100
    assert money.floor_rupiah(-1) == -100


@pytest.mark.parametrize(
    ("balance", "rate", "month"), [(10_000_000, 600, 50_000), (50_000_000, 600, 250_000), (99_999, 600, 499)]
)
def test_a_month_of_a_yearly_rate_goes_down_to_the_rupiah(balance, rate, month):
    assert money.month_of_rate(money.rp(balance), rate) == money.rp(month)


@pytest.mark.parametrize(
    ("amount", "rate", "part"), [(240_001, 1000, 24_000), (9, 1000, 0), (10_000_000, 100, 100_000)]
)
def test_a_part_in_hundredths_of_a_percent_goes_down_to_the_rupiah(amount, rate, part):
    assert money.part_of(money.rp(amount), rate) == money.rp(part)
