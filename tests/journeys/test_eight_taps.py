"""A slow line and an impatient thumb: one form, sent eight times at the same moment, is one entry."""

import re
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from urllib.parse import urlencode
from urllib.request import Request, urlopen

import pytest
from django.conf import settings
from django.test import Client

from lumbung import ids
from lumbung.cash import actions as cash
from lumbung.cash.reports import general
from lumbung.cooperatives.tenant import acting_for
from lumbung.ledger import audit, reports
from lumbung.members.actions import register
from lumbung.money import rp
from lumbung.security.models import Person

TAPS = 8


@pytest.fixture
def siti(office):
    """A member, and a till that is not empty."""
    facts = {"on": date(2025, 1, 2), "by": 1, "request_id": ids.new_request()}
    with acting_for(office.id):
        cash.receive(category="grant.cash", amount=rp(1_000_000), place=general(office.id), memo="Bantuan", **facts)
        return register(cooperative_id=office.id, full_name="Siti Aminah", joined_on=date(2025, 1, 5), by=1)


class Browser:
    """Somebody who has signed in, without a window: forms as a telephone sends them."""

    def __init__(self, address: str, role: str):
        signed_in = Client()
        signed_in.force_login(Person.objects.get(login_name=role))
        self.address = address
        self.cookies = {settings.SESSION_COOKIE_NAME: signed_in.cookies[settings.SESSION_COOKIE_NAME].value}

    def get(self, path: str) -> str:
        with urlopen(self._request(path)) as answer:
            for cookie in answer.headers.get_all("Set-Cookie") or ():
                name, _, rest = cookie.strip().partition("=")
                self.cookies[name] = rest.split(";")[0]
            return answer.read().decode()

    def post(self, path: str, form: dict) -> tuple[int, str]:
        with urlopen(self._request(path, urlencode(form).encode())) as answer:
            return answer.status, answer.read().decode()

    def _request(self, path: str, body=None) -> Request:
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        return Request(self.address + path, data=body, headers={"Cookie": cookies, "Referer": self.address + path})


def hidden(html: str, name: str) -> str:
    """The value of a hidden field of the form."""
    (field,) = {each for each in re.findall(r"<input[^>]+>", html) if f'name="{name}"' in each}
    return re.search(r'value="([^"]+)"', field)[1]


def at_once(browser: Browser, path: str, form: dict) -> list[tuple[int, str]]:
    """The answers to all taps, which begin together."""
    together = threading.Barrier(TAPS)

    def tap(_number):
        together.wait()
        return browser.post(path, form)

    with ThreadPoolExecutor(TAPS) as thumbs:
        return list(thumbs.map(tap, range(TAPS)))


@pytest.mark.parametrize(
    ("place", "facts", "amount"),
    [
        ("iuran/{siti}/", {"amount": "20.000", "paid_on": "15/1/2026", "place": "111100-0"}, "20.000"),
        ("kas/masuk/penjualan/", {"amount": "75rb", "on": "15/1/2026", "memo": "Keripik"}, "75.000"),
        ("kas/keluar/atk-cetak-fotokopi/", {"amount": "68rb", "on": "15/1/2026", "memo": "Kertas"}, "68.000"),
    ],
    ids=["dues", "money in", "money out"],
)
def test_eight_taps_of_one_form_are_one_entry(office, siti, live_server, place, facts, amount):
    browser, path = Browser(live_server.url, "bendahara"), office.at(place.format(siti=siti.id))
    html = browser.get(path)
    form = {**facts, "request_id": hidden(html, "request_id")}
    with acting_for(office.id):
        form.setdefault("place", str(general(office.id).id))
        before = len(reports.journal(office.id, date(2025, 1, 1), date(2026, 12, 31)))
    form["csrfmiddlewaretoken"] = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', html)[1]

    answers = at_once(browser, path, form)

    with acting_for(office.id):
        entries = list(reports.journal(office.id, date(2025, 1, 1), date(2026, 12, 31)))
        assert len(entries) == before + 1
        assert audit.problems(office.id) == []
    document = entries[-1].document
    assert {status for status, _html in answers} == {200}
    assert [html for _status, html in answers if document not in html or f"{amount}" not in html] == []
