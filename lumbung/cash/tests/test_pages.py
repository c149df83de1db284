"""The pages of cash as people meet them: who may, what a form answers, how many questions a page asks."""

import re
from datetime import UTC, date, datetime
from io import BytesIO
from uuid import uuid4

import pypdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from lumbung import clock
from lumbung.cash import actions, reports
from lumbung.cash.rules import by_slug
from lumbung.cash.statements import Printed, Told
from lumbung.cash.tests.conftest import BENDAHARA, journal, new_cooperative
from lumbung.cash.tests.test_slips import picture
from lumbung.cooperatives.tenant import acting_for
from lumbung.ledger import reports as books
from lumbung.members.actions import register
from lumbung.money import rp
from lumbung.security.models import Appointment, Person
from lumbung.web.photos import made_anew

PAGES = """
    / masuk/ masuk/penjualan/ masuk/hasil-titip-jual/ masuk/talangan-dari-pengurus/ keluar/ keluar/atk-cetak-fotokopi/
    keluar/bayar-penitip/ pindah/ panjar/ panjar/beri/ panjar/{advance}/ talangan/ belum-jelas/ belum-jelas/{receipt}/
    titip-jual/ titip-jual/tambah/ tempat/ buku/ buku/excel/ buku/pdf/ bukti/{number}/ foto/{slip}.jpg
    hitung/ hitung/0/ hitung/0/serah/ hitung/hasil/{count}/ hitung/hasil/{count}/berita-acara.pdf
    bank/ bank/{statement}/ bank/{statement}/rekonsiliasi.pdf
""".split()
READING = {
    p
    for p in PAGES
    if p.split("/")[0] in {"", "panjar", "belum-jelas", "titip-jual", "buku", "bukti", "foto", "hitung", "bank"}
}
READING -= {
    "panjar/beri/",
    "panjar/{advance}/",
    "belum-jelas/{receipt}/",
    "hitung/0/serah/",
    "titip-jual/tambah/",
}


def person(name: str) -> Person:
    return Person.objects.create(login_name=name, full_name=name.title(), created_at=clock.now())


@pytest.fixture
def desk(coop, kas, bri, laci, facts, client):
    """A cooperative with a bit of everything, and a signed-in person of any role: `desk.get("buku/")`."""
    return Desk(coop, kas, bri, facts, client)


class Desk:
    def __init__(self, coop, kas, bri, facts, client):
        self.coop, self.kas, self.client = coop, kas, client
        ketua = person("susy")
        Appointment.objects.create(cooperative_id=coop, person_id=ketua.id, role="ketua", since=date(2025, 1, 1))
        who = {"holder": ketua.id, "holder_name": "Susy", "purpose": "RAT", "amount": rp(1_000), "place": kas}
        self.advance = actions.give_advance(**facts(**who))
        self.receipt = actions.receive_unidentified(**facts(text="tanpa nama", amount=rp(5_000), place=bri))
        self.number = actions.pay(
            category="expense.stationery", amount=rp(68_000), place=kas, memo="Kertas", **facts()
        ).number
        self.supplier = actions.add_supplier(cooperative_id=coop, name="Keripik Bu Sutini", commission=2_000)
        self.count = actions.count_cash(
            place=kas,
            pieces={"lembar_1000": 1},
            seen=reports.balance(kas),
            reason="salah kembalian",
            **facts(),
        )
        bank_says = Told([Printed(date(2025, 2, 3), rp(5_000), "TRF")], 0, rp(5_000), "a" * 64)
        self.statement = actions.keep_statement(
            place=bri, told=bank_says, file_name="feb.csv", by=BENDAHARA, through=date(2025, 2, 28)
        )
        self.slip = actions.attach_slip(
            cooperative_id=coop, number=self.number, slip=made_anew(picture()), by=BENDAHARA
        )

    def sign_in(self, role=""):
        who = person(role or "orang-lain")
        if role:
            since = date(2025, 1, 1)
            Appointment.objects.create(cooperative_id=self.coop, person_id=who.id, role=role, since=since)
        self.client.force_login(who)
        return who

    def address(self, page: str) -> str:
        ids = {
            "advance": self.advance.id,
            "receipt": self.receipt.id,
            "number": self.number,
            "slip": self.slip.id,
            "count": self.count.id,
            "statement": self.statement.id,
        }
        return f"/k/karbes/kas/{page.lstrip('/').format(**ids)}"

    def get(self, page: str, **query):
        return self.client.get(self.address(page), query)

    def post(self, page: str, htmx=False, **data):
        data = {"on": "3/2/2025", "place": "0", "request_id": str(uuid4()), **data}
        return self.client.post(self.address(page), data, headers={"HX-Request": "true"} if htmx else {})


