"""The register of all members leaves the program: who may, how often, marked, kept in the trail, told to the chair."""

from datetime import UTC, datetime, timedelta
from io import BytesIO

import pypdf
import pytest
from openpyxl import load_workbook

from lumbung import clock
from lumbung.cooperatives.reports import open_tasks
from lumbung.security.models import Event

AT = "/k/kmp-karangbesuki/buku/"
NOON = datetime(2026, 3, 20, 5, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def noon():
    with clock.frozen(NOON):
        yield


def test_the_file_says_who_took_it_and_the_chair_is_told(karangbesuki, browser_of):
    answer = browser_of("sekretaris").get(f"{AT}daftar-anggota.xlsx")
    cells = [str(cell) for row in load_workbook(BytesIO(answer.content)).active.values for cell in row if cell]
    event = Event.objects.get(deed="members.exported")

    assert any(f"Diunduh Bu Sekretaris, 20/03/2026 12.00, nomor {event.id}." in cell for cell in cells)
    [task] = open_tasks(karangbesuki.id)
    assert "Bu Sekretaris mengunduh daftar anggota 20/03/2026 12.00" in task.message


def test_the_paper_carries_the_mark_on_its_pages(karangbesuki, browser_of):
    answer = browser_of("bendahara").get(f"{AT}pilihan.pdf?buku=daftar-anggota&buku=buku-kas")
    pages = [page.extract_text() for page in pypdf.PdfReader(BytesIO(answer.content)).pages]
    assert all("Diunduh Bu Bendahara" in page for page in pages)


def test_not_more_often_a_day_than_the_cooperative_allows(karangbesuki, browser_of):
    browser = browser_of("ketua")
    for moment in range(5):
        with clock.frozen(NOON + timedelta(minutes=moment)):
            assert browser.get(f"{AT}daftar-anggota.xlsx").status_code == 200
    refused = browser.get(f"{AT}daftar-anggota.xlsx", follow=True)
    assert "sudah 5 kali mengunduh daftar anggota" in refused.content.decode()
    assert Event.objects.filter(deed="members.exported").count() == 5
    assert browser.get(f"{AT}buku-kas.xlsx").status_code == 200
    with clock.frozen(NOON + timedelta(days=1)):
        assert browser.get(f"{AT}daftar-anggota.xlsx").status_code == 200


def test_a_cashier_takes_no_register_away(karangbesuki, browser_of):
    browser = browser_of("kasir")
    for address in ("daftar-anggota.pdf", "daftar-anggota.xlsx", "pilihan.pdf?buku=daftar-anggota"):
        assert browser.get(f"{AT}{address}").status_code == 403
    assert browser.get(f"{AT}buku-kas.pdf").status_code == 200
    assert not Event.objects.filter(deed="members.exported").exists()
