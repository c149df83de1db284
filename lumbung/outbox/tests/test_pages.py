"""The door for items, what a signed-out browser meets there, and the pages that show what came of them."""

import gzip
import json
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

from lumbung.cooperatives.reports import open_tasks
from lumbung.cooperatives.tenant import acting_for
from lumbung.money import rp
from lumbung.web import worker


@pytest.fixture
def sri(village):
    client = Client()
    client.force_login(village.sri)
    return client


def send(client, village, *items, **more):
    return client.post(
        village.at("belum-terkirim/kirim/"), json.dumps({"items": items}), content_type="application/json", **more
    )


def test_the_door_says_who_one_is_and_gives_a_token_that_opens_it(village, device):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(village.sri)
    who = strict.get(village.at("belum-terkirim/kirim/")).json()
    assert who["person"] == str(village.sri.id) and who["today"] == "2025-08-21"

    assert send(strict, village, device.dues()).status_code == 403
    answer = send(strict, village, device.dues(previous=None), headers={"X-CSRFToken": who["token"]})
    assert [one["state"] for one in answer.json()["answers"]] == ["accepted"]


def test_a_session_that_ended_answers_nothing_and_loses_nothing(village, device, sri):
    item = device.dues()
    sri.logout()
    assert send(sri, village, item).status_code == 302
    sri.force_login(village.sri)
    assert send(sri, village, item).json()["answers"][0]["document"] == "BKM-2025-000002"
    assert village.sums()["dues"] == rp(20_000)


@pytest.mark.parametrize("body", ["", "[]", "{}", '{"items": [{}]}', '{"items": 5}', '{"items": [5]}'])
def test_what_is_no_letter_is_a_bad_request(village, sri, body):
    address = village.at("belum-terkirim/kirim/")
    assert sri.post(address, body, content_type="application/json").status_code == 400


def test_a_letter_has_an_end(village, device, sri):
    assert send(sri, village, *[device.dues()] * 201).status_code == 400


def test_a_person_keeps_the_pages_of_her_own_duties(village, sri):
    def pages(client):
        return {page["url"] for page in client.get(village.at("belum-terkirim/kirim/")).json()["pages"]}

    budi = Client()
    budi.force_login(village.people["pengawas"])
    assert village.at("iuran/terima/") in pages(sri)
    assert village.at("iuran/terima/") not in pages(budi)


def test_the_form_carries_what_the_device_needs(village, sri):
    html = sri.get(village.at("kas/keluar/atk-cetak-fotokopi/")).content.decode()
    assert 'data-offline="cash.out" data-offline-version="3"' in html
    assert 'data-offline-set="{&quot;category&quot;: &quot;atk-cetak-fotokopi&quot;}"' in html


def test_what_arrived_is_listed_and_what_was_refused_can_be_settled(village, device, sri):
    answers = send(sri, village, device.dues(), device.spend("2.000.000")).json()["answers"]
    html = sri.get(village.at("belum-terkirim/")).content.decode()
    assert "BKM-2025-000002" in html and answers[1]["words"] in html

    task = sri.get(village.at("tugas/")).content.decode()
    with acting_for(village.id):
        receipt = open_tasks(village.id).get().subject_id
    address = village.at(f"belum-terkirim/{receipt}/")
    assert address in task
    assert "2.000.000" in sri.get(address).content.decode()
    assert sri.post(address).status_code == 302
    with acting_for(village.id):
        assert not open_tasks(village.id).exists()


def test_only_who_wrote_it_or_answers_tasks_settles_an_item(village, device, sri):
    send(sri, village, device.spend("2.000.000"))
    with acting_for(village.id):
        receipt = open_tasks(village.id).get().subject_id
    budi = Client()
    budi.force_login(village.people["pengawas"])
    assert budi.post(village.at(f"belum-terkirim/{receipt}/")).status_code == 403
    with acting_for(village.id):
        assert open_tasks(village.id).exists()
    assert "2.000.000" not in budi.get(village.at("belum-terkirim/")).content.decode()


# --- what a device carries --------------------------------------------------------------------------------------------

SHELL, PACKED_ALREADY = 250_000, (".woff2", ".png")


def weight(address: str, content: bytes) -> int:
    return len(content if address.endswith(PACKED_ALREADY) else gzip.compress(content, 6))


def test_the_shell_and_every_page_that_opens_without_a_line_weigh_less_than_the_budget(village, sri):
    files = {address: Path(finders.find(address.removeprefix("/static/"))).read_bytes() for address in worker.shell()}
    pages = sri.get(village.at("belum-terkirim/kirim/")).json()["pages"]
    kept = {page["url"]: sri.get(page["url"]).content for page in pages}
    kept["/tanpa-sambungan/"] = sri.get("/tanpa-sambungan/").content
    total = sum(weight(address, content) for address, content in {**files, **kept}.items())
    assert len(kept) > 40 and 150_000 < total <= SHELL, total
