"""Her copy, and what she asks to have corrected."""

import json
from uuid import uuid4

import pytest

from lumbung import clock
from lumbung.members import reports as register
from lumbung.privacy import actions, reports
from lumbung.privacy.tests.conftest import SRI
from lumbung.security.models import Event
from lumbung.web.words import Refused


def test_her_copy_holds_everything_from_all_packages_and_nobody_else(karbes, siti, enrol, pay, browser_of):
    other = enrol("Slamet Raharjo", address="Jl. Mawar 9")
    pay(siti), pay(other, 60_000)
    actions.consent(member=siti, purpose="photo", given=True, language="id", by=SRI, request_id=uuid4())
    browser = browser_of(member=siti)
    answer = browser.post("/k/karbes/saya/salinan/", {"kind": "json"})
    told = json.loads(answer.content)
    tables = {one["table"]: one for one in told["held"]}
    assert {"members.Member", "ledger.Entry", "dues.Payment", "privacy.Consent", "security.Person"} <= tables.keys()
    assert tables["members.Member"]["rows"][0]["nik"] == "3573044503859999"
    assert tables["ledger.Entry"]["rows"][0]["amount"] == "20000"
    assert tables["dues.Payment"]["basis"] == "Kewajiban hukum"
    for theirs in ("Slamet", "Mawar", "60000", str(other.id), "password", "argon2"):
        assert theirs not in answer.content.decode()
    assert Event.objects.filter(deed="member.copied", subject=str(siti.id), detail={"kind": "json"}).count() == 1
    assert browser.get("/k/karbes/saya/salinan/").status_code == 405


def test_on_paper_it_is_a_pdf_for_her_and_for_the_secretary_but_not_for_the_treasurer(siti, pay, browser_of):
    pay(siti)
    assert browser_of(member=siti).post("/k/karbes/saya/salinan/").content.startswith(b"%PDF")
    address = f"/k/karbes/anggota/{siti.id}/salinan/"
    assert browser_of("sekretaris").post(address, {"kind": "pdf"}).content.startswith(b"%PDF")
    assert browser_of("bendahara").post(address).status_code == 403


def test_in_words_it_says_what_for_and_how_long(siti, pay):
    pay(siti)
    sections = {one["label"]: one for one in reports.sections(siti)}
    assert ["Nama lengkap", "Siti Zubaidah"] in sections["Buku daftar anggota"]["rows"]
    assert sections["Buku daftar anggota"]["why"][1:] == [
        "Kewajiban hukum", "Selama anggota, lalu 10 tahun sesudah tahun buku terakhirnya"
    ]  # fmt: skip
    assert "20.000" in sections["Catatan di buku kas dan jurnal"]["rows"][0]


@pytest.fixture
def wish(siti):
    return actions.ask(member=siti, field="rt", value="4", by=SRI, request_id=uuid4(), reason="salah ketik")


def test_a_correction_is_written_and_the_old_stays_in_the_history(siti, wish, browser_of):
    (one,) = reports.waiting(siti.cooperative_id, clock.now())
    assert (one.label, one.now, one.correction.value) == ("RT", "003", "4")
    address = f"/k/karbes/data-pribadi/permintaan/betul/{wish.id}/"
    assert browser_of("bendahara").post(address, {"answer": "yes", "reason": ""}).status_code == 302

    siti.refresh_from_db()
    assert siti.rt == "004" and not reports.waiting(siti.cooperative_id, clock.now())
    (line,) = register.history(siti)
    assert (line.field, line.old, line.new, line.reason) == ("rt", "003", "004", "permintaan anggota")


def test_a_no_needs_its_reason_and_she_reads_it(siti, wish, browser_of):
    with pytest.raises(Refused, match="mengapa"):
        actions.answer(correction=wish, member=siti, accepted=False, reason=" ", by=SRI)
    actions.answer(correction=wish, member=siti, accepted=False, reason="KTP menunjukkan RT 03", by=SRI)
    assert actions.answer(correction=wish, member=siti, accepted=True, reason="", by=SRI).accepted is False
    siti.refresh_from_db()
    html = browser_of(member=siti).get("/k/karbes/saya/pembetulan/").content.decode()
    assert siti.rt == "003" and "KTP menunjukkan RT 03" in html


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [("rt", "3", "sudah begitu"), ("rt", "  ", "seharusnya"), ("nik", "3573044503859999", "dari daftar"),
     ("born_on", "entah", "Tanggal"), ("phone", "12", "Nomor")],
)  # fmt: skip
def test_what_cannot_be_asked_is_refused_in_words(siti, field, value, says):
    with pytest.raises(Refused, match=says):
        actions.ask(member=siti, field=field, value=value, by=SRI, request_id=uuid4())


def test_the_same_wish_waits_once(siti, wish, browser_of):
    with pytest.raises(Refused, match="masih menunggu"):
        actions.ask(member=siti, field="rt", value="5", by=SRI, request_id=uuid4())
    said = {"field": "address", "value": "Jl. Melati 12", "reason": "", "request_id": str(uuid4())}
    assert browser_of(member=siti).post("/k/karbes/saya/pembetulan/", said).status_code == 302
    assert [one.label for one in reports.waiting(siti.cooperative_id, clock.now())] == ["RT", "Alamat"]


def test_the_notice_is_for_members_and_officers_alike_and_on_paper(siti, browser_of):
    for browser in (browser_of(member=siti), browser_of("pengawas")):
        html = browser.get("/k/karbes/data-pribadi/").content.decode()
        assert "Nomor telepon" in html and "Perjanjian keanggotaan" in html and "lalu 10 tahun" in html
        assert browser.get("/k/karbes/data-pribadi/pemberitahuan.pdf").content.startswith(b"%PDF")


@pytest.mark.parametrize("word", ["dpia", "perjanjian-pemroses"])
def test_the_documents_are_whole_on_paper(karbes, word, browser_of):
    from lumbung.privacy import paper

    title, blocks = paper.blocks((paper.DOCS / paper.DOCUMENTS[word]).read_text())
    assert title and len([one for one in blocks if one["kind"] == "heading"]) >= 7
    browser = browser_of("ketua")
    assert browser.get(f"/k/karbes/data-pribadi/dokumen/{word}.pdf").content.startswith(b"%PDF")
    assert browser.get("/k/karbes/data-pribadi/dokumen/rahasia.pdf").status_code == 404
