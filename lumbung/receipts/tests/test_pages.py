"""The pages of paper and messages, and what stands on the paper."""

import re
from datetime import date
from io import BytesIO
from uuid import uuid4

import pypdf
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lumbung import clock
from lumbung.cash import actions as cash
from lumbung.cash import reports as places
from lumbung.cooperatives.actions import set_bylaw
from lumbung.dues import actions as dues
from lumbung.dues.tests.conftest import SRI
from lumbung.ledger import actions as ledger
from lumbung.members import actions as members
from lumbung.money import rp
from lumbung.places.actions import load_areas
from lumbung.receipts.models import Message, Printing


def words(answer) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


def printed(office, paper, number=None, pdf="1"):
    """Choose a paper, print it, and follow to the copy."""
    answer = office.post(f"{number or office.paid}/cetak/", paper=paper, pdf=pdf)
    assert answer.status_code == 302
    return office.client.get(answer.url)


def read(answer) -> tuple[str, tuple[int, int], int]:
    """The words of a PDF, its first page in mm, how many pages."""
    paper = pypdf.PdfReader(BytesIO(answer.content))
    size = tuple(round(float(side) / 72 * 25.4) for side in paper.pages[0].mediabox[2:])
    return " ".join(" ".join(page.extract_text() for page in paper.pages).split()), size, len(paper.pages)


# --- kuitansi --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("paper", "width"), [("receipt-a5", 210), ("receipt-80", 80), ("receipt-58", 58)])
def test_a_kuitansi_says_who_how_much_in_words_and_what_for(office, paper, width):
    load_areas()
    office.sign_in()
    text, size, pages = read(printed(office, paper))

    assert (size[0], pages) == (width, 1)
    for expected in (
        "KMP KARANGBESUKI" if width == 210 else "KMP Karangbesuki", "AHU-0001", "KUITANSI", "BKM-2025-000001",
        "Sutini (No. anggota 0001, RT 03/RW 02)", "seratus dua puluh ribu rupiah", "Rp120.000",
        "Simpanan wajib Januari–Juni 2025 (6 × Rp20.000)", "dicetak oleh Bendahara Sri, 21/8/2025 pukul 10.00 WIB",
    ):  # fmt: skip
        assert expected in text
    assert "3573045505850001" not in text and "CETAKAN" not in text
    assert ("Malang, 21 Juni 2025" in text) is (width == 210)


def test_a_torn_off_kuitansi_leaves_its_number_and_amount_behind(office):
    office.sign_in()
    text, *_size = read(printed(office, "receipt-a5"))
    assert text.count("BKM-2025-000001") == 2 and text.count("Rp120.000") == 2


@pytest.mark.parametrize("paper", ["receipt-a5", "receipt-58", "slip-a5"])
def test_the_second_copy_says_that_it_is_one(office, paper):
    office.sign_in()
    assert "CETAKAN" not in read(printed(office, paper))[0]
    assert "CETAKAN KE-2" in read(printed(office, paper))[0]
    assert "Cetakan ke-3" in words(printed(office, paper, pdf=""))


def test_a_tap_more_is_the_same_copy_and_a_reload_makes_none(office):
    office.sign_in()
    request_id = str(uuid4())
    urls = {office.post(f"{office.paid}/cetak/", paper="receipt-58", request_id=request_id).url for _ in range(3)}
    (address,) = urls
    assert [office.client.get(address).status_code for _ in range(3)] == [200] * 3
    assert Printing.objects.count() == 1


@pytest.mark.parametrize(
    "tail", ["{paid}/kuitansi-1/", "{paid}/kuitansi-1.pdf", "{bought}/kuitansi-1/", "{paid}/lain-1/", "999/"]
)
def test_a_copy_that_was_never_made_is_not_there(office, tail):
    office.sign_in()
    assert office.get(tail.format(paid=office.paid, bought=office.bought)).status_code == 404


def test_the_copies_are_listed_with_who_and_when(office):
    office.sign_in("kasir")
    assert "Belum pernah dicetak" in words(office.get(f"{office.paid}/"))
    printed(office, "receipt-58")
    printed(office, "slip-a5")
    shown = words(office.get(f"{office.paid}/"))
    assert "Kuitansi, cetakan ke-1 58 mm · Kasir Sri · 21 Agustus 2025, 10.00 WIB" in shown
    assert "Bukti kas masuk, cetakan ke-1 A5" in shown


