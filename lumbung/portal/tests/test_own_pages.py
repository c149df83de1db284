"""A member sees herself and nobody else: every page of hers is walked with another's numbers."""

from datetime import date
from uuid import uuid4

import pytest
from django.urls import get_resolver

from lumbung import ids, money
from lumbung.books import registry
from lumbung.books.shape import Asked
from lumbung.cooperatives.models import Task
from lumbung.ledger.actions import post
from lumbung.ledger.rules import Draft, Move
from lumbung.meetings import actions as meetings
from lumbung.meetings.models import Suggestion
from lumbung.members import actions as members
from lumbung.portal import actions, reports
from lumbung.portal.models import Look
from lumbung.portal.tests.conftest import SRI
from tests.test_walls import INSIDE

OWN = ["", "riwayat/", "data/", "saran/"]
OWN_ELSEWHERE = [
    "simpanan/milik-saya/", "belum-terkirim/", "belum-terkirim/kirim/", "saya/izin/", "saya/pembetulan/",
    "data-pribadi/", "keamanan/latihan/", "keamanan/latihan/semua/",
]  # fmt: skip
PAPERS = ["data-pribadi/pemberitahuan.pdf"]


@pytest.fixture
def neighbour(slamet, pay):
    """Another member with everything that could leak: money, a suggestion, a wish."""
    paid = pay(slamet, 60_000)
    actions.suggest(member=slamet, text="Rahasia Slamet.", by=SRI, request_id=uuid4())
    actions.ask_correction(member=slamet, words="RT saya 07", by=SRI)
    return paid


def test_her_pages_hold_nothing_of_another(siti, slamet, neighbour, pay, browser_of):
    mine, browser = pay(siti), browser_of(member=siti)
    for place in OWN:
        html = browser.get(f"/k/karbes/saya/{place}").content.decode()
        assert "Siti Aminah" in html or place == "saran/"
        for theirs in (
            "Slamet",
            f"({slamet.number})",
            str(slamet.id),
            neighbour.document,
            "60.000",
            "Rahasia",
            "RT saya 07",
        ):
            assert theirs not in html, f"{theirs} on {place}"
    assert browser.get(f"/k/karbes/saya/bukti/{mine.number}/").status_code == 200


def test_every_number_of_the_book_but_her_own_is_nothing_to_her(siti, neighbour, pay, browser_of):
    mine, browser = pay(siti), browser_of(member=siti)
    found = [number for number in range(0, 12) if browser.get(f"/k/karbes/saya/bukti/{number}/").status_code == 200]

    assert found == [mine.number]


def test_a_member_opens_nothing_else_of_the_cooperative(siti, slamet, neighbour, browser_of):
    """All addresses behind the wall: what is not hers by its deed is refused, whatever number stands in it."""
    assert get_resolver()
    browser, opened = browser_of(member=siti), set()
    for route, _view in INSIDE:
        if "<" not in route.replace("<slug:slug>", ""):
            path = "/" + route.replace("<slug:slug>", "karbes")
        elif "member_id" in route and route.count("<") == 2:
            path = "/" + route.replace("<slug:slug>", "karbes").replace("<int:member_id>", str(slamet.id))
        else:
            continue
        if browser.get(path).status_code == 200:
            opened.add(path)
    own = {f"/k/karbes/{place}" for place in OWN_ELSEWHERE}
    papers = {f"/k/karbes/{place}" for place in PAPERS}
    assert opened == {"/k/karbes/", *(f"/k/karbes/saya/{place}" for place in OWN)} | own | papers
    assert not any("Slamet" in browser.get(path).content.decode() for path in own)


def test_a_shared_entry_shows_her_own_part_in_words_that_name_nobody(siti, slamet, browser_of):
    moves = (
        Move("512100", "211100", money.rp(5_000), 0, siti.id, 0, ""),
        Move("512100", "211100", money.rp(9_000), 0, slamet.id, 0, ""),
    )
    draft = Draft("savings.deposited", date(2026, 2, 1), "BM", "Jasa Siti dan Slamet", ids.new_request(), SRI, moves)
    post(siti.cooperative_id, [draft])

    entry = reports.history(siti)[0]
    assert entry.amount == money.rp(5_000) and "Slamet" not in entry.words
    assert "Slamet" not in browser_of(member=siti).get("/k/karbes/saya/").content.decode()


