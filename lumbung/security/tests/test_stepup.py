"""The passphrase once more: before money goes out, before everybody's data leaves, before a lock changes."""

import pytest
from django.test import Client

from lumbung.cooperatives.actions import set_bylaw
from lumbung.cooperatives.reports import open_tasks
from lumbung.cooperatives.tenant import acting_for
from lumbung.security import actions, notices
from lumbung.security.models import Acquaintance
from lumbung.security.tests.conftest import FIREFOX, PHRASE, is_in
from tests.pages import pages_within

TAKE = "/k/karbes/simpanan/ambil/"
FORM = {"member": "", "amount": "50rb", "memo": "Biaya sekolah & buku", "on": "2/3/2026"}
AGAIN = "Tulis kata sandi sekali lagi"


@pytest.fixture
def desk(office, day):
    """The treasurer, ten minutes after she came in."""
    office.give_app("bendahara")
    browser = office.sit("bendahara")
    day.pass_(minutes=10)
    return browser


def asked(answer) -> bool:
    return AGAIN in answer.content.decode()


def test_every_page_that_pays_to_people_asks():
    asks = {name for name, view in pages_within().items() if view.step_up}
    assert asks == {
        "approvals:approve", "approvals:stand_in", "savings:withdraw", "savings:end", "savings:pay_interest",
        "membership:pay_back", "members:identify", "privacy:copy", "privacy:erase", "backup:use", "lift_device",
        "recovery:appoint", "recovery:end_office", "recovery:open", "recovery:confirm", "recovery:code",
        "recovery:give_help",
    }  # fmt: skip


def test_a_form_is_asked_for_the_passphrase_and_loses_nothing(desk):
    assert not asked(desk.get(TAKE))
    answer = desk.post(TAKE, FORM)
    html = answer.content.decode()
    assert answer.status_code == 422 and asked(answer)
    assert 'name="memo" value="Biaya sekolah &amp; buku"' in html and 'name="amount" value="50rb"' in html

    answer = desk.post(TAKE, {**FORM, "ulang": "bukan ini kata sandinya"})
    assert "tidak cocok" in answer.content.decode() and 'value="50rb"' in answer.content.decode()

    answer = desk.post(TAKE, {**FORM, "ulang": PHRASE})
    assert not asked(answer) and 'value="50rb"' in answer.content.decode()  # the form itself: no member was chosen
    assert "padi kuning" not in answer.content.decode()


def test_five_minutes_and_not_one_more(desk, day):
    desk.post(TAKE, {**FORM, "ulang": PHRASE})
    day.pass_(minutes=4, seconds=59)
    assert not asked(desk.post(TAKE, FORM))
    day.pass_(seconds=1)
    assert asked(desk.post(TAKE, FORM))


def test_a_pin_will_do_and_five_wrong_ones_end_it(desk, office):
    actions.set_pin(person_id=office.people["bendahara"].id, pin="407183")
    assert not asked(desk.post(TAKE, {**FORM, "ulang": "407183"}))
    assert is_in(desk)


def test_the_cookies_in_another_browser_are_asked_at_once(desk):
    desk.post(TAKE, {**FORM, "ulang": PHRASE})
    thief = Client(headers={"User-Agent": "Mozilla/5.0 (X11; Linux) Chrome/99"})
    thief.cookies.update(desk.cookies)
    assert is_in(thief) and asked(thief.post(TAKE, FORM))


@pytest.mark.parametrize(
    "place", ["kata-sandi/", "pin/", "kunci-kedua/aplikasi/", "kunci-kedua/passkey/", "kode-cadangan/"]
)
def test_whatever_changes_the_account_asks_before_it_opens(desk, place):
    answer = desk.get(f"/akun/{place}", follow=True)
    assert asked(answer)
    back = {"next": f"/akun/{place}", "ulang": PHRASE}
    assert desk.post(answer.request["PATH_INFO"], back, follow=True).request["PATH_INFO"] == f"/akun/{place}"


