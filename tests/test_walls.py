"""Every address behind a cooperative's wall: nobody is sent to the door, a stranger meets 404, the wrong role 403.

So does an officer of the programme, and one who has opened one of her two locks is sent to the second.

The table is the resolver itself: an address whose view names no deed fails here.
"""

from datetime import date

import pytest
from django.conf import settings
from django.test import Client
from django.urls import URLPattern, get_resolver
from django.urls.converters import get_converters

from lumbung.cooperatives.actions import create_cooperative
from lumbung.cooperatives.tenant import acting_for
from lumbung.ledger.actions import open_book
from lumbung.security import stepup
from lumbung.security.actions import appoint, appoint_to_programme, create_person
from lumbung.security.models import Role

SAMPLE = {"int": "1", "slug": "x", "str": "x", "uuid": "00000000-0000-4000-8000-000000000000", "path": "x"}
WALL = "k/<slug:slug>/"


def addresses(patterns=None, before="") -> list[tuple[str, object]]:
    """(route, view) of every address, includes opened."""
    found = []
    for one in get_resolver().url_patterns if patterns is None else patterns:
        route = before + str(one.pattern)
        if isinstance(one, URLPattern):
            found.append((route, one.callback))
        else:
            found += addresses(one.url_patterns, route)
    return found


INSIDE = [(route, view) for route, view in addresses() if route.startswith(WALL)]
OUTSIDE = [route for route, _view in addresses() if not route.startswith(WALL)]


def filled(route: str) -> str:
    """An address of the route that can be asked for, with some value in each place."""
    out, rest = "", route.replace("<slug:slug>", "karbes", 1)
    while "<" in rest:
        text, rest = rest.split("<", 1)
        place, rest = rest.split(">", 1)
        kind = place.split(":")[0] if ":" in place else "str"
        sample = SAMPLE.get(kind) or get_converters()[kind].to_url(get_converters()[kind].to_python("2025"))
        out += text + sample
    return "/" + out + rest


@pytest.fixture
def people(db):
    """A client for each role, for a stranger who is chair next door, an officer of the programme, a chair who has shown
    her passphrase only, and nobody."""
    coops = [
        create_cooperative(slug=slug, name=slug, kind="kmp", village_code="35.73.04.1009", books_from=date(2025, 1, 1))
        for slug in ("karbes", "tetangga")
    ]
    for coop in coops:
        with acting_for(coop.id):
            open_book(cooperative_id=coop.id)
    clients = {"nobody": Client(), "stranger": client(coops[1], "ketua"), "programme": officer()}
    return clients | {role: client(coops[0], role) for role in Role.values} | {"half": half(coops[0])}


def officer() -> Client:
    person = create_person(login_name="petugas", full_name="Petugas", passphrase="padi kuning lumbung desa")
    appoint_to_programme(person_id=person.id, role="petugas", since=date(2025, 1, 1))
    signed_in = Client(raise_request_exception=False)
    signed_in.force_login(person)
    return signed_in


def half(coop) -> Client:
    """The chair again, really signed in by her passphrase, the second lock still to come."""
    browser = Client(raise_request_exception=False)
    settings.TESTS_LET_IN = False
    browser.post("/masuk/", {"login": f"ketua {coop.slug}", "password": "padi kuning lumbung desa"})
    settings.TESTS_LET_IN = True
    return browser


def client(coop, role: str) -> Client:
    person = create_person(
        login_name=f"{role} {coop.slug}", full_name=role.title(), passphrase="padi kuning lumbung desa"
    )
    with acting_for(coop.id):
        appoint(cooperative_id=coop.id, person_id=person.id, role=role, since=date(2025, 1, 1))
    signed_in = Client(raise_request_exception=False)
    signed_in.force_login(person)
    return signed_in


def test_there_is_a_wall_to_test():
    assert len(INSIDE) > 20


@pytest.mark.parametrize(("route", "view"), INSIDE, ids=[route for route, _view in INSIDE])
def test_every_address_names_its_deed(route, view):
    assert getattr(view, "allowed", None), "put @may(...) nearest to the view"


def test_each_meets_what_is_meant_for_him(people):
    """One test for all: the people are made once, and every miss is listed."""
    missed = []
    for route, view in INSIDE:
        address = filled(route)
        for who, browser in people.items():
            for method in ("get", "post"):
                answer = getattr(browser, method)(address)
                if not as_meant(who, view, answer):
                    missed.append(f"{method} {address} as {who}: {answer.status_code}")
    assert missed == []


def as_meant(who: str, view, answer) -> bool:
    if answer.status_code == 405:
        return True
    if who == "nobody":
        return answer.status_code == 302 and answer.url.startswith("/masuk/")
    if who in ("stranger", "programme"):
        return answer.status_code == 404
    if who == "half" and "ketua" in view.allowed and view.deed not in stepup.OPEN:
        return answer.status_code == 302 and answer.url.startswith("/akun/kunci-kedua/")
    if (who if who != "half" else "ketua") in view.allowed:
        return answer.status_code in (200, 204, 302, 400, 404, 409, 422)
    return answer.status_code == 403


PUBLIC_MACHINES = ["saksi/<slug:slug>/<str:holder>/add-checkpoint"]  # another log's server: no cookies, so no token


def test_nothing_is_taken_without_the_token_of_the_form(people):
    """Each address, by whoever may most, with a form from a page that is not ours."""
    chair = people["ketua"]
    chair.handler.enforce_csrf_checks = True
    taken = []
    for route, _view in addresses():
        answer = chair.post(filled(route) if route.startswith(WALL) else "/" + filled("x" + route)[2:], {"amount": "1"})
        if answer.status_code not in (403, 405) and route not in PUBLIC_MACHINES:
            taken.append(f"{route}: {answer.status_code}")
    assert taken == []


def test_what_stands_outside_the_wall_is_known():
    """A new public address is a decision: put it here."""
    assert sorted(OUTSIDE) == [
        "",
        "akun/",
        "akun/kabar/",
        "akun/kata-sandi/",
        "akun/kode-cadangan/",
        "akun/kunci-kedua/",
        "akun/kunci-kedua/<int:number>/lepas/",
        "akun/kunci-kedua/aplikasi/",
        "akun/kunci-kedua/passkey/",
        "akun/perangkat/",
        "akun/perangkat/<int:number>/keluar/",
        "akun/perangkat/ini/",
        "akun/perangkat/lain/keluar/",
        "akun/pin/",
        "akun/ulang/",
        "gaya/",
        "istilah/",
        "kartu/",
        "kartu/<str:code>/",
        "keluar/",
        "kode/",
        "kunci/",
        "manifest.webmanifest",
        "masuk/",
        "masuk/",
        "masuk/kedua/",
        "mulai/",
        "panduan/",
        "panduan/<slug:word>/",
        "panduan/gambar/<slug:name>.png",
        "periksa/",
        "program/pemulihan/",
        "program/pemulihan/<slug:slug>/<int:case_id>/<slug:word>/",
        "saksi/<slug:slug>/<str:holder>/add-checkpoint",
        "sw.js",
        "tampilan/bahasa/",
        "tampilan/tema/",
        "tampilan/terbilang/",
        "tanpa-sambungan/",
        "tur/selesai/",
    ]
