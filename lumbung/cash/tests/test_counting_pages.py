"""Counting a till and handing it on, as people meet it."""

from io import BytesIO

import pypdf
import pytest

from lumbung.cash import reports
from lumbung.cash.tests.conftest import journal
from lumbung.money import rp

PIECES = {"lembar_100000": "9", "lembar_20000": "1", "lembar_10000": "1", "keping_500": "2"}  # the book says Rp931.000


@pytest.mark.parametrize("htmx", [True, False], ids=["with script", "without"])
def test_a_count_shows_its_difference_before_anything_is_kept(desk, htmx):
    desk.sign_in("kasir")
    before = journal(desk.coop)
    shown = desk.post("hitung/0/", htmx=htmx, lembar_100000="9", keping_500="2").content.decode()

    assert "Uang di Kas Umum kurang Rp30.000 (tiga puluh ribu rupiah) dari buku." in shown
    assert 'name="seen" value="93100000"' in shown
    assert ("<html" in shown) is not htmx
    assert journal(desk.coop) == before and len(reports.counts(desk.coop)) == 1

    confirmed = {"lembar_100000": "9", "keping_500": "2", "seen": "93100000", "book_it": "ya"}
    assert desk.post("hitung/0/", **confirmed).status_code == 422  # no reason yet
    assert desk.post("hitung/0/", reason="salah kembalian", **confirmed).status_code == 302
    assert journal(desk.coop)[-1].endswith(" 526100 <- 111100 30000")


def test_a_supervisor_counts_and_books_nothing(desk):
    desk.sign_in("pengawas")
    before = journal(desk.coop)
    asked = desk.post("hitung/0/", lembar_100000="9").content.decode()
    assert "Bukukan selisihnya" not in asked
    done = desk.post("hitung/0/", lembar_100000="9", seen="93100000", book_it="ya", reason="x")

    assert done.status_code == 302
    assert journal(desk.coop) == before and reports.counts(desk.coop)[0].difference == -rp(31_000)


def test_a_till_goes_from_hand_to_hand_on_two_screens(desk):
    rini, heru = desk.sign_in("kasir"), desk.sign_in("bendahara")
    facts = {**PIECES, "seen": "93100000", "taker": str(rini.id)}
    there = desk.post("hitung/0/serah/", **facts).url
    assert "Terima Rp931.000?" not in desk.client.get(there).content.decode()
    assert desk.client.post(f"{there}jawab/", {"accepted": "ya"}).status_code == 422

    desk.client.force_login(rini)
    assert "menyerahkan Kas Umum kepada Anda" in desk.get("/").content.decode()
    assert "Terima Rp931.000?" in desk.client.get(there).content.decode()
    assert desk.client.post(f"{there}jawab/", {"accepted": "ya"}).status_code == 302
    paper = pypdf.PdfReader(BytesIO(desk.client.get(f"{there}berita-acara.pdf").content)).pages[0].extract_text()
    assert all(words in paper for words in ("Serah Terima Kas", "Yang menerima", rini.full_name, heru.full_name))
    assert f"Dipegang {rini.full_name}" in desk.get("hitung/").content.decode()
