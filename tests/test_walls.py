"""Every address behind a cooperative's wall: nobody is sent to the door, a stranger meets 404, the wrong role 403.

The table is the resolver itself: an address whose view names no deed fails here.
"""

from datetime import date

import pytest
from django.test import Client
from django.urls import URLPattern, get_resolver
from django.urls.converters import get_converters

from lumbung.cooperatives.actions import create_cooperative
from lumbung.cooperatives.tenant import acting_for
from lumbung.ledger.actions import open_book
from lumbung.security.actions import appoint, create_person
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
    """A client for each role, one for a stranger who is chair next door, one for nobody."""
    coops = [
        create_cooperative(slug=slug, name=slug, kind="kmp", village_code="35.73.04.1009", books_from=date(2025, 1, 1))
        for slug in ("karbes", "tetangga")
    ]
    for coop in coops:
        with acting_for(coop.id):
            open_book(cooperative_id=coop.id)
    clients = {"nobody": Client(), "stranger": client(coops[1], "ketua")}
    return clients | {role: client(coops[0], role) for role in Role.values}


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
        address, allowed = filled(route), getattr(view, "allowed", frozenset())
        for who, browser in people.items():
            for method in ("get", "post"):
                answer = getattr(browser, method)(address)
                if not as_meant(who, allowed, answer):
                    missed.append(f"{method} {address} as {who}: {answer.status_code}")
    assert missed == []


def as_meant(who: str, allowed, answer) -> bool:
    if answer.status_code == 405:
        return True
    if who == "nobody":
        return answer.status_code == 302 and answer.url.startswith("/masuk/")
    if who == "stranger":
        return answer.status_code == 404
    if who in allowed:
        return answer.status_code in (200, 204, 302, 400, 404, 409, 422)
    return answer.status_code == 403


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
