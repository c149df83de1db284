"""Tutup hari and Periksa as people meet them."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from lumbung import ids
from lumbung.ledger.actions import erase_holder
from lumbung.ledger.actions import reverse as undo
from lumbung.ledger.tests.conftest import BENDAHARA, SUTINI
from lumbung.ledger.tests.test_audit import stripped
from lumbung.members.models import Member
from lumbung.security.actions import appoint, create_person
from lumbung.tlog import checkpoint, note
from lumbung.witness import reports
from lumbung.witness.models import Checkpoint


@pytest.fixture
def officer(coop):
    """A client signed in with a role."""

    def _officer(role="bendahara"):
        person = create_person(login_name=role, full_name=role.title(), passphrase="padi kuning lumbung desa")
        appoint(cooperative_id=coop, person_id=person.id, role=role, since=date(2025, 1, 1))
        client = Client()
        client.force_login(person)
        return client

    return _officer


@pytest.fixture
def sutini(coop):
    """The holder whom the postings name, as the register knows her."""
    Member.objects.create(cooperative_id=coop, id=SUTINI, number="0001", full_name="Sutini")


def address(name, **more):
    return reverse(name, kwargs={"slug": "karbes", **more})


def words(answer) -> str:
    return " ".join(answer.content.decode().split())


def test_an_empty_book_teaches_what_closing_is_for(officer):
    shown = words(officer().get(address("witness:day")))
    assert "Belum ada yang ditutup" in shown
    assert "Tutup hari ini" not in shown


def test_one_tap_closes_the_day_and_the_second_finds_it_closed(coop, post, officer):
    post()
    post()
    treasurer = officer()
    assert "2 catatan baru" in words(treasurer.get(address("witness:day")))

    for said in ("Hari ini ditutup dengan TH-", "Hari ini sudah ditutup: TH-"):
        answer = treasurer.post(address("witness:close_day"), follow=True)
        assert said in words(answer)

    assert Checkpoint.objects.filter(cooperative_id=coop).count() == 1
    assert "Semua catatan sudah ditutup." in words(treasurer.get(address("witness:day")))


def test_with_nothing_new_the_page_says_so_in_words(officer):
    answer = officer().post(address("witness:close_day"))
    assert answer.status_code == 422
    assert "Belum ada catatan baru" in words(answer)


def test_a_supervisor_sees_and_cannot_close(coop, post, officer):
    post()
    supervisor = officer("pengawas")
    assert "Tutup hari ini" not in words(supervisor.get(address("witness:day")))
    assert supervisor.post(address("witness:close_day")).status_code == 403


def test_a_kept_head_leaves_as_the_file_that_was_signed(coop, post, officer):
    post()
    treasurer = officer()
    treasurer.post(address("witness:close_day"))
    answer = treasurer.get(address("witness:head_file", size=2))
    assert answer["Content-Disposition"] == 'attachment; filename="karbes-2.txt"'
    signed = note.parse(answer.content.decode())
    assert checkpoint.verify(signed, reports.log_keys(coop)[0]).size == 2
    assert treasurer.get(address("witness:head_file", size=1)).status_code == 404


def test_the_list_of_days_asks_the_database_no_more_for_more_days(coop, post, officer, django_assert_max_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from lumbung.ledger.actions import close_day

    treasurer, counted = officer(), []
    for day in range(3, 15):
        post(on=date(2025, 2, day))
        close_day(cooperative_id=coop, on=date(2025, 2, day), by=BENDAHARA)
        if day in (4, 14):
            with CaptureQueriesContext(
                connection,
            ) as asked:
                treasurer.get(address("witness:day"))
            counted.append(len(asked))
    assert counted[0] == counted[1]


def test_periksa_says_whole_and_who_signed(coop, sutini, post, officer):
    post()
    shown = words(officer().post(address("verify")))
    assert "Utuh" in shown and "Semua yang pernah ditandatangani sama dengan catatannya" in shown
    assert f"lumbung.example/karbes+{reports.log_keys(coop)[0].id.hex()}" in shown
    assert "Saksi terakhir" in shown and "belum ada" in shown


def test_periksa_goes_red_and_names_the_entry_whose_amount_was_changed(coop, post, officer):
    for _ in range(3):
        post()
    treasurer = officer()
    with stripped() as cursor:
        cursor.execute(
            "UPDATE ledger_transfer SET amount = amount * 10 WHERE number = 2 AND cooperative_id = %s", [coop]
        )
        shown = words(treasurer.post(address("verify")))
    assert "BKM-2025-000002" in shown and "catatan nomor 2" in shown
    assert "Utuh" not in shown


def test_periksa_goes_red_when_the_signature_is_not_the_logs(coop, post, officer):
    post()
    treasurer = officer()
    with stripped() as cursor:
        cursor.execute("UPDATE ledger_book SET seal = root WHERE cooperative_id = %s", [coop])
        shown = words(treasurer.post(address("verify")))
    assert "Tanda tangan kepala buku yang terbaru tidak sah." in shown


def test_periksa_names_erased_entries_as_erased(coop, sutini, post, officer):
    post()
    undo(coop, 1, on=date(2025, 2, 3), by=BENDAHARA, reason="keluar", request_id=ids.new_request())
    erase_holder(cooperative_id=coop, holder=SUTINI, today=date(2036, 1, 1), by=BENDAHARA, reason="minta")
    shown = words(officer().post(address("verify")))
    assert "Utuh" in shown
    assert "2 catatan tanpa data pribadi" in shown and "BKM-2025-000001" in shown


def test_periksa_names_a_holder_whom_nobody_here_knows(coop, post, officer):
    post()
    shown = words(officer().post(address("verify")))
    assert f"punya pemegang {SUTINI}, yang tidak dikenal di koperasi ini" in shown and "Utuh" not in shown


def test_periksa_names_what_is_wrong_with_the_machine(coop, sutini, post, officer, monkeypatch):
    post()
    treasurer = officer()
    monkeypatch.setattr("lumbung.sql.seal.broken", lambda: [17])
    monkeypatch.setattr("lumbung.sql.guards.missing", lambda: ["entry_keeps"])
    shown = words(treasurer.post(address("verify")))
    assert "2 hal tidak cocok" in shown and "Utuh" not in shown
    assert "Berkas data rusak: halaman 17 berubah sendiri" in shown and "Penjaga yang hilang: entry_keeps" in shown
