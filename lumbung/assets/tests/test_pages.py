"""The pages of goods as each role meets them, by plain forms."""

import re
from datetime import UTC, date, datetime
from io import BytesIO
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import load_workbook
from PIL import Image

from lumbung import clock
from lumbung.assets import actions
from lumbung.assets.models import Handover, Item
from lumbung.assets.reports.inventory import inventory
from lumbung.assets.tests.conftest import LAPTOP, SRI, TODAY, agree, line, make_cooperative
from lumbung.cooperatives.tenant import acting_for
from lumbung.ledger import actions as ledger
from lumbung.money import rp
from lumbung.security.actions import appoint, create_person


@pytest.fixture(autouse=True)
def a_day_in_november():
    with clock.frozen(datetime(2026, 11, 24, 5, 0, tzinfo=UTC)):
        yield


@pytest.fixture
def office(db):
    made = make_cooperative()
    with acting_for(made.id):
        yield made


@pytest.fixture
def laptop(office):
    return actions.register(cooperative_id=office.id, thing=LAPTOP, on=date(2026, 8, 21), by=SRI, request_id=uuid4())


@pytest.fixture
def as_role(office):
    def browser(role):
        person = create_person(login_name=role, full_name="Sri Wahyuni", passphrase="padi menguning 2025")
        appoint(cooperative_id=office.id, person_id=person.id, role=role, since=date(2026, 1, 1))
        client = Client()
        client.force_login(person)
        return client

    return browser


def url(tail=""):
    return f"/k/kmp-karangbesuki/inventaris/{tail}"


def thing(**more):
    facts = {"source": "bought", "name": "Meja", "kind": "office", "quantity": 2, "cost": "1.400.000",
             "on": "20/10/2026", "place": "111100-0", "condition": "good", "request_id": uuid4()}  # fmt: skip
    return {**facts, **more}


def test_a_thing_is_bought_and_stands_in_the_book(as_role, office):
    desk = as_role("bendahara")
    assert desk.post(url("baru/"), thing(location="Kantor", life="24")).status_code == 302
    page = desk.get(url()).content.decode()

    assert "INV-0001" in page
    assert "2 × Rp700.000" in page
    assert Item.objects.get().life_months == 24
    assert agree(office.id)


def test_what_is_in_the_ledger_is_offered_and_named_once(as_role, office):
    posted = ledger.post_event(
        "grant.laptop",
        office.id,
        on=date(2026, 9, 3),
        amount=rp(8_000_000),
        by=SRI,
        request_id=uuid4(),
        memo="Laptop hibah",
    )
    desk = as_role("bendahara")
    assert "Belum ada di buku ini" in desk.get(url()).content.decode()
    address = url(f"baru/?catatan={posted.number}&akun=121500")
    form = desk.get(address).content.decode()
    assert 'value="8.000.000"' in form
    assert 'name="place"' not in form
    assert desk.post(address, thing(source="granted", cost="8.000.000", quantity=1)).status_code == 302
    assert "Belum ada di buku ini" not in desk.get(url()).content.decode()
    assert agree(office.id)


def test_a_month_of_depreciation_is_shown_before_it_is_booked(as_role, office, laptop):
    desk = as_role("bendahara")
    page = desk.get(url("penyusutan/?bulan=2026-10")).content.decode()
    assert "333.334" in page
    assert "untuk 2 bulan yang belum dicatat" in page
    assert line(laptop).worn == 0

    seal = re.search(r'name="seal" value="([^"]+)"', page)[1]
    desk.post(url("penyusutan/?bulan=2026-10"), {"on": "31/10/2026", "seal": seal})
    assert line(laptop).worn == rp(333_334)
    assert "Tidak ada yang perlu dicatat" in desk.get(url("penyusutan/?bulan=2026-10")).content.decode()


def test_only_the_treasurer_books_it(as_role, laptop):
    as_role("ketua").post(url("penyusutan/?bulan=2026-10"), {"on": "31/10/2026", "seal": "1-33333400"})
    assert line(laptop).worn == 0


