"""One day: money in, money out with a photo, an advance, the bank; the book printed; the supervisor looks at all."""

from io import BytesIO

import pypdf
from PIL import Image

from lumbung.cash.models import Attachment
from tests.village import photo


def test_a_day_and_the_evening_after(page, office, tmp_path):
    office.sign_in(page, "bendahara")
    open_a_bank_account(page, office)
    receive(page, office, "Hibah", "2.000.000", "Bantuan dinas")
    pay_with_a_photo(page, office, tmp_path)
    give_and_settle_an_advance(page, office)
    bring_to_the_bank(page, office)

    the_book_says_so(page, office)
    today_shows_it(page, office)
    the_supervisor_sees_all_and_does_nothing(page, office)


def open_a_bank_account(page, office) -> None:
    page.goto(office.at("kas/tempat/"))
    page.get_by_label("Rekening bank", exact=True).check()
    page.get_by_label("Nama", exact=True).fill("BRI Unit Sukun")
    page.get_by_label("Nama bank").fill("BRI")
    page.locator("#main form button.main").click()
    page.get_by_text("BRI Unit Sukun").first.wait_for()


def receive(page, office, kind: str, amount: str, memo: str) -> None:
    page.goto(office.at("kas/"))
    page.locator(".deed").filter(has_text="Uang masuk").click()
    page.locator(".tile").filter(has_text=kind).first.click()
    page.get_by_label("Jumlah", exact=True).fill(amount)
    page.get_by_label("Keterangan").fill(memo)
    page.get_by_role("button", name="Simpan uang masuk").click()
    page.get_by_text("dua juta rupiah").first.wait_for()


def pay_with_a_photo(page, office, folder) -> None:
    """The photo is made anew: where and with what it was taken stays out of the books."""
    slip = folder / "nota.jpg"
    slip.write_bytes(photo())
    assert len(Image.open(slip).getexif()) > 0
    page.goto(office.at("kas/keluar/"))
    page.locator(".tile").filter(has_text="ATK, cetak, fotokopi").first.click()
    page.get_by_label("Jumlah", exact=True).fill("68rb")
    page.get_by_label("Keterangan").fill("Kertas dan map")
    page.get_by_label("Foto nota").set_input_files(slip)
    page.get_by_role("button", name="Simpan uang keluar").click()
    page.get_by_text("enam puluh delapan ribu rupiah").first.wait_for()

    kept = Attachment.everywhere.get()
    page.get_by_role("link", name="Lihat catatannya").click()
    page.locator(".slips img").wait_for()
    shown = Image.open(BytesIO(page.request.get(page.url.split("/bukti/")[0] + f"/foto/{kept.id}.jpg").body()))
    assert shown.format == "JPEG" and len(shown.getexif()) == 0


def give_and_settle_an_advance(page, office) -> None:
    page.goto(office.at("kas/panjar/beri/"))
    choose(page, "Diberikan kepada", "Susy Kurnia")
    page.get_by_label("Untuk apa").fill("Konsumsi RAT")
    page.get_by_label("Jumlah", exact=True).fill("500.000")
    page.get_by_role("button", name="Berikan panjar").click()
    page.get_by_text("lima ratus ribu rupiah").first.wait_for()

    page.goto(office.at("kas/panjar/"))
    page.locator("#main a[href*='/panjar/']:not([href$='/beri/'])").first.click()
    page.get_by_label("Jumlah semua nota").fill("450.000")
    choose(page, "Dipakai untuk", "Rapat")
    page.get_by_role("button", name="Selesaikan").click()
    page.get_by_role("link", name="Lihat catatannya").wait_for()


def choose(page, label: str, words: str) -> None:
    """The first answer of a list with these words in it."""
    answers = page.get_by_label(label)
    answers.select_option(answers.locator("option").filter(has_text=words).first.get_attribute("value"))


def bring_to_the_bank(page, office) -> None:
    page.goto(office.at("kas/pindah/"))
    page.get_by_label("Jumlah", exact=True).fill("1.000.000")
    page.get_by_role("button", name="Pindahkan").click()
    page.get_by_text("satu juta rupiah").first.wait_for()


def the_book_says_so(page, office) -> None:
    """2.000.000 − 68.000 − 500.000 + 50.000 − 1.000.000, on screen and on paper."""
    page.goto(office.at("kas/buku/"))
    assert "482.000" in page.locator("#main").inner_text()
    address = page.get_by_role("link", name="PDF").evaluate("link => link.href")
    words = " ".join(sheet.extract_text() for sheet in pypdf.PdfReader(BytesIO(page.request.get(address).body())).pages)
    assert [each for each in ("Bantuan dinas", "Kertas dan map", "482.000") if each not in words] == []


def today_shows_it(page, office) -> None:
    page.goto(office.at())
    desk = page.locator("#main").inner_text()
    assert [each for each in ("482.000", "Rp1.000.000", "Kertas dan map") if each not in desk] == []


def the_supervisor_sees_all_and_does_nothing(page, office) -> None:
    office.sign_in(page, "pengawas")
    for place in ("kas/", "kas/buku/", "jurnal/", "laporan/posisi-keuangan/", "anggota/", "iuran/"):
        assert page.goto(office.at(place)).status == 200
        page.wait_for_load_state()
        assert page.locator("#main form[method=post]").count() == 0
    for place in ("kas/keluar/atk-cetak-fotokopi/", "iuran/terima/", "anggota/baru/", "kas/pindah/", "impor/"):
        assert page.goto(office.at(place)).status == 403

    page.goto(office.at("periksa/"))
    page.get_by_role("button", name="Periksa sekarang").click()
    page.locator(".stamp").get_by_text("Utuh").wait_for()
