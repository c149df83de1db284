"""Fields read what people write, keep it when they cannot, and say what to do."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lumbung import money
from lumbung.money import rp
from lumbung.web import dates, fields
from lumbung.web.words import Refused

TODAY = date(2025, 8, 21)


def form_of(**named):
    return type("Asked", (fields.Form,), named)


def answer(field, typed):
    """What a field makes of one text: its value, or its mistakes as words."""
    form = form_of(it=field)({"it": typed})
    return form.cleaned_data["it"] if form.is_valid() else " ".join(form.errors["it"])


@pytest.mark.parametrize(
    ("typed", "sen"),
    [
        ("20.000", rp(20_000)),
        ("20rb", rp(20_000)),
        ("Rp 20.000,-", rp(20_000)),
        ("1.250,50", 125_050),
        ("1,25 juta", rp(1_250_000)),
    ],
)
def test_money_is_read_in_the_usual_spellings(typed, sen):
    assert answer(fields.MoneyField(), typed) == sen


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("", "belum diisi"),
        ("20.00", "lebih dari satu cara"),
        ("seratus", "bukan jumlah"),
        ("0", "lebih dari nol"),
        ("-5.000", "kurang dari nol"),
        ("2jt", "Paling banyak Rp1.000.000"),
    ],
)
def test_money_that_cannot_be_taken_says_why(typed, says):
    assert says in answer(fields.MoneyField(largest=rp(1_000_000)), typed)


def test_what_was_typed_stays_in_the_box():
    form = form_of(amount=fields.MoneyField())({"amount": '20.00 "x"'})
    assert 'value="20.00 &quot;x&quot;"' in str(form["amount"])


@given(st.integers(min_value=1, max_value=money.LARGEST))
def test_money_shown_in_a_box_comes_back_the_same(sen):
    shown = fields.MoneyField().widget.format_value(sen)
    assert answer(fields.MoneyField(), shown) == sen


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("21/8/2025", date(2025, 8, 21)), ("21-8-25", date(2025, 8, 21)), ("21 Agustus 2025", date(2025, 8, 21)),
        ("3/1", date(2025, 1, 3)), ("28/12", date(2024, 12, 28)), ("21 agt", date(2025, 8, 21)),
        ("2025-08-21", date(2025, 8, 21)),
        ("kemarin", date(2025, 8, 20)), ("Hari ini", TODAY), ("Kamis, 21 Agustus 2025", TODAY),
        ("3 pebruari '25", date(2025, 2, 3)),
        ("29/2/2024", date(2024, 2, 29)),
    ],
)  # fmt: skip
def test_dates_are_read_as_people_say_them(typed, day):
    assert answer(fields.DateField(today=TODAY), typed) == day


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("31/2", "tidak ada di kalender"),
        ("minggu depan", "tidak terbaca"),
        ("22/8/2025", "belum terjadi"),
        ("12", "tidak terbaca"),
    ],
)
def test_a_date_that_cannot_be_taken_says_why(typed, says):
    assert says in answer(fields.DateField(today=TODAY), typed)


def test_today_may_be_asked_each_time():
    assert answer(fields.DateField(today=lambda: date(2026, 1, 2)), "kemarin") == date(2026, 1, 1)


@given(st.dates(min_value=date(1900, 1, 1), max_value=TODAY))
def test_a_date_shown_comes_back_the_same(day):
    assert dates.read(dates.long_date(day), today=TODAY) == day
    assert dates.read(dates.short_date(day), today=TODAY) == day


@pytest.mark.parametrize(
    ("typed", "month"), [("Agustus 2025", 8), ("8/2025", 8), ("2025-08", 8), ("agt", 8), ("Nopember 2024", 11)]
)
def test_months_are_read(typed, month):
    read = answer(fields.MonthField(today=TODAY), typed)
    assert (read.month, read.day) == (month, 1)


def test_a_word_that_is_no_month_is_refused():
    with pytest.raises(Refused, match="tidak terbaca"):
        dates.read_month("xx", today=TODAY)


@pytest.mark.parametrize(
    "typed", ["0812-3456-7890", "62 812 3456 7890", "+62 (0)812 3456 7890", "81234567890", "+6281234567890"]
)
def test_one_phone_in_many_spellings(typed):
    assert answer(fields.PhoneField(), typed) == "+6281234567890"


def test_a_short_phone_is_asked_again():
    assert "0812-3456-7890" in answer(fields.PhoneField(), "0812")


def test_nik_counts_its_digits():
    assert answer(fields.NikField(), "3573 0499 0678 0003") == "3573049906780003"
    assert "ada 15" in answer(fields.NikField(), "357304990678000")


def test_a_picked_member_is_its_key_and_a_stranger_is_refused():
    choices = [(7, "0007 Siti Aminah")]
    assert answer(fields.MemberPicker(choices=choices), "7") == 7
    assert answer(fields.MemberPicker(choices=choices), "0007 siti aminah") == 7
    assert "tidak ditemukan" in answer(fields.MemberPicker(choices=choices), "8")


def test_every_showing_of_a_form_has_its_own_request_id():
    form = form_of(request_id=fields.RequestIdField())
    assert str(form()["request_id"]) != str(form()["request_id"])
    assert 'type="hidden"' in str(form())


def test_a_mistake_is_tied_to_its_box_for_readers_of_screens():
    html = str(form_of(amount=fields.MoneyField(label="Jumlah", term="iuran"))({"amount": "x"}))
    assert 'aria-invalid="true"' in html
    assert 'aria-describedby="id_amount_error"' in html
    assert 'id="id_amount_error"' in html
    assert 'popovertarget="arti-iuran-' in html


def test_an_optional_field_says_so_in_words():
    assert "(boleh kosong)" in str(form_of(memo=fields.TextField(required=False))())
