from datetime import UTC, date, datetime
from uuid import uuid4

import pytest

from lumbung import clock
from lumbung.cooperatives.tenant import acting_for
from lumbung.dues import actions
from lumbung.dues.models import Payment
from lumbung.dues.tests.conftest import SRI, make_cooperative
from lumbung.ledger import reports as ledger
from lumbung.members import actions as members
from lumbung.members.models import Member
from lumbung.money import rp

ROLES = ("ketua", "sekretaris", "bendahara", "kasir", "pengawas", "anggota")
READERS = {"ketua", "sekretaris", "bendahara", "kasir", "pengawas"}
TAKERS = READERS - {"kasir"}  # of every name in one file
TILL = {"bendahara", "kasir"}
HTMX = {"HX-Request": "true"}


@pytest.fixture(autouse=True)
def a_day_in_august():
    with clock.frozen(datetime(2025, 8, 21, 3, 0, tzinfo=UTC)):
        yield


def member(name):
    return Member.everywhere.get(full_name=name)


def url(tail=""):
    return f"/k/kmp-karangbesuki/{tail}"


def addresses():
    """Every page of the register and of dues: address → who may open it."""
    siti, paid = member("Siti Aminah").id, Payment.everywhere.first().number
    return {
        "anggota/": READERS, "anggota/cari/?q=siti": READERS, "anggota/mirip/": READERS,
        "buku/daftar-anggota/": READERS, "buku/daftar-anggota.xlsx": TAKERS, "buku/daftar-anggota.pdf": TAKERS,
        "buku/simpanan-anggota/": READERS, "buku/simpanan-anggota.pdf": TAKERS, f"anggota/{siti}/": READERS,
        "anggota/baru/": {"sekretaris", "bendahara", "ketua"}, f"anggota/{siti}/ubah/": {"sekretaris", "bendahara"},
        f"anggota/{siti}/keluar/": {"sekretaris", "ketua"}, "iuran/": READERS, "iuran/?saring=lama": READERS,
        "iuran/tunggakan/": READERS, "iuran/iuran.xlsx": READERS, "iuran/iuran.pdf": READERS,
        f"iuran/{siti}/": READERS, f"iuran/{siti}/kartu/": READERS, f"iuran/bukti/{paid}/": READERS,
        "iuran/terima/": TILL, "iuran/terima/melunasi/": TILL,
        f"iuran/{siti}/pokok/": TILL, f"iuran/bukti/{paid}/batal/": {"bendahara"}, "iuran/tagih/": {"bendahara"},
    }  # fmt: skip


@pytest.mark.parametrize("role", ROLES)
def test_each_page_opens_to_those_whose_duty_it_is(as_role, role):
    browser = as_role(role)
    for tail, allowed in addresses().items():
        status = browser.get(url(tail)).status_code
        assert status == (200 if role in allowed else 403), f"{role} {tail}"


def test_a_stranger_learns_not_even_that_the_page_exists(as_role):
    browser = as_role()
    assert {browser.get(url(tail)).status_code for tail in addresses()} == {404}


def test_the_supervisor_may_look_but_not_receive(as_role):
    browser, slamet = as_role("pengawas"), member("Slamet Utomo")
    form = payment_form()

    assert browser.post(url(f"iuran/{slamet.id}/"), form).status_code == 403
    assert browser.post(url("iuran/terima/"), {**form, "member": slamet.id}).status_code == 403
    assert b"Terima</button>" not in browser.get(url(f"iuran/{slamet.id}/")).content
    assert Payment.everywhere.count() == 2


def payment_form(amount="20rb", **more):
    return {"amount": amount, "paid_on": "21/8/2025", "place": "111100-0", "request_id": str(uuid4()), **more}


def test_the_grid_says_each_month_in_words(as_role):
    text = as_role("kasir").get(url("iuran/")).content.decode()

    assert "Slamet Utomo, Maret: baru Rp10.000, kurang Rp10.000" in text
    assert "Slamet Utomo, Agustus: belum dibayar Rp20.000" in text
    assert "Siti Aminah, Agustus: lunas" in text and "Siti Aminah, September: belum waktunya" in text
    assert "Wagiman" not in text


def test_a_cell_offers_what_is_owed_up_to_its_month(as_role):
    slamet = member("Slamet Utomo")
    text = as_role("kasir").get(url(f"iuran/{slamet.id}/?bulan=2025-05")).content.decode()

    assert 'value="50.000"' in text and "Melunasi Maret 2025 (Rp10.000), April–Mei 2025 (2 × Rp20.000)" in text