# --- who may ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("page", PAGES)
def test_a_stranger_finds_nothing_and_whoever_is_not_signed_in_is_asked_to(desk, page):
    assert desk.get(page).status_code == 302
    desk.sign_in()
    assert desk.get(page).status_code == 404


@pytest.mark.parametrize("page", PAGES)
def test_a_member_without_office_is_told_whom_to_ask(desk, page):
    desk.sign_in("anggota")
    assert desk.get(page).status_code == 403


@pytest.mark.parametrize("page", PAGES)
def test_the_treasurer_opens_every_page_and_a_supervisor_only_those_that_read(desk, page):
    desk.sign_in("bendahara")
    assert desk.get(page).status_code == 200
    desk.sign_in("pengawas")
    assert desk.get(page).status_code == (200 if page in READING else 403)


@pytest.mark.parametrize("page", [page for page in PAGES if page not in READING])
def test_a_supervisor_changes_nothing(desk, page):
    desk.sign_in("pengawas")
    before = len(journal(desk.coop))
    assert desk.post(page, amount="1.000", reason="x").status_code == 403
    assert len(journal(desk.coop)) == before


def test_the_wall_hides_entries_and_photos_of_others(desk):
    other = new_cooperative("lain")
    who = desk.sign_in()
    with acting_for(other.id):
        Appointment.objects.create(cooperative_id=other.id, person_id=who.id, role="bendahara", since=date(2025, 1, 1))

    for page in ("bukti/{number}/", "foto/{slip}.jpg", "panjar/{advance}/", "belum-jelas/{receipt}/"):
        assert desk.client.get(desk.address(page).replace("karbes", "lain")).status_code == 404


def test_buttons_that_a_person_may_not_press_are_not_shown(desk):
    desk.sign_in("pengawas")
    assert "/kas/keluar/" not in desk.get("/").content.decode()
    assert "Batalkan" not in desk.get("bukti/{number}/").content.decode()


def test_the_pages_speak_english_by_switch(desk):
    desk.sign_in("bendahara")
    desk.client.cookies["bahasa"] = "en"
    assert "What was the money for?" in desk.get("keluar/").content.decode()
    desk.client.cookies["bahasa"] = "id"
    assert "Uang keluar untuk apa?" in desk.get("keluar/").content.decode()


@pytest.mark.parametrize("way", ["masuk", "keluar"])
def test_every_tile_opens_its_form_in_either_language(desk, way):
    desk.sign_in("bendahara")
    addresses = {}
    for language in ("en", "id"):
        desk.client.cookies["bahasa"] = language
        addresses[language] = set(re.findall(r'href="([a-z-]+)/"', desk.get(f"{way}/").content.decode()))
        assert {desk.get(f"{way}/{address}/").status_code for address in addresses[language]} == {200}

    assert addresses["en"] == addresses["id"] and len(addresses["id"]) > 10


# --- counting -----------------------------------------------------------------------------------------------

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


# --- the bank -----------------------------------------------------------------------------------------------

MARCH = """Tanggal;Keterangan;Debit;Kredit;Saldo
01/03/2025;Saldo awal;;;5.000,00
03/03/2025;TRSF E-BANKING CR;;120.000,00;125.000,00
31/03/2025;BIAYA ADM;6.500,00;;118.500,00
"""