def test_money_of_nobody_in_particular_is_not_blank(office):
    office.sign_in()
    sold = cash.receive(
        category="sale.non_member", amount=rp(12_000), on=clock.today(), by=SRI, place=places.general(office.coop.id),
        request_id=uuid4(),
    )  # fmt: skip
    text, *_size = read(printed(office, "receipt-a5", sold.number))
    assert "Umum (tidak disebut namanya)" in text and "...." not in text


def test_above_the_limit_a_stamp_is_asked_for_on_screen_and_on_paper(office):
    office.sign_in()
    facts = {"on": clock.today(), "by": SRI, "place": places.general(office.coop.id)}
    small, large = (
        cash.receive(category="grant.cash", amount=rp(amount), request_id=uuid4(), **facts).number
        for amount in (5_000_000, 5_000_001)
    )
    hint = "Di atas Rp5.000.000: bubuhkan meterai Rp10.000 (UU 10/2020 tentang Bea Meterai)."
    assert hint in words(office.get(f"{large}/")) and hint in read(printed(office, "receipt-a5", large))[0]
    assert hint not in words(office.get(f"{small}/")) and "meterai" not in read(printed(office, "receipt-58", small))[0]
    assert "meterai" not in read(printed(office, "slip-a5", large))[0]  # a slip stays in the binder


def test_what_was_undone_says_so(office):
    office.sign_in()
    ledger.reverse(office.coop.id, office.bought, on=clock.today(), by=SRI, reason="salah", request_id=uuid4())
    assert "DIBATALKAN" in read(printed(office, "slip-a5", office.bought))[0]
    assert "DIBATALKAN" in words(office.get(f"{office.bought}/"))


# --- BKM, BKK -------------------------------------------------------------------------------------------------------


def test_a_bkk_has_its_accounts_and_a_box_for_each_who_signs(office):
    office.sign_in()
    text, size, pages = read(printed(office, "slip-a5", office.bought))
    assert (size, pages) == ((210, 148), 1)
    for expected in (
        "BUKTI KAS KELUAR", "BKK-2025-000001", "enam puluh delapan ribu rupiah", "Kertas HVS", "522300", "111100",
        "68.000", "Dibuat oleh", "Diperiksa, bendahara", "Disetujui, ketua", "Penerima",
    ):  # fmt: skip
        assert expected in text


def test_a_bkm_is_signed_by_whoever_brought_the_money(office):
    office.sign_in()
    text, *_size = read(printed(office, "slip-a5"))
    assert "BUKTI KAS MASUK" in text and "Penyetor" in text and "320000" in text


def test_money_that_went_out_has_no_kuitansi(office):
    office.sign_in()
    assert "Kuitansi, A5" not in words(office.get(f"{office.bought}/"))
    assert office.post(f"{office.bought}/cetak/", paper="receipt-a5").status_code == 422
    assert not Printing.objects.exists()


def test_one_payment_over_two_entries_has_one_kuitansi_and_a_slip_each(office):
    set_bylaw(cooperative_id=office.coop.id, key="dues_accrual", value="1", valid_from=date(2025, 1, 1))
    dues.bill_month(cooperative_id=office.coop.id, period="2025-07", by=SRI)
    paid = dues.pay_dues(member=office.sutini, amount=rp(60_000), paid_on=clock.today(), by=SRI, request_id=uuid4())
    office.sign_in()
    assert "Rp60.000" in read(printed(office, "receipt-a5", paid.number))[0]
    assert "Rp60.000" not in read(printed(office, "slip-a5", paid.number))[0]


# --- WhatsApp --------------------------------------------------------------------------------------------------------


def test_one_tap_opens_whatsapp_with_the_thanks_and_keeps_them(office):
    office.sign_in("kasir")
    answer = office.post(f"{office.paid}/kirim/")
    message = Message.objects.get()

    assert answer.headers["Refresh"].startswith(
        "0; url=https://wa.me/6281234567890?text=Terima%20kasih%2C%20Bu%20Sutini."
    )
    assert message.text == (
        "Terima kasih, Bu Sutini. Setoran Rp120.000 diterima 21/06/2025, bukti BKM-2025-000001, untuk simpanan wajib"
        " Januari–Juni 2025. Saldo simpanan wajib Rp120.000. KMP Karangbesuki"
    )
    assert message.text in words(office.get("pesan/")) and message.text in words(office.get(f"{office.paid}/"))