def test_a_thing_is_looked_at_found_and_taken_out_and_back(as_role, laptop):
    desk, address = as_role("bendahara"), url(f"{laptop.id}/")
    facts = {"on": "20/11/2026", "condition": "broken", "location": "Gudang", "keeper": "Pak Slamet"}
    assert desk.post(f"{address}periksa/", facts).status_code == 302
    assert "Laptop" in desk.get(url("?cari=slamet")).content.decode()
    assert "Laptop" in desk.get(url("?keadaan=rusak")).content.decode()

    leaving = {"kind": "scrapped", "on": "21/11/2026", "place": "111100-0", "reason": "", "request_id": uuid4()}
    assert desk.post(f"{address}keluar/", leaving).status_code == 422
    assert desk.post(f"{address}keluar/", {**leaving, "reason": "terbakar"}).status_code == 302
    assert "terbakar" in desk.get(address).content.decode()
    assert "Laptop" in desk.get(url("?keadaan=keluar")).content.decode()
    facts = {"on": "22/11/2026", "reason": "ditemukan", "request_id": uuid4()}
    assert desk.post(f"{address}keluar/batal/", facts).status_code == 302
    assert line(laptop).is_here


def test_a_photo_is_made_anew_and_shown_to_officers_only(as_role, laptop, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    file = BytesIO()
    Image.new("RGB", (64, 48), "#e8dfc8").save(file, "PNG")
    desk = as_role("sekretaris")
    desk.post(url(f"{laptop.id}/foto/"), {"photo": SimpleUploadedFile("x.png", file.getvalue(), "image/png")})
    shown = re.search(r'src="([^"]+foto/\d+\.jpg)"', desk.get(url(f"{laptop.id}/")).content.decode())[1]
    answer = desk.get(shown)

    assert answer["Content-Type"] == "image/jpeg"
    assert answer.content.startswith(b"\xff\xd8\xff")
    assert as_role("anggota").get(shown).status_code == 403
    wrong = desk.post(url(f"{laptop.id}/foto/"), {"photo": SimpleUploadedFile("x.png", b"no", "image/png")})
    assert wrong.status_code == 422


def test_a_handover_is_drawn_up_and_printed(as_role, laptop):
    desk = as_role("ketua")
    form = desk.get(url(f"serah-terima/baru/?barang={laptop.id}")).content.decode()
    assert re.search(rf'value="{laptop.id}"[^>]*checked', form)
    facts = {"items": [laptop.id], "giver": "Rina", "taker": "Bu Susy", "purpose": "hibah", "on": "3/9/2026",
             "request_id": uuid4()}  # fmt: skip
    assert desk.post(url("serah-terima/baru/"), facts).status_code == 302
    assert desk.post(url("serah-terima/baru/"), {**facts, "items": [], "request_id": uuid4()}).status_code == 422
    paper = desk.get(url(f"serah-terima/{Handover.objects.get().id}/bast.pdf"))
    assert paper.content.startswith(b"%PDF")
    assert "BAST-2026-0001" in desk.get(url("serah-terima/")).content.decode()


def test_the_book_as_files_has_every_column_and_the_check(as_role, office, laptop):
    """Printed as any other book: one book 15, whichever page one comes from."""
    desk = as_role("pengawas")
    paper, sheet = re.findall(r'href="([^"]+inventaris\.(?:pdf|xlsx))"', desk.get(url()).content.decode())
    book = load_workbook(BytesIO(desk.get(sheet).content))
    rows = [[cell.value for cell in row] for row in book.worksheets[0].iter_rows()]
    head = next(row for row in rows if row[0] == "No.")

    assert head == [
        "No.", "Kode", "Nama barang", "Tanggal perolehan", "Sumber", "Jumlah", "Harga satuan", "Jumlah harga",
        "Umur ekonomis", "Penyusutan", "Nilai buku", "Kondisi", "Lokasi", "Keterangan",
    ]  # fmt: skip
    assert any("cocok" in map(str, row) for row in book.worksheets[1].values)
    assert as_role("ketua").get(paper).content.startswith(b"%PDF")
    assert len(inventory(office.id, TODAY)) == 1