def test_words_come_before_figures(siti, pay, browser_of):
    browser = browser_of(member=siti)
    owing = browser.get("/k/karbes/").content.decode()
    assert "Iuran 3 bulan belum dibayar, Rp60.000" in owing

    pay(siti, 60_000)
    paid = browser.get("/k/karbes/").content.decode()
    assert "Iuran Anda lunas sampai bulan ini." in paid
    assert paid.index("lunas sampai") < paid.index("Simpanan wajib")


def test_an_officer_sees_her_own_savings_too(siti, pay, browser_of):
    pay(siti)
    assert "Rp20.000" in browser_of("bendahara", member=siti).get("/k/karbes/saya/").content.decode()


def test_who_is_in_no_register_is_told_whom_to_ask(karbes, browser_of):
    browser = browser_of()
    for place in [*OWN, "bukti/1/"]:
        assert "belum terhubung" in browser.get(f"/k/karbes/saya/{place}").content.decode()


# --- data saya ----------------------------------------------------------------------------------------------------


def test_who_looked_is_told_once_a_day(siti, browser_of):
    secretary = browser_of("sekretaris")
    for _twice in range(2):
        secretary.get(f"/k/karbes/anggota/{siti.id}/")

    assert Look.objects.count() == 1
    html = browser_of(member=siti).get("/k/karbes/saya/data/").content.decode()
    assert "Sekretaris Utomo" in html and "20/3/2026" in html


def test_what_was_changed_is_told(siti, browser_of):
    members.correct(member=siti, by=SRI, reason="pindah rumah", rt="004")

    html = browser_of(member=siti).get("/k/karbes/saya/data/").content.decode()
    assert "003 → 004" in html and "pindah rumah" in html


def test_her_nik_is_masked_even_for_her(enrol, browser_of):
    wagi = enrol("Wagiyem", nik="3573044503859999")
    html = browser_of(member=wagi).get("/k/karbes/saya/data/").content.decode()

    assert "3573**********99" in html and "3573044503859999" not in html


def test_a_wish_for_a_correction_reaches_the_officers_and_comes_back(siti, browser_of):
    browser = browser_of(member=siti)
    for _tap in range(2):
        browser.post("/k/karbes/saya/data/", {"words": "RT saya 04, bukan 03"})
    task = Task.objects.get()
    secretary = browser_of("sekretaris")
    assert "RT saya 04" in secretary.get("/k/karbes/tugas/").content.decode()
    assert "menunggu pengurus" in browser.get("/k/karbes/saya/data/").content.decode()

    at = f"/k/karbes/anggota/{siti.id}/ubah/?tugas={task.id}"
    shown = secretary.get(at).context["form"]
    secretary.post(at, {name: shown[name].value() or "" for name in shown.fields} | {"rt": "04"})

    assert "sudah ditangani" in browser.get("/k/karbes/saya/data/").content.decode()


def test_a_wish_of_no_words_is_refused(siti, browser_of):
    assert browser_of(member=siti).post("/k/karbes/saya/data/", {"words": "  "}).status_code == 422


# --- under one roof -----------------------------------------------------------------------------------------------


def test_names_under_one_roof_are_seen_only_when_both_agree(siti, enrol, browser_of):
    sister = enrol("Sutini", address="jl kenanga 4", rt="003", rw="002")
    agree = {"purpose": "household", "given": True, "by": SRI}
    assert reports.household(siti) == []

    actions.consent(member=siti, **agree)
    assert reports.household(siti) == [] and reports.household(sister) == []

    actions.consent(member=sister, **agree)
    assert reports.household(siti) == ["Sutini"] and reports.household(sister) == ["Siti Aminah"]

    actions.consent(member=sister, **{**agree, "given": False})
    assert reports.household(siti) == [] and reports.household(sister) == []