def test_a_payment_answers_with_its_receipt(as_role):
    slamet = member("Slamet Utomo")
    text = as_role("kasir").post(url(f"iuran/{slamet.id}/"), payment_form("30rb")).content.decode()

    assert "BKM-2025-000003" in text and "tiga puluh ribu rupiah" in text
    assert "Iuran Maret 2025 (Rp10.000), April 2025 (Rp20.000)" in text


def test_from_the_grid_the_row_the_sums_and_the_figures_come_back_too(as_role):
    slamet = member("Slamet Utomo")
    headers = {**HTMX, "HX-Target": "pay", "HX-Current-URL": "http://testserver/k/kmp-karangbesuki/iuran/?tahun=2025"}
    text = as_role("kasir").post(url(f"iuran/{slamet.id}/"), payment_form("30rb"), headers=headers).content.decode()

    assert "<html" not in text and f'<template><tr id="r-{slamet.id}" hx-swap-oob="true">' in text
    assert text.count("m paid fresh") == 2
    assert 'id="sums" hx-swap-oob="true"' in text and 'id="figures" hx-swap-oob="true"' in text


def test_a_second_tap_of_a_form_pays_once(as_role):
    browser, form, slamet = as_role("kasir"), payment_form(), member("Slamet Utomo")
    first, second = (browser.post(url(f"iuran/{slamet.id}/"), form).content for _tap in range(2))

    assert b"BKM-2025-000003" in first and b"BKM-2025-000003" in second
    assert Payment.everywhere.filter(member_id=slamet.id).count() == 2


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"amount": ""}, "Bagian ini belum diisi"),
        ({"amount": "dua puluh ribu"}, "bukan jumlah uang"),
        ({"amount": "20.00"}, "lebih dari satu cara"),
        ({"amount": "-20.000"}, "kurang dari nol"),
        ({"amount": "0"}, "lebih dari nol"),
        ({"amount": "9" * 30}, "terlalu besar"),
        ({"amount": "90.000.000"}, "Paling banyak"),
        ({"paid_on": "31/2/2025"}, "wrong"),
        ({"paid_on": "besok"}, "belum terjadi"),
        ({"paid_on": "4/1/2025"}, "baru bergabung"),
        ({"paid_on": ""}, "belum diisi"),
        ({"place": "112100-99"}, "wrong"),
        ({"place": ""}, "belum diisi"),
        ({"request_id": "1"}, "mistakes"),
        ({"request_id": ""}, "mistakes"),
    ],
)
def test_what_cannot_be_comes_back_with_words_and_posts_nothing(as_role, change, words):
    slamet = member("Slamet Utomo")
    answer = as_role("kasir").post(url(f"iuran/{slamet.id}/"), {**payment_form(), **change})

    assert answer.status_code == 422 and words in answer.content.decode()
    assert Payment.everywhere.count() == 2


def test_the_form_by_itself_finds_the_member_and_pays(as_role):
    browser, slamet = as_role("bendahara"), member("Slamet Utomo")
    assert b"0002 Slamet Utomo" in browser.get(url("iuran/terima/")).content
    assert b"BKM-2025-000003" in browser.post(url("iuran/terima/"), payment_form(member=slamet.id)).content
    assert browser.post(url("iuran/terima/"), payment_form(member="999")).status_code == 422


def test_while_one_types_the_months_are_told_or_why_not(as_role):
    browser, slamet = as_role("kasir"), member("Slamet Utomo")

    def said(amount, who=slamet.id):
        return browser.get(
            url("iuran/terima/melunasi/"), {"member": who, "amount": amount}, headers=HTMX
        ).content.decode()

    assert "Melunasi Maret 2025 (Rp10.000)" in said("10rb")
    assert "lebih dari satu cara" in said("20.00") and "lebih dari nol" in said("0") and "Paling banyak" in said("90jt")
    assert "<p" not in said("20rb", who="x") and "<p" not in said("")


