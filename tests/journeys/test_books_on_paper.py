"""A secretary's afternoon: the tour on her first day, a guest at the laptop, minutes, and three books in one PDF."""

from io import BytesIO

import pypdf
import pytest

from lumbung.cooperatives.tenant import acting_for
from lumbung.meetings.models import Visit


@pytest.fixture
def secretary(page, office):
    office.sign_in(page, "sekretaris")
    return page


def test_the_tour_leads_through_six_steps_and_is_put_away(secretary, office, axe):
    assert secretary.get_by_role("heading", name="Hari pertama · langkah 1 dari 6").is_visible()
    assert axe(secretary) == []
    for step in range(2, 7):
        secretary.get_by_role("link", name="Langkah berikutnya").click()
        secretary.get_by_role("heading", name=f"langkah {step} dari 6").wait_for()
    secretary.get_by_role("link", name="Baca panduannya").click()
    secretary.get_by_role("heading", name="Memeriksa buku", level=1).wait_for()
    assert axe(secretary) == []
    secretary.get_by_role("link", name="Kembali", exact=True).click()
    secretary.get_by_role("button", name="Jangan tampilkan lagi").click()

    secretary.wait_for_url(f"**{office.at()}")
    assert secretary.get_by_text("Hari pertama").count() == 0


def test_a_guest_signs_in_with_the_fewest_touches(phone, office, axe):
    office.sign_in(phone, "sekretaris")
    phone.goto(office.at("sekretariat/tamu/isi/"))
    phone.keyboard.type("Pak Hartono")  # the first field has the focus
    phone.get_by_text("Kunjungan dinas").tap()
    phone.get_by_role("button", name="Simpan kunjungan").tap()
    phone.get_by_text("Terima kasih, Pak Hartono.").wait_for()

    assert axe(phone) == []
    with acting_for(office.id):
        assert Visit.objects.get().purpose == "Kunjungan dinas"


def test_three_books_are_ticked_and_come_as_one_pdf(secretary, office, axe):
    secretary.goto(office.at("sekretariat/rapat-pengurus/baru/"))
    for label, words in {"Yang berhak hadir": "5", "Yang hadir": "4", "Pimpinan rapat": "Susy", "Acara": "Kas",
                         "Keputusan": "Iuran naik tahun depan."}.items():  # fmt: skip
        secretary.get_by_label(label, exact=True).fill(words)
    secretary.get_by_role("button", name="Simpan").click()
    secretary.get_by_text("Iuran naik tahun depan.").wait_for()
    secretary.goto(office.at("buku/"))
    assert axe(secretary) == []
    for name in ("Buku Daftar Anggota", "Buku Notulen Rapat Pengurus", "Buku Pinjaman Anggota"):
        secretary.get_by_role("checkbox", name=name).check()
    address = secretary.evaluate(
        "() => { const f = document.querySelector('form[action$=\"pilihan.pdf\"]');"
        " return f.action + '?' + new URLSearchParams(new FormData(f)) }"
    )
    answer = secretary.request.get(address)
    words = [page.extract_text() for page in pypdf.PdfReader(BytesIO(answer.body())).pages]

    assert answer.headers["content-type"] == "application/pdf" and len(words) == 3
    assert "BUKU DAFTAR ANGGOTA" in words[0] and "Belum ada catatan" in words[2]
    assert "Iuran naik tahun depan." in words[1] and "Halaman 1 dari 1" in words[1]
    secretary.reload()
    assert secretary.get_by_text("Terakhir dicetak").count() == 3
