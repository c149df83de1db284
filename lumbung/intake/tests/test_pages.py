"""The wizard: who may open it, and a file on its way from the device into the books and back."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from lumbung import clock
from lumbung.cooperatives.tenant import acting_for
from lumbung.intake import actions, reports
from lumbung.intake.models import Batch, Upload
from lumbung.intake.tests.conftest import BENDAHARA, FILES, SAMPLES, make_cooperative
from lumbung.ledger import reports as books
from lumbung.members.models import Member
from lumbung.security.actions import appoint, create_person

ROLES = ("ketua", "sekretaris", "bendahara", "kasir", "pengawas", "anggota")
READERS, WRITERS = {"sekretaris", "bendahara"}, {"bendahara"}
NOW = datetime(2026, 3, 5, 3, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def a_day_in_march():
    with clock.frozen(NOW):
        yield


@pytest.fixture
def office(db):
    return make_cooperative()


@pytest.fixture
def as_role(office):
    """A browser of somebody with this role; no role is a stranger."""

    def browser(role=None):
        person = create_person(login_name=f"{role or 'orang'}-1", full_name="Susy", passphrase="padi menguning 2025")
        if role:
            with acting_for(office.id):
                appoint(cooperative_id=office.id, person_id=person.id, role=role, since=date(2025, 1, 1))
        client = Client()
        client.force_login(person)
        return client

    return browser


@pytest.fixture
def send(office, as_role):
    """Send a file as the treasurer; answers her browser and where it leads."""

    def _send(path, kind="", browser=None):
        browser = browser or as_role("bendahara")
        file = SimpleUploadedFile(path.name, path.read_bytes())
        answer = browser.post(url(office), {"file": file, "kind": kind})
        return browser, answer

    return _send


def url(office, *parts):
    return "/".join(["", "k", office.slug, "impor", *map(str, parts), ""])


def sample(kind, name="a"):
    return SAMPLES / name / FILES[kind]


@pytest.fixture
def kept(office):
    """A file that waits, and a batch that was booked."""
    with acting_for(office.id):
        given = {"cooperative_id": office.id, "by": BENDAHARA}
        taken = actions.take(kind="members", path=sample("members"), today=date(2026, 3, 5), **given)
        upload = SimpleUploadedFile("iuran-2025.xlsx", sample("dues").read_bytes())
        return actions.keep_upload(kind="", file=upload, now=NOW, **given), taken.batch


PAGES = {
    "": READERS, "{upload}/": READERS, "{upload}/baris/": READERS, "{upload}/baris/3/": READERS,
    "{upload}/bukukan/": WRITERS, "hasil/{batch}/": READERS, "hasil/{batch}/batal/": WRITERS, "selisih/": WRITERS,
}  # fmt: skip


@pytest.mark.parametrize("role", [*ROLES, None])
def test_every_page_opens_for_those_who_may_and_for_nobody_else(role, office, as_role, kept):
    browser = as_role(role)
    for address, allowed in PAGES.items():
        path = url(office) + address.format(upload=kept[0].id, batch=kept[1].id)
        wanted = 404 if role is None else 200 if role in allowed else 403
        assert browser.get(path).status_code == wanted, path


def test_a_file_goes_all_the_way_into_the_books_and_back(office, send):
    browser, answer = send(sample("members"))
    assert answer.status_code == 302
    upload = Upload.everywhere.get()
    assert upload.kind == "members"
    assert "Kolom yang dikenali" in browser.get(answer.url).content.decode()
    assert "NIK Nurul (002) kehilangan angka terakhir" in browser.get(url(office, upload.id, "baris")).content.decode()
    booked = browser.post(url(office, upload.id, "bukukan"))
    assert Member.everywhere.count() == 64
    assert browser.get(booked.url).status_code == 200

    batch = Batch.everywhere.get()
    browser.post(url(office, "hasil", batch.id, "batal"), {"reason": "salah berkas"})
    assert Batch.everywhere.get().status == "undone"
    assert "dibatalkan" in browser.get(url(office, "hasil", batch.id)).content.decode()


def test_an_answer_names_the_member_that_two_names_fitted(office, send):
    with acting_for(office.id):
        actions.take(cooperative_id=office.id, kind="members", path=sample("members"), by=1, today=date(2026, 3, 5))
        eko = Member.objects.get(number="010")
    browser, _answer = send(sample("dues"))
    upload = Upload.everywhere.get()
    row = url(office, upload.id, "baris", 10)
    assert "Eko S bisa berarti Eko Setiawan (010), Eko Saputra (045)" in browser.get(row).content.decode()
    browser.post(row, {"member": str(eko.id)})
    assert "Eko S bisa berarti" not in browser.get(url(office, upload.id, "baris")).content.decode()
    browser.post(url(office, upload.id, "bukukan"))

    with acting_for(office.id):
        assert books.holder_balance(office.id, "320000", eko.id) == 200_000_00


def test_an_unreadable_cell_is_answered_in_place_and_a_bad_answer_comes_back_with_words(office, send):
    with acting_for(office.id):
        actions.take(cooperative_id=office.id, kind="members", path=sample("members"), by=1, today=date(2026, 3, 5))
    browser, _answer = send(sample("dues"))
    upload = Upload.everywhere.get()
    row = url(office, upload.id, "baris", 23)  # Wati Purnomo, "2O.000" in July
    assert "tidak terbaca sebagai pembayaran" in browser.get(row).content.decode()

    assert browser.post(row, {"paid.7": "dua puluhan"}).status_code == 422
    assert browser.post(row, {"paid.7": "20.000"}).status_code == 302
    assert Upload.everywhere.get().answers == {"Iuran 2025!27": {"paid.7": "20.000"}}


def test_what_a_reader_found_is_said_in_the_language_of_whoever_looks(office, send):
    browser, _answer = send(sample("cash"))
    rows = url(office, Upload.everywhere.get().id, "baris")

    assert "Saldo awal: bukan transaksi" in browser.get(rows).content.decode()
    browser.cookies["bahasa"] = "en"
    shown = browser.get(rows).content.decode()
    assert "Opening balance: no money moved" in shown and "bukan transaksi" not in shown


def test_a_file_that_is_only_compared_shows_the_differences_and_is_never_booked(office, send):
    with acting_for(office.id):
        actions.take(cooperative_id=office.id, kind="members", path=sample("members"), by=1, today=date(2026, 3, 5))
    browser, _answer = send(sample("dues"))
    upload = Upload.everywhere.get()
    browser.post(url(office, upload.id), {"kind": "dues", "mode": "check"})
    shown = browser.get(url(office, upload.id, "baris")).content.decode()
    assert "Berkas dibandingkan dengan buku" in shown and "Lanjut ke pembukuan" not in shown

    assert browser.post(url(office, upload.id, "bukukan")).status_code == 302
    assert Batch.everywhere.count() == 1


def test_another_way_to_read_it_is_kept_and_a_wrong_one_comes_back_with_words(office, send):
    browser, _answer = send(sample("cash"))
    upload = Upload.everywhere.get()
    assert (upload.kind, browser.post(url(office, upload.id), {"kind": "cash", "year": "2025"}).status_code) == (
        "cash",
        302,
    )
    assert Upload.everywhere.get().choices == {"year": 2025}
    answer = browser.post(url(office, upload.id), {"kind": "members"})
    assert answer.status_code == 422 and "Tidak ada lembar yang mirip daftar anggota" in answer.content.decode()
    assert browser.get(url(office, upload.id, "baris")).status_code == 302


def test_nothing_is_booked_while_every_row_waits_for_an_answer(office, send):
    browser, _answer = send(sample("dues"))
    upload = Upload.everywhere.get()
    assert "Belum ada yang dapat dibukukan" in browser.post(url(office, upload.id, "bukukan")).content.decode()
    assert not Batch.everywhere.exists() and Upload.everywhere.get().stored


def test_the_number_of_queries_of_the_rows_does_not_grow_with_them(office, send, django_assert_max_num_queries):
    browser, _answer = send(sample("cash"))
    upload = Upload.everywhere.get()
    with django_assert_max_num_queries(45):
        browser.get(url(office, upload.id, "baris"))


def test_the_kept_file_has_a_random_name_and_is_gone_once_booked(office, send):
    browser, _answer = send(sample("members"))
    upload = Upload.everywhere.get()
    assert len(upload.stored.split("/")[2]) == 32 + len(".xlsx") and default_storage.exists(upload.stored)
    browser.post(url(office, upload.id, "bukukan"))

    assert not default_storage.exists(upload.stored)
    assert Upload.everywhere.get().stored == "" and browser.get(url(office, upload.id)).status_code == 404


def test_a_file_nobody_went_on_with_is_gone_after_a_day(office, send):
    browser, _answer = send(sample("members"))
    stored = Upload.everywhere.get().stored
    with clock.frozen(datetime(2026, 3, 6, 4, 0, tzinfo=UTC)):
        browser.get(url(office))
    assert not default_storage.exists(stored)


def test_a_file_is_put_aside(office, send):
    browser, _answer = send(sample("members"))
    upload = Upload.everywhere.get()
    assert browser.get(url(office, upload.id, "buang")).status_code == 405
    browser.post(url(office, upload.id, "buang"))
    assert not default_storage.exists(upload.stored) and not Batch.everywhere.exists()


@pytest.mark.parametrize(("name", "content"), [
    ("gambar.xlsx", b"\x89PNG\r\n\x1a\n" + b"0" * 400),
    ("kosong.xlsx", b""),
    ("halaman.csv", b"<html><script>alert(1)</script></html>"),
    ("catatan.csv", b"hari ini hujan\nbesok cerah\n"),
    ("rusak.xlsx", b"PK\x03\x04" + b"\x00" * 200),
    ("../../etc/passwd", b"root:x:0:0\n"),
])  # fmt: skip
def test_a_hostile_or_foreign_file_gets_a_plain_sentence_and_leaves_nothing(name, content, office, as_role):
    browser, before = as_role("bendahara"), kept_files()
    answer = browser.post(url(office), {"file": SimpleUploadedFile(name, content), "kind": ""})
    assert answer.status_code == 422
    assert 'class="wrong"' in answer.content.decode()
    assert not Upload.everywhere.exists()
    assert kept_files() == before


def kept_files():
    """The random names in the data folder; tests that book nothing leave theirs."""
    return set(Path(default_storage.path("impor")).rglob("*"))


def test_a_file_of_another_cooperative_is_not_there(office, as_role, kept):
    other = make_cooperative("melati")
    with acting_for(other.id):
        stranger = create_person(login_name="lain-1", full_name="Lain", passphrase="padi menguning 2025")
        appoint(cooperative_id=other.id, person_id=stranger.id, role="bendahara", since=date(2025, 1, 1))
    browser = Client()
    browser.force_login(stranger)
    for address in PAGES:
        if "{" in address:
            path = url(other) + address.format(upload=kept[0].id, batch=kept[1].id)
            assert browser.get(path).status_code == 404, path


def test_the_difference_is_accepted_on_a_page_of_its_own(office, as_role, kept):
    browser = as_role("bendahara")
    browser.post(url(office, kept[0].id, "bukukan"))
    with acting_for(office.id):
        left = reports.clearing_left(office.id)
    assert left < 0
    shown = browser.get(url(office, "selisih")).context["form"]
    tap = {"amount": left, "on": "2025-12-31", "request_id": shown["request_id"].value()}
    assert browser.post(url(office, "selisih"), {**tap, "amount": left + 1}).status_code == 422
    assert browser.post(url(office, "selisih"), tap).status_code == 302
    assert browser.post(url(office, "selisih"), tap).status_code == 302
    with acting_for(office.id):
        assert reports.clearing_left(office.id) == 0
