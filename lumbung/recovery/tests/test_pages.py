"""Pemulihan, Pengurus & akun, Pendamping and Jejak as people meet them."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.contrib.auth import authenticate

from lumbung import clock
from lumbung.recovery import actions, reports
from lumbung.recovery.tests.conftest import HERE, NEW, PHRASE, person
from lumbung.security.models import Event, Helper, Person
from lumbung.security.reports import roles_here, roles_in
from lumbung.security.rules import DEEDS, HELPER
from lumbung.web.words import Refused
from tests.test_walls import INSIDE, filled


def html(answer, status=200):
    assert answer.status_code == status, answer.content.decode()[:2000]
    return answer.content.decode()


def test_officer_one_opens_and_everybody_is_told(sign_in, people):
    form = {"person": people["kasir"].id, "reason": "HP hilang", "request_id": str(uuid4())}
    assert "KTP" in html(sign_in("ketua").post(f"{HERE}pemulihan/buka/", form), 422)
    assert sign_in("ketua").post(f"{HERE}pemulihan/buka/", {**form, "seen": "on"}).status_code == 302
    for role in ("ketua", "sekretaris", "bendahara", "kasir", "pengawas"):
        assert "Bu Kasir minta dipulihkan akunnya" in html(sign_in(role).get(HERE))
    assert "Buka pemulihan" not in html(sign_in("kasir").get(f"{HERE}pemulihan/"))


def test_nobody_is_offered_a_step_that_is_not_hers(ways, sign_in):
    case = ways.open("kasir", by="ketua")
    here = f"{HERE}pemulihan/{case.id}/"
    offered = {role: "Anda petugas kedua" in html(sign_in(role).get(here)) for role in ("ketua", "kasir", "pengawas")}
    assert offered == {"ketua": False, "kasir": False, "pengawas": True}
    assert "Yang mengesahkan harus orang lain" in html(sign_in("ketua").post(f"{here}sahkan/"), 422)
    assert sign_in("kasir").post(f"{here}sahkan/").status_code == 403


def test_the_person_herself_stops_it_from_where_she_still_is_signed_in(ways, sign_in):
    case, _ready = ways.ready("kasir")
    here = f"{HERE}pemulihan/{case.id}/"
    assert sign_in("kasir").post(f"{here}keberatan/", {"note": ""}).status_code == 422
    assert sign_in("kasir").post(f"{here}keberatan/", {"note": "HP saya ada."}).status_code == 302
    assert "dihentikan: ada keberatan" in html(sign_in("bendahara").get(HERE))
    assert "HP saya ada." in html(sign_in("pengawas").get(here))


def test_the_code_is_shown_once_and_to_the_second_officer_alone(ways, sign_in, people):
    case, ready = ways.ready("sekretaris")
    here = f"{HERE}pemulihan/{case.id}/"
    with clock.frozen(ready):
        assert "hanya diperlihatkan kepada petugas kedua" in html(sign_in("ketua").post(f"{here}kode/"), 422)
        shown = html(sign_in("pengawas").post(f"{here}kode/"))
        assert "berlaku 10 menit" in shown
        code = shown.split('<p class="sum center">')[1].split("<")[0]
        assert code not in html(sign_in("pengawas").get(here))
        answer = sign_in("ketua").post("/kode/", {"code": code, "passphrase": NEW, "again": NEW})
        assert answer.status_code == 302 and answer.url == "/masuk/"
        assert authenticate(username="sekretaris", password=NEW) == people["sekretaris"]


def test_guessing_at_the_door_is_written_down_and_slowed(client, coop):
    wrong = {"code": "AAAA-AAAA", "passphrase": NEW, "again": NEW}
    assert "tidak berlaku" in html(client.post("/kode/", wrong), 422)
    assert Event.objects.filter(deed="code.refused").count() == 1
    for _guess in range(29):
        client.post("/kode/", wrong)
    assert "Terlalu banyak" in html(client.post("/kode/", wrong), 429)


def test_a_new_officer_gets_her_office_and_a_code_and_chooses_her_own_passphrase(sign_in, coop, people):
    form = {
        "login_name": "Wati",
        "full_name": "Wati Lestari",
        "role": "kasir",
        "basis": "Rapat 1",
        "request_id": uuid4(),
    }
    shown = html(sign_in("sekretaris").post(f"{HERE}pengurus/angkat/", form))
    code = shown.split('<p class="sum center">')[1].split("<")[0]
    wati = Person.objects.get(login_name="wati")
    assert not wati.has_usable_password() and roles_in(coop, wati.id, clock.today()) == {"kasir"}
    assert "belum dipakai" in html(sign_in("ketua").get(f"{HERE}pengurus/"))
    assert sign_in("sekretaris").post(f"{HERE}pengurus/angkat/", form).status_code == 302, "a second tap shows no code"
    actions.activate(code=code, passphrase=NEW)
    assert authenticate(username="wati", password=NEW) == wati
    with pytest.raises(Refused):
        actions.make_code(
            cooperative_id=coop, case_id=reports.newest(coop, clock.now())[0].case.id, by=people["ketua"].id
        )


@pytest.mark.parametrize(("by", "who", "role", "words"), [
    ("ketua", "ketua", "pengawas", "oleh pengurus lain"),
    ("sekretaris", "bendahara", "pengawas", "tidak boleh merangkap"),
    ("sekretaris", "ketua", "kasir", "tidak boleh merangkap"), ("ketua", "siapa", "kasir", "Tidak ada akun"),
])  # fmt: skip
def test_offices_that_exclude_each_other_are_refused(sign_in, by, who, role, words):
    form = {"login_name": who, "role": role, "basis": "Rapat 1", "request_id": uuid4()}
    assert words in html(sign_in(by).post(f"{HERE}pengurus/angkat/", form), 422)


def test_an_office_ends_at_once_and_the_last_who_can_give_offices_stays(sign_in, people, coop):
    here = f"{HERE}pengurus/"
    assert sign_in("ketua").post(f"{here}{people['kasir'].id}/kasir/akhiri/").status_code == 302
    assert sign_in("kasir").get(HERE).status_code == 404
    sign_in("ketua").post(f"{here}{people['sekretaris'].id}/sekretaris/akhiri/")
    said = html(sign_in("ketua").post(f"{here}{people['ketua'].id}/ketua/akhiri/", follow=True))
    assert "Angkat penggantinya dulu" in said and roles_in(coop, people["ketua"].id, clock.today()) == {"ketua"}


def help_from(sign_in, hours="2", by="ketua"):
    form = {"login_name": "luar", "hours": hours, "reason": "cadangan", "request_id": uuid4()}
    return sign_in(by).post(f"{HERE}pendamping/izinkan/", form)


def test_a_facilitator_meets_no_page_but_the_named_ones(sign_in, coop):
    """helper × every address: what decision 0033 does not name is not there, and money least of all."""
    assert help_from(sign_in).status_code == 302
    helper, seen = sign_in("luar"), set()
    for route, view in INSIDE:
        if HELPER in view.allowed:
            seen.add(route.removeprefix("k/<slug:slug>/"))
            assert helper.get(filled(route)).status_code in (200, 302), route
        else:
            assert helper.post(filled(route)).status_code in (404, 405), route
    assert seen == {"", "periksa/", "cadangan/", "cadangan/jalan/", "mendampingi/"}
    assert {deed for deed, roles in DEEDS.items() if HELPER in roles} == {
        "home.see", "verify.see", "backup.see", "helper.own"}  # fmt: skip


def test_help_is_seen_by_everybody_and_runs_out_by_itself(sign_in, coop, people):
    help_from(sign_in)
    for role in ("bendahara", "pengawas", "kasir"):
        assert "sedang mendampingi" in html(sign_in(role).get(HERE))
    assert "Mendampingi" in html(sign_in("luar").get("/", follow=True))
    with clock.frozen(clock.now() + timedelta(hours=2)):
        assert roles_here(coop, people["luar"].id, clock.now()) == frozenset()
        assert sign_in("luar").get(f"{HERE}periksa/").status_code == 404
        assert "sedang mendampingi" not in html(sign_in("ketua").get(HERE))


def test_anyone_of_the_officers_ends_it(sign_in, coop):
    help_from(sign_in)
    helper = Helper.objects.get()
    assert sign_in("kasir").post(f"{HERE}pendamping/{helper.id}/akhiri/").status_code == 302
    assert sign_in("luar").get(HERE).status_code == 404
    assert "berakhir" in html(sign_in("ketua").get(f"{HERE}pendamping/"))


@pytest.mark.parametrize(("hours", "who"), [(25, "luar"), (0, "luar"), (2, "kasir"), (2, "ketua"), (2, "tidak ada")])
def test_help_that_should_not_be_is_refused(coop, people, hours, who):
    with pytest.raises(Refused):
        actions.give_help(cooperative_id=coop, login_name=who, hours=hours, reason="x", by=people["ketua"].id,
                          request_id=uuid4())  # fmt: skip


def test_the_trail_is_read_in_words_by_chair_and_supervisor(ways, sign_in, people, client):
    ways.open("kasir", by="ketua")
    shown = html(sign_in("pengawas").get(f"{HERE}jejak/"))
    assert "membuka pemulihan akun" in shown and "Bu Ketua" in shown and "mengangkat" in shown
    assert str(people["kasir"].id) not in shown and sign_in("bendahara").get(f"{HERE}jejak/").status_code == 403
    found = html(sign_in("ketua").get(f"{HERE}jejak/?cari=pemulihan"))
    assert "membuka pemulihan akun" in found and "mengangkat</td>" not in found
    assert "Tidak ada yang cocok" in html(sign_in("ketua").get(f"{HERE}jejak/?sejak=1/1/2020&sampai=2/1/2020"))


def test_the_trail_asks_as_often_for_fifty_lines_as_for_five(ways, sign_in, django_assert_num_queries, coop, people):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from lumbung.security.actions import record

    browser = sign_in("ketua")
    with CaptureQueriesContext(
        connection,
    ) as few:
        browser.get(f"{HERE}jejak/")
    for number in range(45):
        record(cooperative_id=coop, person_id=person(f"orang {number}").id, deed="card.printed", subject="1")
    with django_assert_num_queries(len(few)):
        browser.get(f"{HERE}jejak/")


def test_each_refusal_is_one_line_of_the_trail(sign_in, coop, people, client):
    def new_lines(deed):
        before = set(Event.objects.values_list("id", flat=True))
        deed()
        return [(e.deed, e.cooperative_id, e.person_id) for e in Event.objects.exclude(id__in=before)]

    kasir, luar, enforcing = sign_in("kasir"), people["luar"], type(client)(enforce_csrf_checks=True)
    assert new_lines(lambda: kasir.get(f"{HERE}jejak/")) == [("page.refused", coop, people["kasir"].id)]
    assert new_lines(lambda: sign_in("luar").get(f"{HERE}iuran/")) == [("page.stranger", coop, luar.id)]
    assert new_lines(lambda: client.get("/k/tidak-ada/")) == [("page.stranger", None, luar.id)]
    assert new_lines(lambda: client.get("/tidak/ada/")) == [] == new_lines(lambda: client.get("/masuk/"))
    assert new_lines(lambda: enforcing.post("/masuk/", {"login": "x"})) == [("form.refused", None, None)]
    wrong = {"login": "kasir", "password": "salah sekali ini ya"}
    assert new_lines(lambda: type(client)().post("/masuk/", wrong)) == [("signin.refused", None, None)]
    assert Event.objects.latest("id").subject == str(people["kasir"].id)
    assert PHRASE not in str(list(Event.objects.values_list()))


def test_line_ends_and_colours_in_an_address_stay_one_line(sign_in, caplog):
    with caplog.at_level("WARNING"):
        sign_in("kasir").get(f"{HERE}jejak/?a=%0d%0aketua%1b[31m")
        sign_in("kasir").get(f"{HERE}%0d%0aWARNING%20palsu%1b[31m/")
    assert all("\n" not in record.getMessage() and "\x1b" not in record.getMessage() for record in caplog.records)
    assert all("\n" not in event.subject and "\x1b" not in event.subject for event in Event.objects.all())