def test_a_file_of_the_bank_is_reconciled_by_taps(desk):
    desk.sign_in("bendahara")
    desk.post("masuk/penjualan/", amount="120.000", place=str(desk.statement.place_id), on="2/3/2025")
    file = SimpleUploadedFile("maret.csv", MARCH.encode(), "text/csv")
    february = f"bank/{desk.statement.id}/"
    pair = reports.sheet(desk.statement).proposed[0]
    desk.post(f"{february}cocok/", pair=f"{pair.line.statement_id}-{pair.line.position}-{pair.touch.number}")
    assert desk.post(f"{february}selesai/").status_code == 302

    there = desk.post("bank/kirim/", place=str(desk.statement.place_id), file=file)
    assert there.status_code == 302, there.content.decode()
    shown = desk.client.get(there.url).content.decode()
    assert "1 pasang ditemukan" in shown and "Penjualan kepada" in shown
    [pair] = re.findall(r'name="pair" value="([0-9-]+)"', shown)[:1]
    assert desk.client.post(f"{there.url}cocok/", {"pair": pair}).status_code == 302
    assert desk.client.post(f"{there.url}selesai/").status_code == 422
    line = {"of": pair.split("-")[0], "position": "2", "way": "biaya"}
    assert desk.client.post(f"{there.url}bukukan/", line).status_code == 302
    assert desk.client.post(f"{there.url}selesai/").status_code == 302

    shown = desk.client.get(there.url).content.decode()
    assert "Bank dan buku cocok sampai 31 Maret 2025" in shown and "bukukan/" not in shown
    paper = pypdf.PdfReader(BytesIO(desk.client.get(f"{there.url}rekonsiliasi.pdf").content)).pages[0].extract_text()
    assert "Rekonsiliasi Bank" in paper and "118.500" in paper and "Bank dan buku cocok." in paper


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"bukan;apa;apa\n1;2;3\n", "Tidak ada lembar yang mirip buku kas"),
        (MARCH.replace("118.500,00", "999.000,00").encode(), ""),
        (MARCH.replace("31/03/2025", "kapan ya").encode(), "Baris 4:"),
        (MARCH.replace("5.000,00", "9.000,00", 1).encode(), ""),
    ],
)
def test_a_file_that_does_not_add_up_stays_out(desk, content, words):
    desk.sign_in("bendahara")
    file = SimpleUploadedFile("maret.csv", content, "text/csv")
    answer = desk.post("bank/kirim/", place=str(desk.statement.place_id), file=file)
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert [row.id for row, _agreed in reports.statements(desk.coop)] == [desk.statement.id]


# --- recording ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("htmx", [True, False], ids=["with script", "without"])
def test_a_payment_is_typed_and_its_voucher_shows_at_once(desk, htmx):
    desk.sign_in("bendahara")
    answer = desk.post("keluar/atk-cetak-fotokopi/", htmx=htmx, amount="68rb", memo="Kertas HVS").content.decode()

    assert journal(desk.coop)[-1] == "2025-02-03 BKK-2025-000003 522300 <- 111100 68000"
    assert "BKK-2025-000003" in answer
    assert "enam puluh delapan ribu rupiah" in answer
    assert ("<html" in answer) is not htmx


def test_a_form_sent_twice_pays_once(desk):
    desk.sign_in("kasir")
    tap = {"amount": "10.000", "request_id": str(uuid4())}
    first, second = desk.post("masuk/penjualan/", **tap), desk.post("masuk/penjualan/", **tap)

    assert first.status_code == second.status_code == 200
    assert sum("421100" in line for line in journal(desk.coop)) == 1


def test_a_photo_comes_along_and_a_false_one_stops_the_payment(desk):
    desk.sign_in("bendahara")
    photo = SimpleUploadedFile("nota.jpg", picture(), "image/jpeg")
    desk.post("keluar/atk-cetak-fotokopi/", amount="1.000", photo=photo)
    number = books.entry_of_document(desk.coop, "BKK-2025-000003").number
    assert len(reports.slips_of(desk.coop, number)) == 1

    page = SimpleUploadedFile("nota.jpg", b"<html><script>alert(1)</script>", "image/jpeg")
    answer = desk.post("keluar/atk-cetak-fotokopi/", amount="1.000", photo=page)
    assert answer.status_code == 422
    assert "bukan foto" in answer.content.decode()
    assert "BKK-2025-000004" not in " ".join(journal(desk.coop))


