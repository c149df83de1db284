"""The pages of the books: who may open them, where figures lead, how often they ask."""

import re
from datetime import UTC, date, datetime
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lumbung import clock
from lumbung.ledger import reports
from lumbung.ledger.catalogue import KINDS, STATEMENTS
from lumbung.ledger.layout_flows import EQUITY_COLUMNS
from lumbung.ledger.tests import story
from lumbung.security.actions import appoint, create_person

YEAR = "dari=2025-01-01&sampai=2025-12-31"
START, END = date(2025, 1, 1), date(2025, 12, 31)
PAGES = [
    "laporan/", "laporan/buku-besar/", f"laporan/buku-besar/?akun=320000&{YEAR}", f"laporan/arus-kas/O12/?{YEAR}",
    f"laporan/perubahan-ekuitas/paid_in/?{YEAR}&kolom=dues", "jurnal/", "jurnal/1/",
    *[f"laporan/{word}/?{YEAR}" for word in STATEMENTS],
]  # fmt: skip
FILES = [f"laporan/{word}.{ending}?{YEAR}" for word in KINDS for ending in ("pdf", "xlsx")]
FILES += [f"laporan/buku-besar.{ending}?akun=320000&{YEAR}" for ending in ("pdf", "xlsx")]


@pytest.fixture
def year(coop):
    story.open_from_old_book(coop)
    story.live_2025(coop)
    with clock.frozen(datetime(2026, 5, 20, 3, tzinfo=UTC)):
        yield coop


@pytest.fixture
def signed_in(client, year):
    """`signed_in("bendahara")("laporan/")` answers as that officer sees it."""

    def as_role(role):
        person = create_person(login_name=f"orang{role}", full_name=role, passphrase="padi kuning lumbung desa")
        if role:
            appoint(cooperative_id=year, person_id=person.id, role=role, since=START)
        client.force_login(person)
        return lambda path: client.get(f"/k/karbes/{path}", secure=True)

    return as_role


@pytest.mark.parametrize("path", PAGES + FILES)
def test_an_officer_opens_it_a_member_and_a_stranger_do_not(signed_in, client, path):
    assert signed_in("pengawas")(path).status_code == 200
    assert signed_in("anggota")(path).status_code == 403
    assert signed_in("")(path).status_code == 404
    client.logout()
    assert client.get(f"/k/karbes/{path}", secure=True).status_code == 302


@pytest.mark.parametrize("path", ["laporan/tidak-ada/", "laporan/arus-kas/X/", "laporan/buku-besar/?akun=999999",
                                  "laporan/perubahan-ekuitas/paid_in/?kolom=x", "jurnal/99999/"])  # fmt: skip
def test_what_is_not_there_is_not_found(signed_in, path):
    assert signed_in("bendahara")(path).status_code == 404


def test_every_figure_of_the_statements_leads_to_a_page(signed_in):
    get, seen = signed_in("bendahara"), set()
    for word in ("posisi-keuangan", "hasil-usaha", "perubahan-ekuitas", "arus-kas", "neraca-saldo", "catatan"):
        found = re.findall(r'href="/k/karbes/([^"#]+)', get(f"laporan/{word}/?{YEAR}").content.decode())
        seen |= {unescape(path) for path in found if path.startswith("laporan/")}

    assert len(seen) > 60
    assert {path: status for path in seen if (status := get(path).status_code) != 200} == {}


def test_the_entries_behind_a_cash_flow_line_add_up_to_it(year):
    statement = reports.cash_flow(year, None, END)
    for row in statement.rows:
        if row.level == "line" and row.key != "start":
            parts = reports.behind_cash_line(year, row.key, START, END)
            assert sum(part.amount for part in parts) == row.cells["amount"], row.key


def test_the_entries_behind_a_change_in_equity_add_up_to_it(year):
    statement = reports.equity(year, None, END)
    for row in statement.rows:
        if row.level == "line":
            for column in (*EQUITY_COLUMNS, ""):
                parts = reports.behind_equity(year, row.key, column, START, END)
                assert sum(part.amount for part in parts) == row.cells[column or "amount"], (row.key, column)


def test_from_a_figure_to_the_account_to_the_entry_to_the_slip(signed_in):
    get = signed_in("bendahara")

    account = get(f"laporan/buku-besar/?akun=111100,111300,112100&{YEAR}").content.decode()
    number = re.search(r'href="/k/karbes/jurnal/(\d+)/"', account)[1]
    entry = get(f"jurnal/{number}/").content.decode()

    assert "Kas Umum (Bendahara)" in entry
    assert f'href="/k/karbes/kas/bukti/{number}/"' in entry


@pytest.mark.parametrize(("asked", "found"), [("BKM-2025-000004", 1), ("panjar", 3), ("120.000", 2), ("rp 8 jt", 1)])
def test_entries_are_found_by_document_words_and_amount(year, asked, found):
    assert reports.entries_matching(year, START, END, asked).count() == found


def test_the_journal_marks_what_was_reversed_and_what_reverses(signed_in):
    shown = signed_in("bendahara")(f"jurnal/?{YEAR}&cari=BKM-2025-000003").content.decode()

    assert "dibatalkan" in shown and "pembatalan" in shown


def test_a_later_page_of_an_account_goes_on_where_the_first_ended(year):
    whole = reports.account_ledger(year, ["111100"], START, END)
    first, second = (reports.account_ledger(year, ["111100"], START, END, offset=at, limit=5) for at in (0, 5))

    assert second.rows[0].cells["balance"] == first.rows[-1].cells["balance"]
    assert [row.key for row in (*first.rows[1:], *second.rows[1:])] == [row.key for row in whole.rows[1:11]]


@pytest.mark.parametrize("path", PAGES)
def test_a_page_asks_as_often_for_many_rows_as_for_few(signed_in, year, path):
    get = signed_in("bendahara")
    few = queries(lambda: get(path))
    for holder in range(12):
        story.post(year, "dues.paid", date(2025, 3, 7), 20_000, holder=7000 + holder)

    assert queries(lambda: get(path)) <= few


def queries(work):
    with CaptureQueriesContext(connection) as asked:
        work()
    return len(asked)


@pytest.mark.parametrize(
    ("word", "place"), [("jurnal", "jurnal/?dari="), ("buku-kas", "laporan/buku-besar/?akun=111100,")]
)
def test_a_book_is_read_page_by_page(signed_in, word, place):
    answer = signed_in("bendahara")(f"laporan/{word}/?{YEAR}")

    assert answer.status_code == 302
    assert answer.url.startswith(f"/k/karbes/{place}")


def test_a_wrong_date_is_said_in_words_and_the_page_still_stands(signed_in):
    answer = signed_in("bendahara")("laporan/posisi-keuangan/?dari=2025-05-01&sampai=2025-01-01")

    assert answer.status_code == 200
    assert "Tanggal akhir harus sesudah tanggal awal." in answer.content.decode()


def test_a_pdf_is_named_after_what_it_is(signed_in):
    answer = signed_in("bendahara")(f"laporan/posisi-keuangan.pdf?{YEAR}")

    assert answer["Content-Disposition"] == 'inline; filename="karbes-laporan-posisi-keuangan-2025-12-31.pdf"'
