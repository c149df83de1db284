"""The page of copies, and what Hari Ini says of them."""

from datetime import date, timedelta

import pytest
from django.test import Client

from lumbung import clock
from lumbung.backup import actions, background, halves, reports, sealing, state
from lumbung.backup.tests.conftest import newest
from lumbung.cooperatives.actions import create_cooperative
from lumbung.cooperatives.tenant import acting_for
from lumbung.security.actions import appoint, create_person
from lumbung.sql import SQLITE, engine

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(engine() != SQLITE, reason="there each copy starts a server: test_postgresql.py tries the same"),
]
HERE = "/k/karbes/cadangan/"


@pytest.fixture
def client(coop):
    return signed_in(coop, "bendahara")


def signed_in(coop, role) -> Client:
    person = create_person(login_name=role, full_name="Susy", passphrase="padi kuning lumbung desa")
    with acting_for(coop.id):
        appoint(cooperative_id=coop.id, person_id=person.id, role=role, since=date(2025, 1, 1))
    signed = Client()
    signed.force_login(person)
    return signed


@pytest.fixture
def started(monkeypatch):
    """The programs that a button starts, and what they were told."""
    asked = []
    monkeypatch.setattr(background, "start", lambda *words, told="": asked.append((words, told)))
    return asked


def seen(client, address=HERE) -> str:
    return client.get(address, follow=True).content.decode()


def test_the_first_visit_asks_for_sheets_and_warns(client):
    html = seen(client)
    assert "Belum pernah dicadangkan" in html and "Sudah waktunya" in html
    assert "Buat lembar pemulihan" in html and "Cadangkan sekarang" not in html
    assert "Belum pernah dicadangkan: cadangkan hari ini" in seen(client, "/k/karbes/")


def test_sheets_are_a_pdf_of_four_pages_that_nothing_keeps(client, home):
    from io import BytesIO

    from pypdf import PdfReader

    answer = client.post(f"{HERE}lembar/")
    pages = [page.extract_text() for page in PdfReader(BytesIO(answer.content)).pages]

    assert answer["Content-Type"] == "application/pdf" and "no-store" in answer["Cache-Control"]
    assert len(pages) == 4 and "bagian 1 dari 2" in pages[0] and "Bendahara" in pages[1]
    one, other = (_half_on(page) for page in pages[:2])
    key = state.load()["keys"][0]
    assert sealing.public_part(halves.join(one, other)) == key["recipient"]
    assert [halves.words_of(half) for half in (one, other)] == key["words"]
    kept = (state.folder() / state.STATE).read_text().upper()
    assert one[:20] not in kept and other[:20] not in kept


def _half_on(page: str) -> str:
    """The sixty signs that somebody reads from a sheet: five rows of twelve, each after its number."""
    rows = [line[2:].replace(" ", "") for line in page.splitlines() if line[:2] in ("1 ", "2 ", "3 ", "4 ", "5 ")]
    return "".join(row for row in rows if len(row) == 12)


def test_the_words_on_paper_take_the_sheets_into_use(client):
    client.post(f"{HERE}lembar/")
    words = [said for key in state.load()["keys"] for said in key["words"]]

    wrong = client.post(f"{HERE}lembar/periksa/", {f"w{n}": said for n, said in enumerate([*words[:3], "padi x"])})
    assert wrong.status_code == 422 and "tidak cocok" in wrong.content.decode()
    client.post(f"{HERE}lembar/periksa/", {f"w{n}": said for n, said in enumerate(words)})

    assert "Cadangkan sekarang" in seen(client)


def test_one_button_starts_a_copy(client, keys, started):
    client.post(f"{HERE}cadangkan/")
    assert started == [(("backup", "--by", "Susy"), "")]


def test_without_sheets_nothing_starts(client, started):
    assert "lembar pemulihan" in client.post(f"{HERE}cadangkan/", follow=True).content.decode()
    assert started == []


def test_while_one_runs_the_page_says_so_and_starts_no_second(client, keys, started):
    with state.alone():
        background.tell(step="Memeriksa salinan")
        assert "Memeriksa salinan" in seen(client)
        assert "sedang berjalan" in client.post(f"{HERE}cadangkan/", follow=True).content.decode()
        assert "hx-trigger" in client.get(f"{HERE}jalan/").content.decode()
    assert client.get(f"{HERE}jalan/")["HX-Refresh"] == "true"
    assert started == []


def test_a_program_that_has_just_started_counts_as_running(client, keys):
    background.tell(step="Menyiapkan", started=clock.now().isoformat())
    assert "Sedang berjalan" in seen(client)
    background.tell(step="Menyiapkan", started=(clock.now() - timedelta(minutes=1)).isoformat())
    assert "Sedang berjalan" not in seen(client)


def test_what_went_wrong_stands_on_the_page(client):
    background.tell(failed="Salinan ini tidak dipakai")
    assert "Salinan ini tidak dipakai" in seen(client)


