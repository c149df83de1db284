from datetime import date

import pytest
from django.db import connection
from django.test import Client

from lumbung.cooperatives.actions import create_cooperative, open_task
from lumbung.cooperatives.reports import open_tasks
from lumbung.cooperatives.tenant import acting_for
from lumbung.security.actions import appoint, create_person
from lumbung.site.tests.conftest import PHRASE
from lumbung.sql import guards


def test_a_person_signs_in_with_name_and_passphrase_and_lands_in_her_cooperative(signed_in):
    signed_in("bendahara")
    client = Client()

    answer = client.post("/masuk/", {"login": "Bendahara-Karbes", "password": PHRASE})

    assert (answer.status_code, answer.url) == (302, "/")
    assert client.get("/").url == "/k/karbes/"


@pytest.mark.parametrize("given", [{"login": "bendahara-karbes", "password": "salah"}, {"login": "", "password": ""}])
def test_a_wrong_passphrase_is_refused_in_words(signed_in, given):
    signed_in("bendahara")
    answer = Client().post("/masuk/", given)

    assert answer.status_code == 200
    words = "tidak cocok" if given["login"] else "belum diisi"
    assert words in answer.content.decode()


def test_nobody_makes_an_account_for_herself(db):
    assert Client().get("/masuk/daftar/").status_code == 404
    assert "signup" not in Client().get("/masuk/").content.decode()


def test_the_door_leads_back_to_the_page_that_was_asked_for(signed_in):
    client = Client()
    assert client.get("/k/karbes/periksa/").url == "/masuk/?next=/k/karbes/periksa/"


@pytest.mark.parametrize("next_page", ["https://jahat.example/", "//jahat.example", "javascript:alert(1)"])
def test_the_door_leads_nowhere_else(signed_in, next_page):
    signed_in("bendahara")
    answer = Client().post("/masuk/", {"login": "bendahara-karbes", "password": PHRASE, "next": next_page})
    assert answer.url == "/"


@pytest.mark.parametrize(
    ("roles", "status"), [((), 404), (("anggota",), 403), (("pengawas",), 200), (("bendahara",), 200)]
)
def test_who_may_check_the_books(signed_in, roles, status):
    assert signed_in(*roles).get("/k/karbes/periksa/").status_code == status
    assert signed_in(*roles, "anggota").get("/k/tidak-ada/periksa/").status_code == 404


def test_checking_a_whole_book_says_so(signed_in):
    answer = signed_in("pengawas").post("/k/karbes/periksa/").content.decode()
    assert "Utuh" in answer and "1 catatan dihitung ulang" in answer


def test_checking_a_changed_book_names_the_entry(signed_in):
    client = signed_in("pengawas")
    with connection.cursor() as cursor:
        cursor.execute(guards._drop_sql(guards.REGISTRY["transfer_keeps"], connection.vendor))
        cursor.execute("UPDATE ledger_transfer SET amount = 1")

    answer = client.post("/k/karbes/periksa/").content.decode()

    assert "BKM-2025-000001" in answer and "Utuh" not in answer


def test_a_question_waits_until_somebody_says_it_is_settled(coop, signed_in):
    client = signed_in("sekretaris")
    with acting_for(coop.id):
        task = open_task(cooperative_id=coop.id, kind="note", message="Nota rapat belum ada.", by=1)
    assert "Nota rapat belum ada." in client.get("/k/karbes/tugas/").content.decode()

    assert client.get(f"/k/karbes/tugas/{task.id}/beres/").status_code == 405
    client.post(f"/k/karbes/tugas/{task.id}/beres/")

    with acting_for(coop.id):
        assert not open_tasks(coop.id).exists()
    assert "Tidak ada yang menunggu" in client.get("/k/karbes/tugas/").content.decode()


def test_whoever_has_no_cooperative_is_told_whom_to_ask(db):
    person = create_person(login_name="baru", full_name="Baru", passphrase=PHRASE)
    client = Client()
    client.force_login(person)
    assert "Mintalah ketua koperasi" in client.get("/").content.decode()


def test_whoever_serves_two_cooperatives_chooses(coop, signed_in):
    client = signed_in("bendahara")
    other = create_cooperative(
        slug="mawar", name="Koperasi Mawar", kind="existing", village_code="35.73.04.1009", books_from=date(2025, 1, 1)
    )
    with acting_for(other.id):
        appoint(cooperative_id=other.id, person_id=client.person.id, role="ketua", since=date(2025, 1, 1))

    answer = client.get("/").content.decode()
    assert "KMP Karbes" in answer and "Koperasi Mawar" in answer
