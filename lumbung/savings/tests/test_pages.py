"""The pages as each role meets them, by plain forms."""

import re
from datetime import date
from uuid import uuid4

import pytest
from django.test import Client

from lumbung import clock
from lumbung.cooperatives.actions import set_bylaw
from lumbung.cooperatives.tenant import acting_for
from lumbung.ledger import reports as books
from lumbung.members import actions as members
from lumbung.money import rp
from lumbung.savings.models import TermDeposit
from lumbung.savings.tests.conftest import NOON, SRI, credit, held, make_cooperative, put_away, save
from lumbung.security.actions import appoint, create_person

HTMX = {"HX-Request": "true"}


@pytest.fixture(autouse=True)
def a_day_in_november():
    with clock.frozen(NOON):
        yield


@pytest.fixture
def office(db):
    coop = make_cooperative()
    with acting_for(coop.id):
        for name in ("Siti Aminah", "Slamet Utomo"):
            members.register(cooperative_id=coop.id, full_name=name, joined_on=date(2026, 1, 5), by=SRI)
    return coop


@pytest.fixture
def siti(office):
    with acting_for(office.id):
        yield members.Member.objects.get(full_name="Siti Aminah")


@pytest.fixture
def slamet(office):
    with acting_for(office.id):
        yield members.Member.objects.get(full_name="Slamet Utomo")


@pytest.fixture
def as_role(office):
    def browser(role, member=None):
        person = create_person(login_name=f"{role}-{member}", full_name="Sri Wahyuni", passphrase="padi menguning 2025")
        with acting_for(office.id):
            appoint(
                cooperative_id=office.id, person_id=person.id, role=role, since=date(2026, 1, 1),
                **({"member_id": member.id, "by": SRI} if member else {}),
            )  # fmt: skip
        client = Client()
        client.force_login(person)
        return client

    return browser


def url(tail=""):
    return f"/k/kmp-karangbesuki/simpanan/{tail}"


def moved(member, rupiah, **more):
    facts = {"member": member.id, "amount": str(rupiah), "on": "3/11/2026", "place": "111100-0", "request_id": uuid4()}
    return {**facts, **more}


def test_a_deposit_and_a_withdrawal_answer_with_their_receipt(as_role, siti):
    desk = as_role("kasir")

    answer = desk.post(url("setor/"), moved(siti, "150rb"), headers=HTMX)
    assert "BKM-2026-000002" in answer.content.decode()
    assert "Saldo sekarang" in answer.content.decode()
    desk.post(url("ambil/"), moved(siti, "50.000"))
    assert held(siti) == 100_000


def test_below_the_floor_the_form_comes_back_with_words_and_figures(as_role, siti):
    save(siti, 120_000)
    answer = as_role("bendahara").post(url("ambil/"), moved(siti, "115.000"))

    assert answer.status_code == 422
    assert "Yang boleh diambil paling banyak Rp110.000." in answer.content.decode()
    assert 'value="115.000"' in answer.content.decode()
    assert held(siti) == 120_000


def test_while_one_chooses_the_balance_is_told(as_role, siti):
    save(siti, 120_000)
    told = as_role("bendahara").get(url(f"saldo/?member={siti.id}")).content.decode()
    assert "Simpanan Siti Aminah sekarang Rp120.000." in told
    assert "Boleh diambil Rp110.000." in told


def test_the_list_is_searched_and_shows_who_saves(as_role, siti, slamet):
    save(siti, 120_000)
    desk = as_role("pengawas")

    assert "Siti Aminah" in (page := desk.get(url()).content.decode())
    assert "Slamet Utomo" not in page
    assert "Slamet Utomo" in desk.get(url("?siapa=semua")).content.decode()
    assert "Tidak ada yang cocok" in desk.get(url("?cari=wagiman")).content.decode()


def test_interest_is_shown_before_it_is_credited(as_role, siti):
    save(siti, 48_000_400)
    desk = as_role("bendahara")
    page = desk.get(url("jasa/?bulan=2026-10")).content.decode()

    for figure in ("48.000.400", "240.002", "24.000", "216.002", "Rp23.998"):
        assert figure in page
    assert held(siti) == 48_000_400
    seal = re.search(r'name="seal" value="([^"]+)"', page)[1]
    desk.post(url("jasa/?bulan=2026-10"), {"on": "31/10/2026", "seal": seal})
    assert held(siti) == 48_216_402
    assert "Semua sudah dicatat" in desk.get(url("jasa/?bulan=2026-10")).content.decode()


def test_only_the_treasurer_credits(as_role, siti):
    save(siti, 10_000_000)
    as_role("ketua").post(url("jasa/?bulan=2026-10"), {"on": "31/10/2026", "seal": "1-5000000-0"})
    assert held(siti) == 10_000_000


def test_a_wrong_seal_shows_the_new_figures(as_role, siti):
    save(siti, 10_000_000)
    answer = as_role("bendahara").post(url("jasa/?bulan=2026-10"), {"on": "31/10/2026", "seal": "1-1-0"})
    assert "Periksa angka yang baru" in answer.content.decode()