def test_after_a_copy_the_page_and_the_desk_are_calm(client, keys, stick, unproven):
    actions.make(by="Susy")
    html, desk = seen(client), seen(client, "/k/karbes/")
    assert "Cadangan terakhir hari ini" in html and "Aman" in html and "Stik 1" in html
    assert "Cadangan terakhir hari ini" in desk and "cadangkan hari ini</b>" not in desk


def test_two_days_later_the_desk_says_so_and_after_four_it_asks(client, keys, stick, unproven):
    with clock.frozen(clock.now() - timedelta(days=2)):
        actions.make(by="Susy")
    assert "Cadangan terakhir 2 hari lalu" in seen(client, "/k/karbes/")
    actions.set_warning(days=1)
    assert "Cadangan terakhir 2 hari lalu: cadangkan hari ini" in seen(client, "/k/karbes/")


def test_a_copy_is_downloaded_sealed_and_counts_as_kept_elsewhere(client, keys, unproven):
    made = actions.make(by="Susy")
    assert reports.newest_safe(state.load()) is None

    answer = client.get(f"{HERE}unduh/{made.file.name}/")

    assert b"".join(answer.streaming_content).startswith(b"age-encryption.org/v1")
    assert reports.newest_safe(state.load())[1] == 3


@pytest.mark.parametrize("name", ["keadaan.json", "..%2Fsecret-key", "lumbung-20260101T000000Z-1.cadangan", ".giliran"])
def test_nothing_else_is_downloaded(client, keys, name):
    assert client.get(f"{HERE}unduh/{name}/").status_code == 404


def test_a_plugged_in_stick_is_taken_and_nothing_that_is_not_one(client, tmp_path, monkeypatch):
    new, other = tmp_path / "usb", tmp_path / "lain"
    new.mkdir()
    other.mkdir()
    monkeypatch.setenv("LUMBUNG_STICKS", str(new))
    assert "Pakai stik ini" in seen(client)

    assert "tidak tertancap" in client.post(f"{HERE}tempat/", {"path": str(other)}, follow=True).content.decode()
    assert "Stik 1 dikenali" in client.post(f"{HERE}tempat/", {"path": str(new)}, follow=True).content.decode()
    place = state.load()["places"][0]
    client.post(f"{HERE}tempat/{place['id']}/lepas/")
    assert state.load()["places"] == [] and list(other.iterdir()) == []


def test_a_drill_with_both_halves_tells_the_key_to_the_program_alone(client, keys, stick, unproven, started):
    actions.make(by="Susy")
    one, other = halves.split(keys[0])
    client.post(f"{HERE}latihan/", {"one": one.text, "other": other.text})
    assert started == [(("drill", str(newest(stick)), "--key", "-"), f"{keys[0]}\n")]

    answer = client.post(f"{HERE}latihan/", {"one": one.text, "other": "salah"})
    assert answer.status_code == 422 and "salah ketik" in answer.content.decode()


def test_a_drill_of_this_moment_needs_no_sheets(client, started):
    client.post(f"{HERE}latihan/")
    assert started == [(("drill",), "")]


def test_what_an_older_copy_lacks_stays_on_the_page_until_it_is_recorded_again(client):
    with state.changing() as kept:
        kept["restored"] = {"at": "", "missing": ["karbes: 2 catatan tidak ada"]}
    assert "2 catatan tidak ada" in seen(client)
    client.post(f"{HERE}pulih/selesai/")
    assert "2 catatan tidak ada" not in seen(client)


def test_supervisors_see_and_press_nothing(coop, keys):
    supervisor = signed_in(coop, "pengawas")
    html = seen(supervisor)
    assert "Belum pernah dicadangkan" in html and "Cadangkan sekarang" not in html
    assert supervisor.post(f"{HERE}cadangkan/").status_code == 403


def test_on_a_server_of_many_the_page_has_no_buttons(client, keys, started):
    """A copy holds the books of all: an officer of one may not seal, try or fetch it."""
    create_cooperative(
        slug="mawar", name="Mawar", kind="existing", village_code="35.73.04.1009", books_from=date(2025, 1, 1)
    )
    html = seen(client)
    assert "Dicadangkan oleh pengelola server" in html and "Cadangkan sekarang" not in html
    for word in ("cadangkan", "latihan", "lembar", "lembar/ganti", "tempat"):
        assert "pengelola server" in client.post(f"{HERE}{word}/", follow=True).content.decode()
    assert started == [] and "Cadangan terakhir" not in seen(client, "/k/karbes/")
    assert "dicadangkan" not in seen(client, "/k/karbes/")


def test_the_page_is_there_in_english(client, keys):
    client.cookies["bahasa"] = "en"
    html = seen(client)
    assert "Never backed up" in html and "Back up now" in html