BAD = {
    "amount": [
        "",
        "0",
        "-5000",
        "banyak",
        "1.25",
        "1.250.00",
        "1e9",
        "999999999999999999",
        "10 11",
        "²",
        "NaN",
        "0x10",
    ],
    "on": ["", "31/2/2025", "besok", "1/1/2199", "tidak tahu", "31/12/2024", "0000-00-00", "1" * 400],
    "place": ["", "7", "-1", "abc", "0 OR 1=1", "9" * 40],
    "memo": ["x" * 201, "a\x00b"],
    "request_id": ["", "1", "bukan-uuid", "'; DROP TABLE cash_advance; --"],
}


@pytest.mark.parametrize(("field", "value"), [(field, value) for field, values in BAD.items() for value in values])
def test_what_cannot_be_read_comes_back_with_words_and_nothing_is_posted(desk, field, value):
    desk.sign_in("bendahara")
    before = len(journal(desk.coop))
    answer = desk.post("keluar/atk-cetak-fotokopi/", **{"amount": "1.000", "memo": "x", field: value})

    assert answer.status_code == 422
    assert 'class="wrong"' in answer.content.decode()
    assert len(journal(desk.coop)) == before


def test_what_is_typed_is_shown_as_text(desk):
    desk.sign_in("bendahara")
    nasty = '<img src=x onerror="alert(1)"> {{ 7|add:7 }}'
    desk.post("keluar/atk-cetak-fotokopi/", amount="1.000", memo=nasty)
    number = books.entry_of_document(desk.coop, "BKK-2025-000003").number

    for page in ("/", "buku/?bulan=2025-02", f"bukti/{number}/"):
        shown = desk.client.get(f"/k/karbes/kas/{page.lstrip('/')}").content.decode()
        assert "<img src=x" not in shown
        assert "&lt;img src=x" in shown


@pytest.mark.parametrize("page", ["masuk/tidak-ada/", "keluar/penjualan/", "masuk/atk-cetak-fotokopi/", "bukti/999/"])
def test_addresses_of_nothing_are_not_found(desk, page):
    desk.sign_in("bendahara")
    assert desk.get(page).status_code == 404


def test_a_producers_sale_and_payout_and_an_officers_loan_are_typed(desk):
    desk.sign_in("bendahara")
    desk.post("masuk/hasil-titip-jual/", amount="50.000", supplier=desk.supplier.id)
    desk.post("keluar/bayar-penitip/", amount="40.000", supplier=desk.supplier.id)
    desk.post("masuk/talangan-dari-pengurus/", amount="25.000", holder=desk.advance.holder)

    names = {desk.supplier.id: "sutini", desk.advance.holder: "susy"}
    assert journal(desk.coop, names=names)[-3:] == [
        "2025-02-03 BKM-2025-000003 111100 50000 <- 212200/sutini 40000 + 423100 10000",
        "2025-02-03 BKK-2025-000003 212200/sutini <- 111100 40000",
        "2025-02-03 BKM-2025-000004 111100 <- 216200/susy 25000",
    ]


def test_a_member_who_paid_for_us_is_named_and_repaid_though_she_has_no_account(desk, facts):
    member = register(cooperative_id=desk.coop, full_name="Wati Lestari", by=BENDAHARA)
    paid = {"holder": member.id, "category": "expense.stationery", "amount": rp(9_000), "memo": "Cetak"}
    actions.officer_paid_for_us(cooperative_id=desk.coop, **paid, **facts())
    desk.sign_in("bendahara")

    for page in ("panjar/", "keluar/kembalikan-talangan/"):
        assert "Wati Lestari" in desk.get(page).content.decode()
    desk.post("keluar/kembalikan-talangan/", amount="9.000", holder=member.id)
    assert reports.owed_to_officers(desk.coop) == {}


