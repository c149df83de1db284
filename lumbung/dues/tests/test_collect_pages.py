"""The pages of a collection: with htmx and without, for whom, and what they say."""

import re
from datetime import UTC, date, datetime
from uuid import uuid4

import pytest

from lumbung import clock
from lumbung.cooperatives.tenant import acting_for
from lumbung.dues import actions, reports
from lumbung.dues.models import Collection, Payment
from lumbung.dues.tests.conftest import SRI, journal
from lumbung.members.models import Member
from lumbung.money import rp

HTMX = {"HX-Request": "true"}
HERE = "/k/kmp-karangbesuki/iuran/kumpul/"


@pytest.fixture(autouse=True)
def a_day_in_august():
    with clock.frozen(datetime(2025, 8, 21, 3, 0, tzinfo=UTC)):
        yield


@pytest.fixture
def rt3(office):
    with acting_for(office.id):
        return actions.open_collection(
            cooperative_id=office.id, name="RT 03", day=date(2025, 8, 21), today=clock.today(), by=SRI, at=clock.now(),
            request_id=uuid4(),
        )  # fmt: skip


def member(name):
    return Member.everywhere.get(full_name=name)


def row(html: str, who) -> str:
    return re.search(rf'<li id="m-{who.id}".*?</li>', html, re.DOTALL).group()


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def tap(browser, collection, who, htmx=True, **data):
    """Send a row as it stands on the page, with other figures when they are given."""
    shown = row(browser.get(f"{HERE}{collection.id}/").content.decode(), who)
    hidden = re.search(r'name="request_id" value="([^"]+)"', shown).group(1)
    amount = re.search(r'name="amount" value="([^"]*)"', shown).group(1)
    body = {"request_id": hidden, "amount": amount, **data}
    return browser.post(f"{HERE}{collection.id}/{who.id}/", body, headers=HTMX if htmx else {})


def test_what_is_owed_is_filled_in_and_the_next_month_for_whoever_owes_nothing(as_role, rt3):
    html = as_role("kasir").get(f"{HERE}{rt3.id}/").content.decode()
    behind, settled = row(html, member("Slamet Utomo")), row(html, member("Siti Aminah"))

    assert 'value="110.000"' in behind and "Maret–Agustus 2025" in behind
    assert 'value="20.000"' in settled and "lunas, untuk bulan depan" in settled
    assert "Wagiman" not in html  # an applicant owes no dues


def test_a_tick_saves_the_row_and_shows_its_receipt_and_the_sum(as_role, rt3):
    slamet = member("Slamet Utomo")
    answer = tap(as_role("kasir"), rt3, slamet).content.decode()

    assert "Maret–Agustus 2025, BKM-2025-000003 Rp110.000" in words(row(answer, slamet))
    assert 'name="amount"' not in row(answer, slamet)
    assert 'id="tally" role="status" hx-swap-oob="true"' in answer
    assert "1 orang Sri Wahyuni Rp 110.000" in words(answer)


def test_several_months_are_two_taps_away(as_role, rt3):
    slamet, browser = member("Slamet Utomo"), as_role("bendahara")
    shown = row(browser.get(f"{HERE}{rt3.id}/").content.decode(), slamet)
    offered = re.findall(r'<button name="amount" value="([^"]+)">([^<]+)<', shown)

    assert offered[:2] == [("10.000", "1 bulan, Rp10.000"), ("30.000", "2 bulan, Rp30.000")]
    assert ("230.000", "12 bulan, Rp230.000") in offered
    answer = browser.post(
        f"{HERE}{rt3.id}/{slamet.id}/",
        {"amount": ["110.000", "30.000"], "request_id": re.search(r'request_id" value="([^"]+)', shown).group(1)},
        headers=HTMX,
    )
    assert "Maret–April 2025" in answer.content.decode()


def test_a_second_tap_and_a_second_phone_pay_once(as_role, rt3):
    slamet, browser = member("Slamet Utomo"), as_role("bendahara")
    shown = row(browser.get(f"{HERE}{rt3.id}/").content.decode(), slamet)
    body = {"amount": "20.000", "request_id": re.search(r'request_id" value="([^"]+)', shown).group(1)}
    answers = [browser.post(f"{HERE}{rt3.id}/{slamet.id}/", body, headers=HTMX) for _ in range(3)]

    assert len({words(answer.content.decode()) for answer in answers}) == 1
    with acting_for(rt3.cooperative_id):
        assert len(journal(rt3.cooperative_id)) == 3