def test_without_a_telephone_one_is_told_where_to_write_it_down(office):
    office.sign_in()
    answer = office.post(f"ingatkan/{office.slamet.id}/")
    assert answer.status_code == 422 and "Refresh" not in answer.headers
    assert "Slamet Utomo belum punya nomor HP" in words(answer)
    assert f"/anggota/{office.slamet.id}/" in answer.content.decode()


def test_a_form_that_is_not_whole_sends_nothing(office):
    office.sign_in()
    assert office.post(f"ingatkan/{office.sutini.id}/", request_id="x").status_code == 422
    assert not Message.objects.exists()


def test_reminders_go_one_by_one_and_say_how_far_one_is(office):
    office.sign_in("sekretaris")
    before = office.get("ingatkan/")
    assert "0 dari 1 terkirim bulan ini" in words(before) and "1 tanpa nomor HP" in words(before)
    assert "Bu Sutini, simpanan wajib Juli 2025 kurang Rp20.000." in words(before)

    assert office.post(f"ingatkan/{office.sutini.id}/").status_code == 200
    after = words(office.get("ingatkan/", headers={"HX-Request": "true"}))
    assert after.startswith("1 dari 1 terkirim bulan ini") and "Semua sudah diingatkan" in after


def test_somebody_can_be_left_for_later(office):
    office.sign_in()
    members.register(
        cooperative_id=office.coop.id, full_name="Budi", joined_on=date(2025, 5, 1), by=SRI, phone="081355550000"
    )
    first = re.search(r"\?sesudah=(\d+)", office.get("ingatkan/").content.decode()).group(1)
    assert "Bapak/Ibu Budi," in words(office.get("ingatkan/"))
    assert "Bu Sutini," in words(office.get(f"ingatkan/?sesudah={first}"))
    assert "Bapak/Ibu Budi," in words(office.get("ingatkan/?sesudah=999"))


def test_whoever_owes_nothing_is_not_reminded(office):
    office.sign_in()
    dues.pay_dues(member=office.sutini, amount=rp(60_000), paid_on=clock.today(), by=SRI, request_id=uuid4())
    answer = office.post(f"ingatkan/{office.sutini.id}/")
    assert answer.status_code == 422 and "tidak punya tunggakan lagi" in words(answer)


def test_there_are_no_thanks_for_money_that_went_out(office):
    office.sign_in()
    assert office.post(f"{office.bought}/kirim/").status_code == 404


@pytest.mark.parametrize(("role", "may_print", "may_send"), [
    ("bendahara", True, True), ("kasir", True, True), ("sekretaris", True, True), ("ketua", True, False),
    ("pengawas", True, False), ("anggota", False, False),
])  # fmt: skip
def test_who_prints_and_who_sends(office, role, may_print, may_send):
    office.sign_in(role)
    assert (office.get(f"{office.paid}/").status_code == 200) is may_print
    assert (office.post(f"{office.paid}/cetak/", paper="receipt-58").status_code == 302) is may_print
    assert (office.post(f"{office.paid}/kirim/").status_code == 200) is may_send
    assert (office.get("ingatkan/").status_code == 200) is may_send


def test_the_pages_ask_no_more_for_many_rows_than_for_few(office):
    office.sign_in()
    pages = ("ingatkan/", "pesan/", f"{office.paid}/")
    office.post(f"ingatkan/{office.sutini.id}/")
    office.post(f"{office.paid}/kirim/")
    office.post(f"{office.paid}/cetak/", paper="receipt-58")
    few = [questions(office, page) for page in pages]
    for number in range(9):
        who = members.register(
            cooperative_id=office.coop.id, full_name=f"Budi {number}", joined_on=date(2025, 5, 1), by=SRI,
            phone=f"08135555000{number}",
        )  # fmt: skip
        if number % 2:
            office.post(f"ingatkan/{who.id}/")
        office.post(f"{office.paid}/kirim/")
        office.post(f"{office.paid}/cetak/", paper="receipt-58")
    assert [questions(office, page) for page in pages] == few


def questions(office, page) -> int:
    office.get(page)
    with CaptureQueriesContext(connection) as asked:
        assert office.get(page).status_code == 200
    return len(asked)
