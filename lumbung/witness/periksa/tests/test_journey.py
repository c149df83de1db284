"""A member's way: she pays, has the code on a telephone's screen, and checks it herself in flight mode."""

import re
from datetime import UTC, date, datetime

import pytest
import segno
from django.db import connection
from PIL import Image
from playwright.sync_api import expect

from lumbung import clock
from lumbung.cooperatives.tenant import acting_for
from lumbung.receipts import codes
from lumbung.receipts.tests.conftest import SRI, village
from lumbung.receipts.tests.test_proofs import in_a_book_of, on_a_roll, through_a_poor_printer
from lumbung.security.actions import appoint, create_person
from lumbung.security.tests.browsing import PASSPHRASE, signed_in
from lumbung.sql import guards
from lumbung.tlog import cosignature
from lumbung.witness import reports
from lumbung.witness.actions import asking, watching
from lumbung.witness.periksa.tests import books
from lumbung.witness.periksa.tests.books import PENGAWAS, SEEN_AT


@pytest.fixture
def office(transactional_db):
    with clock.frozen(datetime(2025, 8, 21, 3, 0, tzinfo=UTC)):
        coop, sutini, *_rest = village()
        sri = create_person(login_name="sri", full_name="Sri Wahyuni", passphrase=PASSPHRASE)
        with acting_for(coop.id):
            appoint(cooperative_id=coop.id, person_id=sri.id, role="bendahara", since=date(2025, 1, 1))
            yield coop, sutini


@pytest.fixture
def telephone(browser, live_server):
    """The treasurer's telephone, on line."""
    context = browser.new_context(
        base_url=live_server.url, viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True,
        device_scale_factor=2, locale="id-ID", service_workers="block", accept_downloads=True,
    )  # fmt: skip
    context.set_default_timeout(20_000)
    yield context.new_page()
    context.close()


def witnessed(coop):
    """The supervisor looks at the book as it is now, and signs."""
    witness = asking.add_witness(
        cooperative_id=coop.id, vkey=PENGAWAS.key.vkey, label="Pengawas", kind="pengawas", url="", by=SRI
    )
    signed = cosignature.cosign(reports.head(coop.id), PENGAWAS, time=SEEN_AT)
    asking.take_answer(witness=witness, text=signed.signatures[-1].line, way="file")


def posted_at_the_office(coop) -> str:
    """The list of keys on the notice board."""
    logs = "".join(f"log {key.vkey}\n" for key in reports.log_keys(coop.id))
    return f"# koperasi: {coop.name}\n{logs}witness pengawas {PENGAWAS.key.vkey}\nquorum pengawas\n"


def test_she_pays_scans_and_is_sure_and_a_changed_amount_is_named(telephone, checker, office, tmp_path):
    coop, sutini = office
    signed_in(telephone, f"/k/{coop.slug}/iuran/{sutini.id}/")
    telephone.keyboard.press("Enter")
    telephone.wait_for_selector(".receipt")
    number = reports.head(coop.id).text.split("\n")[1]
    witnessed(coop)

    telephone.goto(f"/k/{coop.slug}/bukti/{number}/")
    assert telephone.evaluate("document.documentElement.scrollWidth") <= 360
    telephone.locator("#kode-bukti img").screenshot(path=tmp_path / "kode.png")
    with telephone.expect_download() as download:
        telephone.click("text=Simpan berkas kuitansi")
    text = download.value.path().read_text()

    checker.trust(posted_at_the_office(coop))
    assert checker.open_files(tmp_path / "kode.png") == [("sah", "")]
    for expected in (
        "Rp40.000",
        "empat puluh ribu rupiah",
        coop.name,
        "Kamis, 21 Agustus 2025",
        "pengawas\n23 November",
    ):
        assert expected in checker.words
    assert checker.check(text) == [("sah", "")]
    assert checker.check(text.replace('"40000"', '"90000"')) == [("tidak-sah", "letak")]
    assert "Jumlah, tanggal, atau nomornya sudah berubah" in checker.words

    bend_the_book(coop, number)
    telephone.reload()
    assert "tidak sama lagi dengan yang dulu ditandatangani" in telephone.inner_text("#kode-bukti")
    assert checker.open_files(tmp_path / "kode.png") == [("sah", "")], "the old receipt still convicts"


