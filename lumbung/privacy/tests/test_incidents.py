"""The drill: a list of members went to a wrong number; within minutes the letters are there and the clock is seen."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from lumbung import clock
from lumbung.privacy import actions, letters, reports
from lumbung.privacy.tests.conftest import NOON, SRI
from lumbung.web.words import Refused

FORM = {
    "title": "Daftar anggota salah kirim", "what": "Daftar RT 03 terkirim ke nomor yang salah.", "cause": "",
    "happened_on": "", "known_on": "20/3/2026", "known_hour": "09.15", "kinds": ["contact", "money"],
    "scope": "quarter", "quarter": "002-003", "since": "", "chosen": "", "remedy": "Pesan dihapus, penerima dihubungi.",
}  # fmt: skip


@pytest.fixture
def leak(karbes, siti, enrol):
    enrol("Slamet Raharjo", rt="001", rw="002")
    facts = {"title": "HP hilang", "what": "HP bendahara hilang di pasar.", "remedy": "Semua sesi ditutup."}
    return lambda **more: actions.report(
        **{"cooperative_id": karbes.id, "known_at": NOON, "kinds": ["contact"], "scope": "all", "by": SRI,
           "request_id": uuid4(), **facts, **more}
    )  # fmt: skip


def test_a_seeded_leak_has_its_letters_at_once(karbes, siti, enrol, browser_of, monkeypatch):
    enrol("Slamet Raharjo", rt="001", rw="002")
    office = browser_of("sekretaris")
    answer = office.post("/k/karbes/insiden/baru/", {**FORM, "request_id": str(uuid4())})
    assert answer.status_code == 302
    (case,) = reports.cases(karbes.id, clock.now())
    assert case.members == 1 and case.incident.scope_words == "RT 003/RW 002"
    assert clock.local(case.incident.known_at).strftime("%H.%M") == "09.15"
    drawn = []
    monkeypatch.setattr(letters, "letters", lambda *facts, **more: drawn.append((facts, more)) or b"%PDF-")
    for name in ("surat-anggota", "surat-lembaga"):
        assert office.get(f"{answer.url}{name}.pdf").content.startswith(b"%PDF")
    (_coop, title, _on, each), _signed = drawn[0]
    words = str(each)
    assert title == "Pemberitahuan tentang Data Anda" and each[0]["to"][1].startswith("Siti Zubaidah")
    for told in (
        "Daftar RT 03 terkirim",
        "belum diketahui",
        "09.15",
        "Simpanan, iuran",
        "penerima dihubungi",
        "Waspadai",
    ):
        assert told in words
    (_coop, _title, _on, each), _signed = drawn[1]
    assert each[0]["to"][1] == "Kementerian Komunikasi dan Digital" and "1 anggota (RT 003/RW 002)" in str(each)


def test_both_letters_really_are_papers(leak, karbes):
    incident = leak(drill=True)
    made = letters.to_members(karbes, incident, reports.affected(incident), date(2026, 3, 20))
    to = reports.authority(karbes.id, date(2026, 3, 20))
    assert made.startswith(b"%PDF") and letters.to_authority(karbes, incident, 2, to, date(2026, 3, 20))[:4] == b"%PDF"


def test_the_desk_counts_the_hours_until_people_were_told(leak, browser_of):
    incident, office = leak(), browser_of("ketua")
    with clock.frozen(NOON + timedelta(hours=73)):
        html = office.get("/k/karbes/").content.decode()
        assert "1 insiden data belum diberitahukan: terlambat" in html
        assert "sudah lewat" in office.get(f"/k/karbes/insiden/{incident.id}/").content.decode()
    with pytest.raises(Refused, match="Beri tahu anggota dan lembaga dulu"):
        actions.step(incident=incident, kind="closed", note="beres", by=SRI, request_id=uuid4())
    for kind in ("members", "authority", "closed"):
        said = {"kind": kind, "note": "lewat ketua RT", "request_id": str(uuid4())}
        assert office.post(f"/k/karbes/insiden/{incident.id}/", said).status_code == 302
    assert "insiden data belum" not in office.get("/k/karbes/").content.decode()
    with pytest.raises(Refused, match="sudah selesai"):
        actions.step(incident=incident, kind="remedy", note="lagi", by=SRI, request_id=uuid4())


@pytest.mark.parametrize(
    ("more", "says"),
    [({"known_at": NOON + timedelta(minutes=1)}, "belum tiba"), ({"kinds": []}, "jenis data"),
     ({"scope": "chosen", "chosen": ["9999"]}, "Tidak ada anggota"), ({"scope": "quarter"}, "Tidak ada anggota"),
     ({"happened_on": date(2026, 3, 21)}, "sesudah diketahui")],
)  # fmt: skip
def test_what_cannot_be_is_refused_in_words(leak, more, says):
    with pytest.raises(Refused, match=says):
        leak(**more)


def test_whom_it_touches_is_frozen_when_it_is_written(leak, siti, enrol):
    everyone, by_number = leak(), leak(scope="chosen", chosen=[siti.number])
    enrol("Baru Datang", joined_on=date(2026, 3, 1))
    since = leak(scope="since", since=date(2026, 3, 1))
    counts = {case.incident.id: case.members for case in reports.cases(siti.cooperative_id, clock.now())}
    assert [counts[one.id] for one in (everyone, by_number, since)] == [2, 1, 1]
    assert [one.full_name for one in reports.affected(since)] == ["Baru Datang"]


def test_the_address_of_the_authority_is_the_cooperatives_to_write(karbes, browser_of):
    said = {"name": "Lembaga Pelindungan Data Pribadi", "address": "Jl. Baru 1, Jakarta"}
    assert browser_of("ketua").post("/k/karbes/insiden/lembaga/", said).status_code == 302
    assert reports.authority(karbes.id, clock.today()) == tuple(said.values())