def test_without_script_one_comes_back_to_the_row_with_the_filters(as_role, rt3):
    slamet, browser = member("Slamet Utomo"), as_role("kasir")
    shown = row(browser.get(f"{HERE}{rt3.id}/?rt=002-003").content.decode(), slamet)
    address = re.search(r'action="([^"]+)"', shown).group(1)
    body = {"amount": "20.000", "request_id": re.search(r'request_id" value="([^"]+)', shown).group(1)}

    answer = browser.post(address, body)
    assert answer.url == f"{HERE}{rt3.id}/?rt=002-003#m-{slamet.id}"
    assert "BKM-2025-000003" in browser.get(answer.url).content.decode()


@pytest.mark.parametrize("htmx", [True, False])
def test_a_mistake_stays_in_its_row_with_what_was_typed(as_role, rt3, htmx):
    slamet = member("Slamet Utomo")
    answer = tap(as_role("kasir"), rt3, slamet, htmx, amount="dua puluh")

    assert answer.status_code == 422
    shown = row(answer.content.decode(), slamet)
    assert 'value="dua puluh"' in shown and 'aria-invalid="true"' in shown and 'class="wrong"' in shown
    assert ("<html" in answer.content.decode()) is not htmx
    assert Payment.everywhere.count() == 2


def test_a_row_can_be_asked_for_once_more(as_role, rt3):
    slamet, browser = member("Slamet Utomo"), as_role("kasir")
    tap(browser, rt3, slamet)
    again = row(browser.get(f"{HERE}{rt3.id}/{slamet.id}/", headers=HTMX).content.decode(), slamet)
    assert 'value="20.000"' in again and 'name="request_id"' in again


def test_filters_narrow_the_list(as_role, rt3):
    siti, slamet, browser = member("Siti Aminah"), member("Slamet Utomo"), as_role("kasir")
    tap(browser, rt3, siti)

    def shown(query):
        html = browser.get(f"{HERE}{rt3.id}/?{query}").content.decode()
        return [who.full_name for who in (siti, slamet) if f'id="m-{who.id}"' in html]

    assert shown("saring=belum") == ["Slamet Utomo"]
    assert shown("saring=sudah") == ["Siti Aminah"]
    assert shown("rt=002-003") == ["Siti Aminah", "Slamet Utomo"]
    assert shown("rt=001-001") == []
    assert shown("cari=utomo") == ["Slamet Utomo"]


def test_closing_asks_why_the_money_differs_and_prints_what_came_in(as_role, rt3):
    browser = as_role("kasir")
    tap(browser, rt3, member("Slamet Utomo"))
    wrong = browser.post(f"{HERE}{rt3.id}/selesai/", {"counted": "100.000", "handed_to": "Bu Sri"})
    assert wrong.status_code == 422
    assert "Menurut daftar Rp110.000, yang dihitung Rp100.000" in wrong.content.decode()

    right = browser.post(f"{HERE}{rt3.id}/selesai/", {"counted": "110.000", "handed_to": "Bu Sri"})
    assert right.url == f"{HERE}{rt3.id}/"
    html = browser.get(right.url).content.decode()
    assert "Yang mengumpulkan Sri Wahyuni Yang menerima uang Bu Sri" in words(html)
    assert "Jumlah 110.000" in words(html) and "BKM-2025-000003" in html
    assert "masih terbuka" not in browser.get(HERE).content.decode()


def test_opening_leads_to_the_list_and_the_same_form_opens_one(as_role, office):
    browser, request_id = as_role("kasir"), str(uuid4())
    body = {"name": "Arisan PKK", "day": "21/8/2025", "place": "111100-0", "request_id": request_id}
    answers = [browser.post(f"{HERE}baru/", body).url for _ in range(2)]

    assert answers == [f"{HERE}{Collection.everywhere.get().id}/"] * 2
    late = browser.post(f"{HERE}baru/", {**body, "day": "22/8/2025", "request_id": str(uuid4())})
    assert late.status_code == 422


def test_a_supervisor_reads_the_list_and_takes_nothing(as_role, rt3):
    browser = as_role("pengawas")
    html = browser.get(f"{HERE}{rt3.id}/").content.decode()
    assert "uangnya belum diserahkan" in html and 'name="request_id"' not in html
    answer = browser.post(f"{HERE}{rt3.id}/{member('Slamet Utomo').id}/", {"amount": "1.000", "request_id": uuid4()})
    assert answer.status_code == 403
    assert [browser.get(f"{HERE}{tail}").status_code for tail in ("", "baru/", f"{rt3.id}/selesai/")] == [200, 403, 403]


def test_the_list_of_collections_says_what_is_still_open(as_role, rt3):
    browser = as_role("ketua")
    with acting_for(rt3.cooperative_id):
        slamet = member("Slamet Utomo")
        actions.collect(
            collection=rt3, member=slamet, amount=rp(20_000), by=SRI, request_id=actions.request_of(rt3, slamet.id, 0)
        )
        assert reports.collections(rt3.cooperative_id).count() == 1
    assert "RT 03 21 Agustus 2025 1 20.000 masih terbuka" in words(browser.get(HERE).content.decode())