def test_a_payment_is_taken_back_with_a_reason_and_its_receipt_says_so(as_role):
    browser, number = as_role("bendahara"), Payment.everywhere.filter(member_id=member("Slamet Utomo").id).get().number
    undo = {"reason": "salah orang", "on": "hari ini", "request_id": str(uuid4())}

    assert browser.post(url(f"iuran/bukti/{number}/batal/"), {**undo, "reason": ""}).status_code == 422
    assert browser.post(url(f"iuran/bukti/{number}/batal/"), undo).status_code == 302
    assert browser.post(url(f"iuran/bukti/{number}/batal/"), undo).status_code == 302  # the second tap changes nothing
    assert "sudah dibatalkan" in browser.get(url(f"iuran/bukti/{number}/")).content.decode()
    assert "Slamet Utomo, Januari: belum dibayar" in browser.get(url("iuran/")).content.decode()


def test_an_english_screen_says_months_in_english_and_writes_an_indonesian_book(as_role, office):
    browser, number = as_role("bendahara"), Payment.everywhere.filter(member_id=member("Slamet Utomo").id).get().number
    browser.cookies["bahasa"] = "en"
    seen = browser.get(url(f"iuran/bukti/{number}/")).content.decode()

    undo = {"reason": "salah orang", "on": "hari ini", "request_id": str(uuid4())}
    assert browser.post(url(f"iuran/bukti/{number}/batal/"), undo).status_code == 302
    with acting_for(office.id):
        memos = [entry.memo for entry in ledger.journal(office.id, date(2025, 1, 1), date(2025, 12, 31))]

    assert "January–February 2025 (2 × Rp20.000), March 2025 (Rp10.000)" in seen
    assert [memo.split(",")[0] for memo in memos[-2:]] == [
        "Simpanan wajib Januari–Maret 2025", "Batal BKM-2025-000002: salah orang"
    ]  # fmt: skip


def test_principal_from_the_page_makes_the_applicant_a_member(as_role):
    wagiman = member("Wagiman")
    text = as_role("kasir").post(url(f"iuran/{wagiman.id}/pokok/"), payment_form("100rb")).content.decode()

    assert "sekarang ia anggota" in text and member("Wagiman").status == "active"


def test_members_of_another_cooperative_are_not_there(as_role):
    other = make_cooperative(slug="kmp-lain", name="KMP Lain")
    with acting_for(other.id):
        stranger = members.register(cooperative_id=other.id, full_name="Orang Lain", joined_on=date(2025, 1, 1), by=SRI)
    browser = as_role("bendahara")
    tails = [f"anggota/{stranger.id}/", f"anggota/{stranger.id}/ubah/", f"iuran/{stranger.id}/",
             f"iuran/{stranger.id}/pokok/", f"iuran/{stranger.id}/kartu/", "iuran/bukti/99/"]  # fmt: skip

    assert {browser.get(url(tail)).status_code for tail in tails} == {404}


def test_filters_show_whom_they_say(as_role):
    browser = as_role("kasir")

    def shown(query):
        text = browser.get(url(f"iuran/{query}"), headers=HTMX).content.decode()
        return {name for name in ("Siti", "Slamet") if name in text}

    assert shown("?saring=belum") == {"Slamet"} == shown("?saring=lama") == shown("?cari=utomo") == shown("?cari=0002")
    assert shown("?rt=002-003") == shown("?cari=rt+3") == {"Siti", "Slamet"}
    assert shown("?rt=009-001") == shown("?cari=zzz") == set()
    assert shown("?tahun=2024") == set() and shown("?tahun=99999999") == {"Siti", "Slamet"}


LISTS = ["iuran/", "anggota/", "iuran/tunggakan/", "iuran/iuran.xlsx", "buku/daftar-anggota/", "buku/simpanan-anggota/"]


@pytest.mark.parametrize("tail", LISTS)
def test_the_queries_of_a_page_do_not_grow_with_its_rows(as_role, office, tail, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    browser = as_role("bendahara")
    browser.get(url(tail))
    with CaptureQueriesContext(connection) as few:
        browser.get(url(tail))
    with acting_for(office.id):
        rows = [{"full_name": f"Anggota {n}", "joined_on": date(2025, 1, 5), "rt": str(n % 9 + 1), "rw": "1"}
                for n in range(40)]  # fmt: skip
        for one in members.register_many(cooperative_id=office.id, rows=rows, by=SRI):
            actions.pay_dues(member=one, amount=rp(30_000), paid_on=date(2025, 3, 1), by=SRI, request_id=uuid4())
    with CaptureQueriesContext(connection) as many:
        browser.get(url(tail))

    assert len(many) <= len(few) <= 40
