"""The secretary's pages: who may write where, a row from form to book, a correction, an answer, a guest alone."""

import re

import pytest

from lumbung import clock, ids
from lumbung.meetings import actions, reports
from lumbung.meetings.models import Answer, Meeting, Suggestion, Term, Visit
from lumbung.meetings.registers import REGISTERS
from lumbung.meetings.tests.conftest import DAY, MINUTES

HERE = "/k/karbes/sekretariat/"
HTMX = {"HX-Request": "true"}
MAY_WRITE = {
    "sekretaris": set(REGISTERS),
    "ketua": set(REGISTERS) - {"rapat-pengawas", "saran-pengawas"},
    "pengawas": {"tamu", "rapat-pengawas", "saran-pengawas"},
    "kasir": {"tamu"},
    "anggota": set(),
}


def request_id() -> str:
    return str(ids.new_request())


@pytest.mark.parametrize("role", MAY_WRITE)
def test_each_writes_where_it_is_her_duty(browser_of, role):
    browser = browser_of(role)
    open_to = {word for word in REGISTERS if browser.get(f"{HERE}{word}/baru/").status_code == 200}
    assert open_to == MAY_WRITE[role]
    assert browser.get(HERE).status_code == (403 if role == "anggota" else 200)


def test_minutes_go_from_the_form_into_the_book(karangbesuki, browser_of):
    browser = browser_of("sekretaris")
    sent = {**MINUTES, "kind": "annual", "on": "3/3/2026", "invited": "120", "present": "61", "second_call": "",
            "request_id": request_id()}  # fmt: skip
    with clock.frozen(clock.now()):
        answer = browser.post(f"{HERE}rapat-anggota/baru/", sent)
        again = browser.post(f"{HERE}rapat-anggota/baru/", sent)
    meeting = Meeting.objects.get()

    assert answer.status_code == again.status_code == 302 and answer.url == f"{HERE}rapat-anggota/{meeting.id}/"
    page = browser.get(answer.url).content.decode()
    assert "Tercapai: hadir 61, perlu 61" in page and "Rapat anggota tahunan (RAT)" in page
    book = browser.get("/k/karbes/buku/rapat-anggota/?masa=2026").content.decode()
    assert "Keputusan: Disetujui." in book and f"/sekretariat/rapat-anggota/{meeting.id}/" in book


def test_a_form_with_mistakes_comes_back_with_words(browser_of):
    browser = browser_of("sekretaris")
    answer = browser.post(f"{HERE}rapat-pengurus/baru/", {**MINUTES, "on": "3/3/2026", "present": "9"}, headers=HTMX)
    assert answer.status_code == 422
    words = answer.content.decode()
    assert "Yang hadir lebih banyak dari yang berhak" in words and "<html" not in words
    nobody = browser.post(f"{HERE}saran/baru/", {"on": "3/3/2026", "text": "x", "request_id": request_id()})
    assert nobody.status_code == 422 and "Pilih anggotanya, atau tulis namanya." in nobody.content.decode()


def test_a_correction_asks_why_and_leads_to_the_new_row(facts, browser_of):
    row = actions.record_visit(**facts(name="Pak Hartno", purpose="Kunjungan"))
    browser, address = browser_of("sekretaris"), f"{HERE}tamu/{row.id}/"
    form = browser.get(f"{address}ralat/").content.decode()
    assert 'value="Pak Hartno"' in form and "Sebab ralat" in form
    sent = {"on": "3 Maret 2026", "name": "Pak Hartono", "purpose": "Kunjungan", "request_id": request_id()}
    assert browser.post(f"{address}ralat/", sent).status_code == 422
    answer = browser.post(f"{address}ralat/", {**sent, "why": "salah nama"})
    newest = Visit.objects.get(name="Pak Hartono")

    assert answer.url == f"{HERE}tamu/{newest.id}/" and newest.on == DAY
    old = browser.get(address).content.decode()
    assert "Catatan ini sudah diralat." in old and f"{address}ralat/" not in old
    assert "Riwayat ralat" in browser.get(answer.url).content.decode()