def test_who_lives_elsewhere_or_nowhere_is_no_household(siti, slamet, enrol):
    homeless = enrol("Wagi", rt="003", rw="002")
    for member in (siti, slamet, homeless):
        actions.consent(member=member, purpose="household", given=True, by=SRI)

    assert [reports.household(member) for member in (siti, slamet, homeless)] == [[], [], []]


def test_the_switch_of_the_page_says_yes_and_no(siti, browser_of):
    browser = browser_of(member=siti)
    browser.post("/k/karbes/saya/data/serumah/", {"given": "1"})
    assert reports.consents(siti, "household")
    browser.post("/k/karbes/saya/data/serumah/", {"given": "0"})
    assert not reports.consents(siti, "household")


# --- the suggestion box -------------------------------------------------------------------------------------------


def test_a_suggestion_is_answered_and_the_answer_comes_back(siti, browser_of):
    browser, chair = browser_of(member=siti), browser_of("ketua")
    tap = {"text": "Tolong iuran ditarik tanggal muda.", "request_id": str(uuid4())}
    for _tap in range(2):
        browser.post("/k/karbes/saya/saran/", tap)
    assert Suggestion.objects.count() == 1 and reports.waiting(siti.cooperative_id) == 1

    answer = {"text": "Mulai April ditarik tanggal 3.", "request_id": str(uuid4())}
    written = Suggestion.objects.get()
    for _tap in range(2):
        chair.post(f"/k/karbes/saran/{written.id}/", answer)

    html = browser.get("/k/karbes/saya/saran/").content.decode()
    assert html.count("Mulai April ditarik tanggal 3.") == 1 and "Ketua Utomo" in html
    assert reports.waiting(siti.cooperative_id) == 0


def test_the_box_the_register_and_the_printed_book_hold_the_same_rows(karbes, siti, browser_of):
    said = actions.suggest(member=siti, text="Iuran tanggal muda", by=SRI, request_id=uuid4())
    told = {"cooperative_id": karbes.id, "kind": "member", "member_id": siti.id, "by": SRI, "request_id": uuid4()}
    at_the_desk = meetings.record_suggestion(text="Tambah beras", on=date(2026, 3, 19), **told)
    ketua = browser_of("ketua")
    for row, words in ((said, "Mulai April."), (at_the_desk, "Bulan depan.")):
        ketua.post(f"/k/karbes/saran/{row.id}/", {"text": words, "request_id": str(uuid4())})

    asked = Asked(karbes, date(2026, 1, 1), date(2026, 12, 31))
    cells = [row.cells for part in registry.parts(registry.BOOKS["saran-anggota"], asked) for row in part.rows]
    assert [(row["number"], row["text"], row["answer"]) for row in cells] == [
        (siti.number, "Iuran tanggal muda", "20/3/2026 Ketua Utomo: Mulai April."),
        (siti.number, "Tambah beras", "20/3/2026 Ketua Utomo: Bulan depan."),
    ]
    for html in (ketua.get("/k/karbes/saran/"), browser_of(member=siti).get("/k/karbes/saya/saran/")):
        assert "Mulai April." in html.content.decode() and "Tambah beras" in html.content.decode()


def test_what_a_correction_replaced_is_no_longer_in_the_box(siti):
    said = actions.suggest(member=siti, text="Iuran tangal muda", by=SRI, request_id=uuid4())
    newer = meetings.correct(said, by=SRI, why="salah tulis", request_id=uuid4(), text="Iuran tanggal muda")
    assert [line.suggestion for line in reports.book(siti.cooperative_id)] == [newer]
    assert reports.suggestion(siti.cooperative_id, said.id) is None


def test_the_box_is_found_by_words(siti, slamet, browser_of):
    for member, text in ((siti, "Iuran tanggal muda"), (slamet, "Tambah beras"), (siti, "Rapat malam")):
        actions.suggest(member=member, text=text, by=SRI, request_id=uuid4())

    found = browser_of("pengawas").get("/k/karbes/saran/?cari=beras").content.decode()
    assert "Tambah beras" in found and "Rapat malam" not in found