def test_an_advance_is_settled_and_unknown_money_named_by_form(desk):
    desk.sign_in("bendahara")
    settled = desk.post("panjar/{advance}/", spent="900", category="expense.annual_meeting")
    named = desk.post("belum-jelas/{receipt}/", amount="5.000", category="sale.member")

    assert (settled.status_code, named.status_code) == (200, 302)
    assert journal(desk.coop, names={desk.advance.holder: "susy", desk.receipt.id: "itu"})[-2:] == [
        "2025-02-03 JU-2025-000001 531200 900 + 111100 100 <- 113900/susy 1000",
        "2025-02-03 JU-2025-000002 212300/itu <- 411100 5000",
    ]


def test_money_is_moved_a_place_opened_and_an_officers_purse_used(desk):
    desk.sign_in("bendahara")
    desk.post("pindah/", amount="10.000", source="0", target=str(reports.place_named(desk.coop, "BRI Unit Sukun").id))
    desk.post("talangan/", amount="7.000", memo="Cetak", category="expense.stationery", holder=desk.advance.holder)
    desk.post("tempat/", kind="till", name="Laci Dua")
    desk.post("titip-jual/tambah/", name="Bu Wati", phone="0812-3456-7890", percent="15")

    kinds = [line.split()[2] + line.split()[3] + line.split()[4] for line in journal(desk.coop)[-2:]]
    assert [kind.split("/")[0] for kind in kinds] == ["112100", "522300<-216200"]
    assert reports.place_named(desk.coop, "laci dua").kind == "till"
    assert [(each.supplier.name, each.supplier.commission) for each in reports.owed_to_suppliers(desk.coop)][0] == (
        "Bu Wati",
        1_500,
    )


def test_what_is_recorded_often_stands_first_with_its_last_entry_to_repeat(desk):
    desk.sign_in("kasir")
    with clock.frozen(datetime(2025, 2, 3, 3, tzinfo=UTC)):
        html = desk.get("keluar/").content.decode()

    often = html[html.index("Sering dicatat") : html.index("Barang dan gerai")]
    assert f'href="atk-cetak-fotokopi/?ulangi={desk.number}"' in often
    assert "Ulangi Rp68.000, Kertas" in often


@pytest.mark.parametrize(
    ("way", "tail"),
    [("keluar", "atk-cetak-fotokopi"), ("masuk", "hasil-titip-jual"), ("masuk", "talangan-dari-pengurus")],
)
def test_a_repeated_entry_is_filled_in_with_everything_but_the_day(desk, facts, way, tail):
    category = by_slug(tail, way == "masuk")
    made = {
        "hasil-titip-jual": lambda: actions.sale_consigned(
            supplier=desk.supplier, amount=rp(50_000), place=desk.kas, memo="Keripik", **facts()
        ),
        "talangan-dari-pengurus": lambda: actions.receive(
            category=category.event, amount=rp(50_000), place=desk.kas, memo="Talangan", holder=desk.advance.holder,
            **facts(),
        ),
        "atk-cetak-fotokopi": lambda: books.entry(desk.coop, desk.number),
    }[tail]()  # fmt: skip
    desk.sign_in("bendahara")
    html = desk.get(f"{way}/{tail}/", ulangi=made.number).content.decode()

    entry = books.entry(desk.coop, made.number)
    assert re.search(r'name="amount" value="(68|50).000"', html)
    assert f'name="memo" value="{entry.memo}"' in html
    whose = next((str(line.holder) for line in entry.lines if line.holder), "")
    assert not whose or f'value="{whose}" selected' in html
    assert re.search(r'<input[^>]* name="amount"[^>]* autofocus', html)
    assert "3/2/2025" not in html


@pytest.mark.parametrize("asked", ["0", "999", "abc", "-1", "9" * 40, "²"])
def test_what_cannot_be_repeated_is_an_empty_form(desk, asked):
    desk.sign_in("bendahara")
    html = desk.get("keluar/atk-cetak-fotokopi/", ulangi=asked).content.decode()
    assert not re.search(r'name="amount" value="', html)


def test_an_entry_of_another_kind_is_not_repeated(desk):
    desk.sign_in("bendahara")
    html = desk.get("keluar/listrik-dan-air/", ulangi=desk.number).content.decode()
    assert not re.search(r'name="amount" value="', html)