def test_the_board_answers_and_the_list_says_so(facts, siti, browser_of):
    said = actions.record_suggestion(**facts(kind="member", member_id=siti.id, text="Buka Minggu."))
    secretary, supervisor = browser_of("sekretaris"), browser_of("pengawas")
    assert "1 belum dijawab" in secretary.get(HERE).content.decode()
    address = f"{HERE}saran/{said.id}/jawab/"
    assert supervisor.get(address).status_code == 403
    sent = {"on": "10 Maret 2026", "text": "Mulai April.", "name": "Bu Susy", "request_id": request_id()}
    secretary.post(address, sent)

    assert Answer.objects.get().text == "Mulai April."
    assert "dijawab" in secretary.get(f"{HERE}saran/?tahun=2026").content.decode()
    assert "belum dijawab" not in secretary.get(HERE).content.decode()


def test_an_officer_leaves_by_a_small_form(facts, siti, browser_of):
    term = actions.record_term(**facts(body="board", position="Ketua", member_id=siti.id))
    browser = browser_of("ketua")
    sent = {"on": "9 Maret 2026", "reason": "pindah rumah", "request_id": request_id()}
    browser.post(f"{HERE}pengurus/{term.id}/berhenti/", sent)
    assert "Berhenti 9 Maret 2026: pindah rumah" in browser.get(f"{HERE}pengurus/{term.id}/").content.decode()
    again = browser.post(f"{HERE}pengurus/{term.id}/berhenti/", {**sent, "request_id": request_id()})
    assert again.status_code == 422 and "sudah dicatat berhenti" in again.content.decode()


def test_a_list_is_searched_by_any_of_its_words(facts, browser_of):
    for name, purpose in (("Pak Hartono", "Kunjungan dinas"), ("Bu Yayuk", "Ingin menjadi anggota")):
        actions.record_visit(**facts(name=name, purpose=purpose))
    browser = browser_of("kasir")

    def names(query):
        html = browser.get(f"{HERE}tamu/?tahun=2026&cari={query}", headers=HTMX).content.decode()
        return set(re.findall(r"Pak Hartono|Bu Yayuk", html))

    assert names("hartono") == names("KUNJUNGAN dinas") == {"Pak Hartono"}
    assert names("") == {"Pak Hartono", "Bu Yayuk"} and names("zzz") == set()


def test_a_row_of_another_register_is_not_found(facts, browser_of):
    official = actions.record_suggestion(**facts(kind="official", name="Kabid", text="x"))
    browser = browser_of("sekretaris")
    assert browser.get(f"{HERE}saran/{official.id}/").status_code == 404
    assert browser.get(f"{HERE}anjuran-dinas/{official.id}/").status_code == 200


def test_a_guest_writes_with_a_name_and_a_touch_and_sees_no_menu(facts, browser_of):
    actions.record_term(**facts(body="board", position="Ketua", name="Bu Susy"))
    browser = browser_of("kasir")
    empty = browser.get(f"{HERE}tamu/isi/").content.decode()
    assert 'class="side"' not in empty and "Bu Susy, Ketua" in empty
    sent = {"name": "Pak Hartono", "purpose": "Kunjungan dinas", "met": "Bu Susy, Ketua", "request_id": request_id()}
    thanks = browser.post(f"{HERE}tamu/isi/", sent).content.decode()
    browser.post(f"{HERE}tamu/isi/", sent)
    visit = Visit.objects.get()

    assert "Terima kasih, Pak Hartono." in thanks
    assert (visit.purpose, visit.met, visit.on) == ("Kunjungan dinas", "Bu Susy, Ketua", clock.today())
    assert browser.post(f"{HERE}tamu/isi/", {"name": "", "request_id": request_id()}).status_code == 422


def test_doubts_stand_over_the_list_of_officers(facts, browser_of):
    actions.record_term(**facts(body="board", position="Ketua", name="Bu Susy"))
    page = browser_of("pengawas").get(f"{HERE}pengurus/").content.decode()
    assert "Sekarang 1 orang. Anggaran dasar meminta paling sedikit 5 dan ganjil." in page


def test_the_supervisor_s_own_name_stands_in_her_forms(karangbesuki, browser_of):
    browser = browser_of("pengawas")
    assert 'value="Bu Pengawas"' in browser.get(f"{HERE}saran-pengawas/baru/").content.decode()
    browser.post(f"{HERE}saran-pengawas/baru/", {"on": "3/3/2026", "name": "Bu Pengawas", "text": "Nota difoto.",
                                                 "request_id": request_id()})  # fmt: skip
    assert reports.unanswered(karangbesuki.id, kind=Suggestion.Kind.SUPERVISOR)[0].text == "Nota difoto."
    assert Term.objects.count() == 0
