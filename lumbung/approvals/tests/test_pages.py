"""Persetujuan as people meet it: the maker asks, the chair reads and decides, both see what became of it."""

from datetime import date
from uuid import uuid4

import pytest

from lumbung import clock
from lumbung.approvals import reports
from lumbung.approvals.tests.conftest import give_cash, journal
from lumbung.cooperatives.tenant import acting_for
from lumbung.security.models import Appointment, Person

HERE = "/k/karbes/persetujuan/"


@pytest.fixture
def people(coop):
    give_cash(coop)
    found = {}
    for role in ("bendahara", "kasir", "ketua", "pengawas", "sekretaris"):
        found[role] = Person.objects.create(login_name=role, full_name=role.title(), created_at=clock.now())
        Appointment.objects.create(
            cooperative_id=coop, person_id=found[role].id, role=role, since=date(2025, 1, 1)
        )  # fmt: skip
    return found


@pytest.fixture
def sign_in(people, client):
    def one(role):
        client.force_login(people[role])
        return client

    return one


@pytest.fixture
def asked(coop, sign_in):
    """The treasurer typed a payment of Rp3.500.000; what she was shown, and the draft."""
    data = {"amount": "3.500.000", "memo": "Etalase kaca", "on": "3/2/2025", "place": "0", "request_id": str(uuid4())}
    shown = sign_in("bendahara").post("/k/karbes/kas/keluar/peralatan-gerai/", data).content.decode()
    [case] = reports.waiting(coop)
    return shown, case.draft


def test_the_maker_is_told_that_it_waits_and_sees_it_on_her_desk(coop, asked, sign_in):
    shown, draft = asked
    assert "Menunggu ketua" in shown and "uangnya belum boleh keluar" in shown and f"{HERE}{draft.id}/" in shown
    assert len(journal(coop)) == 1
    page = sign_in("bendahara").get(f"{HERE}{draft.id}/").content.decode()
    assert "Tarik kembali" in page and "/setuju/" not in page
    assert "1 ajuan Anda menunggu ketua." in sign_in("bendahara").get("/k/karbes/").content.decode()


def test_the_chair_reads_it_in_words_and_approves(coop, asked, sign_in):
    _shown, draft = asked
    browser = sign_in("ketua")
    assert "1 pengeluaran menunggu persetujuan Anda" in browser.get("/k/karbes/").content.decode()
    page = browser.get(f"{HERE}{draft.id}/").content.decode()
    for words in ("tiga juta lima ratus ribu rupiah", "Etalase kaca", "Bendahara", "Kas Umum", "Rp9.000.000"):
        assert words in page
    assert draft.digest in page

    done = browser.post(f"{HERE}{draft.id}/setuju/", {"digest": draft.digest})
    assert (done.status_code, done.url) == (302, "/k/karbes/kas/bukti/2/")
    assert journal(coop)[-1].endswith(" 121400 <- 111100 3500000")
    assert "BKK-2025-000001" in browser.get(f"{HERE}{draft.id}/").content.decode()
    assert "menunggu persetujuan Anda" not in browser.get("/k/karbes/").content.decode()


def test_an_old_page_approves_nothing(coop, asked, sign_in):
    _shown, draft = asked
    change = {"amount": "4.500.000", "memo": "Etalase besar", "on": "3/2/2025", "request_id": str(uuid4())}
    assert sign_in("bendahara").post(f"{HERE}{draft.id}/ubah/", change).status_code == 302
    answer = sign_in("ketua").post(f"{HERE}{draft.id}/setuju/", {"digest": draft.digest})

    assert answer.status_code == 422
    shown = answer.content.decode()
    assert "diubah sesudah Anda membukanya" in shown and "empat juta lima ratus ribu rupiah" in shown
    assert "jumlah Rp3.500.000 → <b>Rp4.500.000</b>" in shown and "“Etalase besar”" in shown
    assert len(journal(coop)) == 1


def test_it_says_why_it_waits_and_what_was_paid_before(coop, asked, sign_in):
    _shown, draft = asked
    assert "Jumlahnya di atas Rp2.000.000." in sign_in("ketua").get(f"{HERE}{draft.id}/").content.decode()
    sign_in("ketua").post(f"{HERE}{draft.id}/setuju/", {"digest": draft.digest})
    data = {"amount": "2.100.000", "memo": "Rak", "on": "4/2/2025", "place": "0", "request_id": str(uuid4())}
    sign_in("bendahara").post("/k/karbes/kas/keluar/peralatan-gerai/", data)
    [case] = reports.waiting(coop)
    page = sign_in("ketua").get(f"{HERE}{case.draft.id}/").content.decode()
    assert "Sebelumnya untuk hal yang sama" in page and "Rp3.500.000" in page


def test_another_officer_stands_in_with_a_reason_and_the_supervisor_sees_it(coop, asked, sign_in):
    _shown, draft = asked
    browser, at = sign_in("sekretaris"), f"{HERE}{draft.id}/mewakili/"
    assert "Setujui mewakili ketua" in browser.get(f"{HERE}{draft.id}/").content.decode()
    assert browser.post(at, {"digest": draft.digest}).status_code == 422
    assert browser.post(at, {"digest": draft.digest, "reason": "ketua di rumah sakit"}).status_code == 302
    assert len(journal(coop)) == 2
    told = sign_in("pengawas").get("/k/karbes/pengawasan/tanda/").content.decode()
    assert "ketua di rumah sakit" in told
    assert sign_in("kasir").post(at, {"digest": draft.digest}).status_code == 403


def test_a_no_with_its_reason_reaches_the_maker(asked, sign_in):
    _shown, draft = asked
    assert sign_in("ketua").post(f"{HERE}{draft.id}/tolak/", {"digest": draft.digest}).status_code == 422
    no = {"digest": draft.digest, "reason": "minta penawaran lain"}
    assert sign_in("ketua").post(f"{HERE}{draft.id}/tolak/", no).status_code == 302
    page = sign_in("bendahara").get(f"{HERE}{draft.id}/").content.decode()
    assert "Ditolak" in page and "minta penawaran lain" in page


@pytest.mark.parametrize(
    ("role", "deed"), [("bendahara", "setuju"), ("kasir", "tolak"), ("pengawas", "setuju"), ("ketua", "tarik")]
)
def test_nobody_does_what_is_not_his(asked, sign_in, role, deed):
    _shown, draft = asked
    data = {"digest": draft.digest, "reason": "x"}
    assert sign_in(role).post(f"{HERE}{draft.id}/{deed}/", data).status_code == 403


def test_a_cashier_cannot_take_back_what_another_asked_for(asked, sign_in):
    _shown, draft = asked
    answer = sign_in("kasir").post(f"{HERE}{draft.id}/tarik/")
    assert answer.status_code == 422 and "Hanya yang mengajukan" in answer.content.decode()
    assert sign_in("bendahara").post(f"{HERE}{draft.id}/tarik/").status_code == 302


def test_the_list_teaches_when_it_is_empty_and_the_wall_hides_it(coop, asked, sign_in, people):
    from lumbung.approvals.tests.conftest import new_cooperative

    other = new_cooperative("lain")
    with acting_for(other.id):
        who = people["ketua"].id
        Appointment.objects.create(cooperative_id=other.id, person_id=who, role="ketua", since=date(2025, 1, 1))
    browser = sign_in("ketua")
    assert "Tidak ada yang menunggu" in browser.get("/k/lain/persetujuan/").content.decode()
    assert browser.get(f"/k/lain/persetujuan/{asked[1].id}/").status_code == 404
    assert "Etalase kaca" in browser.get(HERE).content.decode()