def test_a_photo_of_a_request_is_read_by_the_page_of_the_witness(telephone, office, tmp_path):
    coop, _sutini = office
    chair = create_person(login_name="ketua", full_name="Bu Ketua", passphrase=PASSPHRASE).id
    appoint(cooperative_id=coop.id, person_id=chair, role="ketua", since=date(2025, 1, 1))
    watching.begin(cooperative_id=coop.id, holder="koperasi", by=chair)
    asked = "old 0\n\n" + str(books.village().signed)
    segno.make(asked, error="l").save(tmp_path / "permintaan.png", scale=5)
    Image.new("L", (600, 600), 255).save(tmp_path / "kosong.png")

    signed_in(telephone, f"/k/{coop.slug}/menjadi-saksi/koperasi/jawab/", "ketua")
    telephone.set_input_files("[name=file]", tmp_path / "permintaan.png")
    expect(telephone.locator("[name=text]")).to_have_value(re.compile("^old 0"), timeout=20_000)
    assert telephone.input_value("[name=text]").strip() == asked.strip()
    telephone.set_input_files("[name=file]", tmp_path / "kosong.png")
    telephone.get_by_text("Tidak ada kode yang terbaca").wait_for()
    telephone.click("text=Periksa dan jawab")
    telephone.get_by_text("Koperasi ini belum kami saksikan").wait_for()


def bend_the_book(coop, number):
    """The treasurer changes the amount by hand, past the guards."""
    guards.drop()
    try:
        with connection.cursor() as cursor:
            sql = "UPDATE ledger_transfer SET amount = 1000000 WHERE cooperative_id = %s AND number = %s"
            cursor.execute(sql, [coop.id, number])
    finally:
        guards.create()


@pytest.mark.parametrize("seed", [0, 2, 3])
@pytest.mark.parametrize(("entries", "larger"), [(128, 1), (4_096, 1), (131_072, 1), (131_072, 4)])
def test_a_photograph_of_a_58_mm_roll_is_read(checker, tmp_path, entries, larger, seed):
    picture = through_a_poor_printer(on_a_roll(*codes.on_paper(in_a_book_of(entries))), seed, grain=0.1)
    picture.resize((picture.width * larger, picture.height * larger)).save(tmp_path / "foto.jpg", quality=90)
    checker.trust(books.village().policy(PENGAWAS))
    assert checker.open_files(tmp_path / "foto.jpg") == [("belum-disaksikan", "kuorum")]
    assert "Rp20.000" in checker.words


@pytest.mark.parametrize("name", ["kosong.png", "bukan.png", "rusak.jpg", "besar.bin", "acak.txt"])
def test_a_picture_or_file_without_a_receipt_gets_a_sentence(checker, tmp_path, name):
    file = tmp_path / name
    if name == "kosong.png":
        Image.new("L", (800, 800), 255).save(file)
    elif name == "bukan.png":
        segno.make("https://wa.me/628123456789", error="m").save(file, scale=8)
    else:
        file.write_bytes(bytes(n * 37 % 256 for n in range(3_000_000 if name == "besar.bin" else 5_000)))
    answers = checker.open_files(file)
    assert answers in ([], [("bukan-kuitansi", "teks")])
    assert checker.words.strip().endswith(".") or answers
    assert "tersandung" not in checker.words


def test_the_proof_and_the_entry_may_come_as_two_files(checker, tmp_path):
    book = books.village()
    receipt = book.receipt()
    (tmp_path / "a.tlog-proof").write_text(receipt.proof)
    (tmp_path / "a.json").write_text(receipt.leaf)
    checker.trust(book.policy(PENGAWAS))
    assert checker.open_files(tmp_path / "a.json", tmp_path / "a.tlog-proof") == [("sah", "")]
    assert checker.open_files(tmp_path / "a.tlog-proof") == [("tidak-lengkap", "isi")]
