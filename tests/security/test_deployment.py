"""How an installation shows itself to strangers: headers, cookies, methods, wrong addresses, settings."""

import re
import subprocess
from uuid import uuid4

import pytest
from django.conf import settings
from django.core import checks
from django.db import connection
from django.test import Client
from django.urls import reverse

from lumbung.security.models import Person
from lumbung.site.tests.conftest import PHRASE
from tests.test_tidy import ROOT
from tests.test_walls import INSIDE, filled

NO_PAGE = ".git/config .git/HEAD .env admin/ static/ static/web/ media/ server-status debug/ api/ openapi.json".split()
KEPT = re.compile(
    r"django_session|django_migrations|sqlite_|_sitting|_device|_try|_tries|security_event|_look|_printing"
)


def test_the_settings_pass_djangos_own_check():
    """HSTS and TLS belong to a host's proxy (docs/keamanan/aturan.md); W002: our own middleware says DENY."""
    found = {one.id for one in checks.run_checks(tags=["security"], include_deployment_checks=True)}
    assert found <= {"security.W002", "security.W004", "security.W008"} and not settings.DEBUG


@pytest.mark.django_db
def test_headers_of_every_kind_of_answer():
    client = Client()
    for address in ("/masuk/", "/", "/tidak-ada/", "/periksa/", "/manifest.webmanifest", "/k/karbes/"):
        answer = client.get(address)
        assert answer["X-Content-Type-Options"] == "nosniff" and answer["X-Frame-Options"] == "DENY", address
        assert (
            answer["Referrer-Policy"] in ("same-origin", "no-referrer") and "Access-Control-Allow-Origin" not in answer
        )
        assert answer.status_code in (301, 302) or "default-src 'none'" in answer["Content-Security-Policy"], address
        if answer.content:
            assert re.fullmatch(r"(text/html|application/manifest\+json); ?charset=utf-8|application/manifest\+json",
                                answer["Content-Type"]), address  # fmt: skip
    assert "frame-ancestors 'none'" in client.get("/masuk/")["Content-Security-Policy"]


def test_every_cookie_is_bound_to_this_host(signed_in):
    client, name = Client(), signed_in("anggota").person.login_name
    client.get("/masuk/")
    client.post("/masuk/", {"login": name, "password": PHRASE})
    assert {settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME} <= client.cookies.keys()
    for name, cookie in client.cookies.items():
        assert name.startswith("__Host-") and cookie["samesite"] in ("Lax", "Strict"), name
        assert cookie["secure"] and cookie["httponly"] and cookie["path"] == "/" and not cookie["domain"], name


@pytest.mark.django_db
@pytest.mark.parametrize("path", NO_PAGE)
def test_what_is_no_page_is_not_found(path):
    assert Client().get(f"/{path}").status_code == 404


def test_trace_is_no_method_here(signed_in):
    client = signed_in("bendahara")
    for address in ("/masuk/", "/k/karbes/kas/"):
        answer = client.generic("TRACE", address, headers={"X-Rahasia": "jangan diulang"})
        assert b"jangan diulang" not in answer.content


def test_a_deed_without_its_token_is_refused(signed_in):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(signed_in("bendahara").person)
    refused = {strict.post(filled(route)).status_code for route, _view in INSIDE}
    assert refused <= {403, 404} and 403 in refused
    assert Client(enforce_csrf_checks=True).post("/masuk/", {"login": "a", "password": "b"}).status_code == 403


def rows() -> dict[str, int]:
    """Every table with how many rows it has, but those that only say who looked."""
    tables = [name for name in connection.introspection.table_names() if not KEPT.search(name)]
    with connection.cursor() as cursor:
        found = {}
        for name in tables:
            cursor.execute(f"SELECT COUNT(*) FROM {name}")
            found[name] = cursor.fetchone()[0]
    return found


def test_looking_changes_nothing(signed_in):
    """Every address of a cooperative, opened by somebody who may do everything there."""
    client = signed_in("ketua", "bendahara", "sekretaris", "pengawas", "kasir")
    client.raise_request_exception = False
    before = rows()
    for route, _view in INSIDE:
        client.get(filled(route))
    after = rows()
    assert {name: (count, after[name]) for name, count in before.items() if after[name] != count} == {}


def test_no_header_of_a_stranger_changes_who_or_where_one_is(signed_in):
    lies = {
        "X-Forwarded-For": "127.0.0.1", "X-Forwarded-Host": "jahat.example", "X-Forwarded-Proto": "http",
        "X-Real-Ip": "10.0.0.1", "X_Forwarded_For": "127.0.0.1", "Remote-User": "ketua", "X-Original-Url": "/k/karbes/",
    }  # fmt: skip
    person = signed_in("ketua").person
    lies["Remote-User"] = person.login_name
    answer = Client().get("/k/karbes/kas/", headers=lies)
    assert answer.status_code == 302 and answer.url.startswith("/masuk/") and "jahat" not in answer.url
    assert Client().get("/masuk/", headers={"Host": "jahat.example"}).status_code == 400
    assert settings.ALLAUTH_TRUSTED_PROXY_COUNT == 0 and not settings.USE_X_FORWARDED_HOST


def test_more_fields_than_asked_for_change_nothing(signed_in):
    """Somebody sends what no form has, and what it has twice: roles, money, another cooperative."""
    member = signed_in("anggota")
    before = Person.objects.values().get(id=member.person.id)
    extra = {
        "is_staff": "1",
        "is_superuser": "1",
        "role": "ketua",
        "cooperative_id": "7",
        "person_id": "7",
        "right": "1",
    }
    address = reverse("safety:practise", kwargs={"slug": "karbes"})
    member.post(address, {**extra, "answer": ["1", "2"], "request_id": [uuid4(), uuid4()]})
    assert Person.objects.values().get(id=member.person.id) == before
    assert member.get("/k/karbes/kas/").status_code == 403


def test_nothing_of_a_person_is_cached(signed_in):
    assert settings.CACHES["default"]["BACKEND"].endswith(("LocMemCache", "DummyCache", "DatabaseCache"))
    assert not [name for name in settings.MIDDLEWARE if "CacheMiddleware" in name]
    client = signed_in("bendahara")
    for address in ("/k/karbes/", "/k/karbes/anggota/", "/k/karbes/keamanan/"):
        assert "no-store" in client.get(address)["Cache-Control"]


SECRET = re.compile(
    r"-----BEGIN [A-Z ]*PRIVATE KEY|AKIA[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{30,}|AGE-SECRET-KEY-1[0-9A-Z]{50}"
)


def test_no_secret_lies_in_the_sources():
    files = subprocess.run(["git", "ls-files"], cwd=ROOT, stdout=-1, text=True, check=True).stdout.split()
    texts = [
        ROOT / name for name in files if name.endswith((".py", ".txt", ".md", ".toml", ".json", ".html", ".js", ".sh"))
    ]
    found = [path.name for path in texts if path.exists() and SECRET.search(path.read_text(errors="replace"))]
    assert found == []