def test_withheld_tax_is_paid_from_its_page(as_role, siti, office):
    save(siti, 50_000_000)
    desk = as_role("bendahara")
    desk.post(url("jasa/?bulan=2026-10"), {"on": "31/10/2026", "seal": "1-25000000-2500000"})
    assert "Rp</i>25.000" in desk.get(url("jasa/pajak/")).content.decode()
    facts = {"amount": "25.000", "memo": "AB12", "on": "9/11/2026", "place": "111100-0", "request_id": uuid4()}
    desk.post(url("jasa/pajak/"), facts)
    assert books.balance_of(office.id, "213100") == 0
    assert "cocok dengan buku besar" in desk.get(url("jasa/pajak/")).content.decode()


def test_withheld_tax_above_the_limit_leads_to_what_waits_for_the_chair(as_role, siti, office):
    save(siti, 50_000_000)
    credit(office.id)
    set_bylaw(cooperative_id=office.id, key="approval_limit", value="10000", valid_from=date(2026, 1, 2))
    facts = {"amount": "25.000", "memo": "", "on": "9/11/2026", "place": "111100-0", "request_id": uuid4()}
    answer = as_role("bendahara").post(url("jasa/pajak/"), facts, follow=True)
    assert "Menunggu persetujuan ketua" in answer.content.decode()
    assert books.balance_of(office.id, "213100") == rp(25_000)


def test_rules_are_changed_from_a_day_on(as_role, office):
    desk, page = as_role("ketua"), {}
    for field in re.findall(r'name="(\w+)"[^>]*value="([^"]*)"', desk.get(url("aturan/")).content.decode()):
        page[field[0]] = field[1]
    page |= {
        "savings_interest_method": "average",
        "savings_rate_year": "5,5",
        "valid_from": "1/12/2026",
        "basis": "RAT",
    }
    assert desk.post(url("aturan/"), page).status_code == 302
    page["savings_rate_year"] = "9,5"
    assert "paling tinggi 9 persen" in desk.post(url("aturan/"), page).content.decode()


def test_a_term_deposit_from_its_certificate_to_its_end(as_role, siti):
    desk = as_role("bendahara")
    facts = moved(siti, "1.000.000", on="15/8/2026", months=3, rate="9", interest_to="end")
    assert desk.post(url("berjangka/baru/"), facts).status_code == 302
    one = TermDeposit.objects.get()

    assert "Siti Aminah" in desk.get(url("berjangka/?keadaan=jatuh-tempo")).content.decode()
    paper = desk.get(url(f"berjangka/{one.id}/bilyet.pdf"))
    assert paper.content.startswith(b"%PDF")
    assert desk.post(url(f"berjangka/{one.id}/cairkan/"), {"on": "24/11/2026", "place": "sukarela",
                                                           "request_id": uuid4()}).status_code == 302  # fmt: skip
    assert held(siti) == 1_022_500
    assert "sudah diambil" not in desk.get(url(f"{siti.id}/")).content.decode()  # only what is held is shown there


def test_an_early_end_asks_for_the_tick(as_role, siti):
    one = put_away(siti, 1_000_000, months=6)
    desk, facts = as_role("bendahara"), {"on": "24/11/2026", "place": "111100-0", "request_id": uuid4()}
    page = desk.get(url(f"berjangka/{one.id}/cairkan/")).content.decode()
    assert "sebelum jatuh tempo" in page
    assert "Centang" in desk.post(url(f"berjangka/{one.id}/cairkan/"), facts).content.decode()
    assert desk.post(url(f"berjangka/{one.id}/cairkan/"), {**facts, "early": "on"}).status_code == 302


def test_a_deposit_is_undone_with_a_reason(as_role, siti):
    number = save(siti, 120_000).number
    desk, facts = as_role("bendahara"), {"on": "24/11/2026", "request_id": uuid4()}
    assert desk.post(url(f"bukti/{number}/batal/"), {**facts, "reason": ""}).status_code == 422
    assert desk.post(url(f"bukti/{number}/batal/"), {**facts, "reason": "salah orang"}).status_code == 302
    assert held(siti) == 0
    assert desk.get(url("bukti/1/batal/")).status_code == 404


def test_a_member_sees_her_own_account_and_no_other(as_role, siti, slamet):
    save(siti, 120_000)
    put_away(siti, 1_000_000)
    save(slamet, 990_000)
    own = as_role("anggota", siti)

    page = own.get(url("milik-saya/")).content.decode()
    assert "120.000" in page
    assert "SB-2026-0001" in page
    assert "Slamet" not in page
    assert own.get(url(f"{siti.id}/rekening.pdf")).content.startswith(b"%PDF")
    closed = (f"{slamet.id}/", f"{slamet.id}/rekening.pdf", "", "setor/")
    assert [own.get(url(tail)).status_code for tail in closed] == [403] * 4


def test_whoever_is_no_member_is_told_so(as_role):
    assert "belum terhubung" in as_role("anggota").get(url("milik-saya/")).content.decode()


def test_the_panel_on_the_members_page(as_role, siti):
    desk = as_role("bendahara")
    address = f"/k/kmp-karangbesuki/anggota/{siti.id}/"
    assert "Sukarela dan berjangka" not in desk.get(address).content.decode()
    save(siti, 120_000)
    assert "Sukarela dan berjangka" in desk.get(address).content.decode()


def test_the_list_as_a_spreadsheet(as_role, siti):
    save(siti, 120_000)
    assert as_role("bendahara").get(url("simpanan.xlsx")).content.startswith(b"PK")