def test_a_telephone_opens_its_camera_in_the_form_itself(desk):
    desk.sign_in("bendahara")
    html = desk.get("keluar/atk-cetak-fotokopi/").content.decode()
    assert re.search(r'<input[^>]* type="file"[^>]* capture="environment"|<input[^>]*capture="environment"', html)
    assert "capture=" not in desk.get("bukti/{number}/").content.decode()  # later: from the pictures that are there


# --- one entry ----------------------------------------------------------------------------------------------


def test_a_photo_can_only_ever_be_a_picture(desk):
    desk.sign_in("pengawas")
    answer = desk.get("foto/{slip}.jpg")

    assert answer["Content-Type"] == "image/jpeg"
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Disposition"].startswith("attachment")
    assert b"".join(answer.streaming_content)[:3] == b"\xff\xd8\xff"


def test_a_photo_is_added_later(desk):
    desk.sign_in("kasir")
    photo = SimpleUploadedFile("nota.png", picture("PNG"), "image/png")
    assert desk.post("bukti/{number}/foto/", photo=photo).status_code == 302
    assert desk.post("bukti/{number}/foto/").status_code == 422
    assert desk.get("bukti/{number}/foto/").status_code == 405
    assert len(reports.slips_of(desk.coop, desk.number)) == 2


# --- the book -----------------------------------------------------------------------------------------------


def test_the_book_of_a_month_is_the_same_on_screen_in_a_spreadsheet_and_on_paper(desk):
    desk.sign_in("bendahara")
    screen = desk.get("buku/", bulan="2025-02").content.decode()
    sheet = load_workbook(BytesIO(desk.get("buku/excel/", bulan="2025-02").content)).active
    paper = pypdf.PdfReader(BytesIO(desk.get("buku/pdf/", bulan="2025-02").content)).pages[0].extract_text()
    cells = [[cell.value for cell in row] for row in sheet.iter_rows()]

    last = next(row for row in cells if "Jumlah" in row)
    assert [cell for cell in last if cell][-4:] == ["Jumlah", 1_000_000, 69_000, 931_000]
    assert cells[cells.index(last) - 1][4] == "Kertas"
    for shown in (screen, paper):
        for expected in ("Saldo bulan lalu", "1.000.000", "69.000", "931.000", "BKK-2025-000002"):
            assert expected in shown


NOWHERE = [("bulan", value) for value in ("", "2025-13", "kapan", "9999-12", "0001-01")]
NOWHERE += [("tempat", value) for value in ("99", "'", "-1")]


@pytest.mark.parametrize("query", [dict([pair]) for pair in NOWHERE], ids=lambda query: str(query))
def test_a_book_of_nowhere_or_never_is_the_one_of_today(desk, query):
    desk.sign_in("bendahara")
    assert desk.get("buku/", **query).status_code == 200
    assert desk.get("buku/excel/", **query).status_code == 200


# --- how many questions -------------------------------------------------------------------------------------


LISTS = ["/", "keluar/", "panjar/", "belum-jelas/", "titip-jual/", "buku/?bulan=2025-02", "bukti/{number}/"]


@pytest.mark.parametrize("page", LISTS)
def test_a_page_asks_as_many_questions_for_many_rows_as_for_few(desk, facts, page):
    desk.sign_in("bendahara")
    few = questions(desk, page)
    for number in range(12):
        actions.pay(category="expense.utilities", amount=rp(1_000), place=desk.kas, **facts())
        actions.receive_unidentified(**facts(text=f"TRF {number}", amount=rp(1_000), place=desk.kas))
        actions.give_advance(
            **facts(holder=900 + number, holder_name=f"Bu {number}", purpose="x", amount=100, place=desk.kas)
        )
        actions.add_supplier(cooperative_id=desk.coop, name=f"Penitip {number}")

    assert questions(desk, page) == few
    assert few < 40


def questions(desk, page) -> int:
    desk.client.get(desk.address(page))
    with CaptureQueriesContext(connection) as asked:
        assert desk.client.get(desk.address(page)).status_code == 200
    return len(asked)
