"""The words of messages: short, Indonesian, whole, and never more than fits."""

from datetime import date
from urllib.parse import unquote

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from lumbung.dues.rules import later
from lumbung.money import rp
from lumbung.receipts import rules

HOUSE = "KMP Karangbesuki"
NAMES = st.text(min_size=1, max_size=160).filter(str.strip)


def test_thanks_say_how_much_when_the_document_and_what_there_is_now():
    with override("en"):  # whoever reads it is a member, whatever language the screen speaks
        text = rules.receipt_text(
            to="Bu Sutini", amount=rp(90_000), on=date(2026, 6, 21), document="BKM-2026-000123",
            purpose="simpanan wajib Januari–Juni 2026", balance="simpanan wajib Rp370.000", house=HOUSE,
        )  # fmt: skip
    assert text == (
        "Terima kasih, Bu Sutini. Setoran Rp90.000 diterima 21/06/2026, bukti BKM-2026-000123, untuk simpanan wajib"
        " Januari–Juni 2026. Saldo simpanan wajib Rp370.000. KMP Karangbesuki"
    )


def test_a_reminder_names_the_months_and_where_to_pay():
    text = rules.reminder_text(
        to="Bu Sutini", amount=rp(45_000), periods=["2026-04", "2026-05", "2026-06"], house=HOUSE
    )
    assert text == (
        "Bu Sutini, simpanan wajib April–Juni 2026 kurang Rp45.000. Bisa dibayar di kantor KMP Karangbesuki."
        " Sudah membayar? Abaikan pesan ini."
    )


def test_months_with_many_gaps_become_the_last_one():
    periods = [later("2021-01", 2 * step) for step in range(30)]
    text = rules.reminder_text(to="Bapak/Ibu Wahyu", amount=rp(450_000), periods=periods, house=HOUSE)
    assert "s.d. November 2025 kurang Rp450.000" in text


@given(NAMES, NAMES, st.integers(1, 10**13), st.integers(1, 80), st.integers(1, 3))
def test_a_message_is_never_longer_than_it_may_be(name, house, amount, months, step):
    to = rules.called(name)
    periods = [later("2020-01", number * step) for number in range(months)]
    texts = [
        rules.reminder_text(to=to, amount=amount, periods=periods, house=house),
        rules.receipt_text(
            to=to, amount=amount, on=date(2026, 6, 21), document="BKM-2026-000123", purpose=name * 2,
            balance="simpanan wajib Rp99.999.999.999,50", house=house,
        ),
    ]  # fmt: skip
    assert all(0 < len(text) <= rules.LONGEST for text in texts)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (("Sutini", "", "P"), "Bu Sutini"),
        (("Slamet", "", "L"), "Pak Slamet"),
        (("Wahyu", "", ""), "Bapak/Ibu Wahyu"),
        (("Aminah", "Hj.", "P"), "Hj. Aminah"),
        (
            ("Raden Mas Panji Suryadiningrat Kusumawardhana Hadiningrat", "", ""),
            "Bapak/Ibu Raden Mas Panji Suryadiningrat",
        ),
    ],
)
def test_people_are_called_as_they_are_called(facts, expected):
    assert rules.called(*facts) == expected


def test_the_way_to_whatsapp_carries_the_text_whole():
    text = "Bu Sutini & Pak Slamet: 100% lunas? Ya #1 +1 – “terima kasih”"
    to = rules.address("+6281234567890", text)
    assert to.startswith("https://wa.me/6281234567890?text=")
    assert unquote(to.partition("?text=")[2]) == text
    assert not set(to.partition("?text=")[2]) & set(" &#+“")


@pytest.mark.parametrize(
    ("phone", "good"), [("+6281234567890", True), ("+62341123456", False), ("", False), ("0812", False)]
)
def test_only_a_mobile_number_has_whatsapp(phone, good):
    assert rules.is_mobile(phone) is good