@pytest.mark.parametrize(
    "file",
    [
        "buku/daftar-anggota.xlsx",
        "buku/daftar-anggota.pdf",
        "buku/pilihan.pdf?buku=daftar-anggota",
        "simpanan/simpanan.xlsx",
    ],
)
def test_everybodys_data_leaves_only_after_it(desk, file):
    answer = desk.get(f"/k/karbes/{file}")
    assert answer.status_code == 302 and answer.url.startswith("/akun/ulang/?next=")
    answer = desk.post(answer.url, {"ulang": PHRASE})
    assert answer["Refresh"] == f"0; url=/k/karbes/{file}" and "sedang diunduh" in answer.content.decode()
    assert desk.get(f"/k/karbes/{file}").status_code == 200


def test_the_page_after_it_is_one_of_ours(desk):
    assert desk.post("/akun/ulang/?next=https://jahat.example/", {"ulang": PHRASE}).url == "/"


# --- a device that is new -----------------------------------------------------------------------------------------


@pytest.fixture
def strange(desk, office):
    """Somebody with her passphrase and six digits, at a device that nobody has met."""
    return office.sit("bendahara")


PAY = "/k/karbes/kas/keluar/atk-cetak-fotokopi/"


def held(browser) -> bool:
    return "Perangkat ini masih baru" in browser.post(PAY, {"amount": "50rb", "memo": "Kertas"}).content.decode()


def test_a_new_device_reads_but_pays_nothing(strange, desk):
    assert is_in(strange) and held(strange) and not held(desk)
    assert strange.get(PAY).status_code == 200


def test_after_its_day_it_is_like_any_other(office, strange, day):
    device = strange.cookies["__Host-perangkat"].value
    day.pass_(hours=24)
    later = Client(headers={"User-Agent": FIREFOX})
    later.cookies["__Host-perangkat"] = device
    assert not held(office.sit("bendahara", later))


def test_two_colleagues_may_vouch_for_it_and_she_may_not(strange, office, day):
    met = Acquaintance.objects.get(first=False)
    address = f"/k/karbes/perangkat-baru/{met.id}/benarkan/"
    assert strange.post(address).status_code == 404
    for role, still_held in (("ketua", True), ("sekretaris", False)):
        office.give_app(role)
        colleague = office.sit(role)
        assert "Bendahara" in colleague.get("/k/karbes/perangkat-baru/").content.decode()
        colleague.post(address)
        colleague.post(address)  # twice by one is one
        assert held(strange) is still_held, role
    assert "device.lifted" in {notice.kind for notice in notices.waiting(office.people["bendahara"].id)}


def test_a_cooperative_chooses_the_hours(strange, office, day):
    with acting_for(office.id):
        set_bylaw(cooperative_id=office.id, key="new_device_hours", value="0", valid_from=day.moment.date())
    assert not held(strange)


def test_what_it_wrote_without_a_line_comes_back_as_a_task(strange, office):
    item = {
        "uuid": "018f0000-0000-7000-8000-000000000001", "device": "018f0000-0000-7000-8000-000000000002",
        "person": str(office.people["bendahara"].id), "cooperative": str(office.id), "kind": "cash.out", "version": 3,
        "sequence": 1, "written_at": "2026-03-02T01:00:00+00:00",
        "body": {"category": "atk-cetak-fotokopi", "amount": "50rb", "memo": "Kertas", "on": "2/3/2026", "place": "0"},
    }  # fmt: skip
    answer = strange.post("/k/karbes/belum-terkirim/kirim/", {"items": [item]}, content_type="application/json")
    (told,) = answer.json()["answers"]
    assert told["state"] == "refused" and "baru untuk Anda" in told["words"]
    with acting_for(office.id):
        assert [task.kind for task in open_tasks(office.id)] == ["outbox.refused"]
