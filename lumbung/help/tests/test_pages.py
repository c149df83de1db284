"""Help as people meet it: from the heading of a page to its guide and back, words that are looked up, the tour."""

from datetime import date

import pytest
from django.test import Client

from lumbung.cooperatives.actions import create_cooperative
from lumbung.cooperatives.tenant import acting_for
from lumbung.help.models import Toured
from lumbung.ledger.actions import open_book
from lumbung.security.actions import appoint, create_person
from lumbung.web.glossary import TERMS


@pytest.fixture
def browser_of(db):
    """A signed-in browser by role, in one cooperative."""
    made = create_cooperative(
        slug="karbes", name="KMP Karbes", kind="kmp", village_code="35.73.04.1009", books_from=date(2025, 1, 1)
    )
    with acting_for(made.id):
        open_book(cooperative_id=made.id)

    def one(role: str) -> Client:
        person = create_person(login_name=role, full_name=f"Bu {role}", passphrase="padi kuning lumbung desa")
        with acting_for(made.id):
            appoint(cooperative_id=made.id, person_id=person.id, role=role, since=date(2025, 1, 1))
        client = Client()
        client.force_login(person)
        return client

    return one


def test_a_page_leads_to_its_guide_and_the_guide_back(browser_of):
    browser = browser_of("bendahara")
    page = browser.get("/k/karbes/kas/panjar/").content.decode()
    assert 'href="/panduan/panjar/?dari=/k/karbes/kas/panjar/"' in page
    guide = browser.get("/panduan/panjar/?dari=/k/karbes/kas/panjar/").content.decode()
    assert 'href="/k/karbes/kas/panjar/"' in guide and "<li>" in guide


@pytest.mark.parametrize("back", ["https://jahat.example/k/", "//jahat.example/k/", "/keluar/", "javascript:alert(1)"])
def test_the_way_back_leads_into_a_cooperative_only(back):
    assert "Kembali" not in Client().get("/panduan/panjar/", {"dari": back}).content.decode()


def test_help_is_open_to_everybody_and_says_404_for_what_is_not_there(db):
    nobody = Client()
    assert "Menerima iuran" in nobody.get("/panduan/").content.decode()
    assert nobody.get("/panduan/gambar/iuran-terima-360.png")["Content-Type"] == "image/png"
    assert nobody.get("/panduan/gambar/tidak-ada.png").status_code == 404
    assert nobody.get("/panduan/tidak-ada/").status_code == 404


def test_guides_and_terms_are_looked_up_by_any_of_their_words(db):
    nobody = Client()
    found = nobody.get("/panduan/?cari=rapel").content.decode()
    assert "Menerima iuran" in found and "Buku tamu" not in found
    assert "Tidak ada yang cocok" in nobody.get("/panduan/?cari=zzz").content.decode()
    whole = nobody.get("/istilah/").content.decode()
    assert all(str(term.label) in whole for term in TERMS.values())
    panjar = nobody.get("/istilah/?cari=PANJAR").content.decode()
    assert 'id="panjar"' in panjar and 'id="kuorum"' not in panjar
    assert "Tidak ada yang cocok" in nobody.get("/istilah/?cari=zzz").content.decode()


@pytest.mark.parametrize(
    ("role", "first"), [("bendahara", "Bawa catatan lama"), ("ketua", "Kenali anggota"), ("kasir", "Kenali anggota")]
)
def test_the_tour_has_six_steps_that_the_person_may_take(browser_of, role, first):
    browser = browser_of(role)
    page = browser.get("/k/karbes/").content.decode()
    assert "langkah 1 dari 6" in page and first in page
    last = browser.get("/k/karbes/?tur=6").content.decode()
    assert "langkah 6 dari 6" in last and "Selesai" in last and "Langkah berikutnya" not in last
    assert "langkah 6 dari 6" in browser.get("/k/karbes/?tur=999").content.decode()


def test_the_tour_is_put_away_by_each_for_herself_and_can_be_taken_again(browser_of):
    treasurer, chair = browser_of("bendahara"), browser_of("ketua")
    for _tap in range(2):
        answer = treasurer.post("/tur/selesai/", {"dari": "/k/karbes/"})
    assert answer.url == "/k/karbes/" and Toured.objects.count() == 1
    assert "Hari pertama" not in treasurer.get("/k/karbes/").content.decode()
    assert "langkah 2 dari 6" in treasurer.get("/k/karbes/?tur=2").content.decode()
    assert "langkah 1 dari 6" in chair.get("/k/karbes/").content.decode()
    assert 'href="/k/karbes/?tur=1"' in treasurer.get("/panduan/?dari=/k/karbes/iuran/").content.decode()


def test_nobody_puts_a_tour_away(db):
    assert Client().post("/tur/selesai/").url.startswith("/masuk/")
    assert Client().get("/tur/selesai/").status_code == 405


def test_a_member_without_office_meets_no_tour(browser_of):
    assert "Hari pertama" not in browser_of("anggota").get("/k/karbes/").content.decode()
