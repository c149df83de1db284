"""Switches, headers, error pages, and what is served beside the pages."""

import gzip
import hashlib
import logging
import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.contrib.staticfiles import finders
from django.http import HttpResponse
from django.test import RequestFactory, override_settings

from lumbung.web import glossary, nav, storage, views, worker
from lumbung.web.csp import POLICY
from lumbung.web.logs import WithCode
from lumbung.web.middleware import HeadersMiddleware, LanguageMiddleware, static_headers

WEB = Path(__file__).parents[1]
STATIC = WEB / "static" / "web"
ask = RequestFactory()


# --- switches --------------------------------------------------------------------------------------------


def test_the_language_chosen_is_kept_and_one_returns_to_the_page():
    answer = views.language(ask.post("/", {"language": "en", "next": "/gaya/?a=1"}))
    assert answer.cookies["bahasa"].value == "en"
    assert answer.url == "/gaya/?a=1"


@pytest.mark.parametrize("away", ["https://evil.example/", "//evil.example", "javascript:alert(1)"])
def test_a_switch_never_sends_to_another_site(away):
    assert views.theme(ask.post("/", {"theme": "dark", "next": away})).url == "/"


def test_an_unknown_theme_follows_the_device():
    assert views.theme(ask.post("/", {"theme": "pelangi"})).cookies["tema"]["max-age"] == 0


@pytest.mark.parametrize(("cookie", "language"), [("", "id"), ("en", "en"), ("xx", "id")])
def test_a_browser_bought_in_english_still_shows_indonesian(cookie, language):
    request = ask.get("/", headers={"Accept-Language": "en-US"})
    request.COOKIES["bahasa"] = cookie
    answer = LanguageMiddleware(lambda request: HttpResponse(request.LANGUAGE_CODE))(request)
    assert answer.content.decode() == language
    assert answer["Content-Language"] == language


# --- headers ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("signed_in", "kept"), [(True, False), (False, True)])
def test_a_signed_in_page_leaves_no_copy_behind(signed_in, kept):
    request = ask.get("/")
    request.user = SimpleNamespace(is_authenticated=signed_in)
    answer = HeadersMiddleware(lambda _: HttpResponse())(request)
    assert ("no-store" not in answer.get("Cache-Control", "")) is kept
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cross-Origin-Opener-Policy"] == "same-origin"


def test_the_policy_allows_nothing_inline_and_nobody_else():
    allowed = {source for sources in POLICY["DIRECTIVES"].values() for source in sources}
    assert allowed == {"'none'", "'self'", "data:", "blob:"}
    assert POLICY["DIRECTIVES"]["default-src"] == ["'none'"]
    assert POLICY["DIRECTIVES"]["script-src"] == POLICY["DIRECTIVES"]["style-src"] == ["'self'"]


# --- pages -----------------------------------------------------------------------------------------------


@override_settings(DEMO=False, DEBUG=False)
def test_the_style_page_is_for_the_demo_alone(client):
    assert client.get("/gaya/").status_code == 404


@override_settings(DEMO=True)
def test_the_style_page_shows_the_frame_and_every_kind_of_part(client):
    html = client.get("/gaya/").content.decode()
    parts = "data-grid statement receipt data-walk tally pieces unsent shelf then"
    for expected in ('class="skip"', 'id="menu"', "Sri Wahyuni", *parts.split()):
        assert expected in html


@pytest.mark.parametrize(
    ("view", "status", "says"),
    [
        (views.bad_request, 400, "muat ulang"),
        (views.forbidden, 403, "minta ketua"),
        (views.not_found, 404, "Periksa alamatnya"),
        (views.csrf_failure, 403, "kirim sekali lagi"),
    ],
)
def test_an_error_page_says_what_to_do(view, status, says):
    answer = view(ask.get("/"))
    assert answer.status_code == status
    assert says in answer.content.decode()


def test_the_page_for_our_own_mistake_asks_nobody_anything():
    answer = views.server_error(ask.get("/"))
    assert answer.status_code == 500
    assert "Catatan yang sudah tersimpan aman" in answer.content.decode()


def test_what_went_wrong_has_a_code_that_the_page_the_header_and_the_log_agree_on(client, caplog):
    answer = client.get("/alamat-yang-tidak-ada/")
    code = answer["X-Request-Id"]

    assert re.fullmatch(r"[2-9A-Z]{4}-[2-9A-Z]{4}", code)
    assert code in answer.content.decode()
    (line,) = (record for record in caplog.records if record.name == "django.request")
    assert WithCode().filter(line) and line.code == code
    assert client.get("/alamat-yang-tidak-ada/")["X-Request-Id"] != code


def test_our_own_mistake_shows_its_code_too():
    request = ask.get("/")
    request.code = "K7QF-3M2H"
    assert "K7QF-3M2H" in views.server_error(request).content.decode()


def test_a_line_about_nothing_asked_has_a_dash_for_a_code():
    line = logging.makeLogRecord({"msg": "x"})
    assert WithCode().filter(line) and line.code == "-"


def test_a_refusal_of_a_role_is_shown_in_its_own_words():
    assert "Hanya bendahara." in views.forbidden(ask.get("/"), PermissionError("Hanya bendahara.")).content.decode()


@pytest.mark.parametrize(("typed", "words"), [("90.000", "sembilan puluh ribu rupiah"), ("x", ""), ("", "")])
def test_an_amount_being_typed_is_spelled(typed, words):
    assert views.spelled(ask.get("/", {"q": typed})).content.decode() == words


# --- files -----------------------------------------------------------------------------------------------


def test_the_sheets_are_joined_in_their_layers_into_one():
    files = {f"web/{path.name}": (_Folder(), path) for path in STATIC.glob("*.css")}
    joined = storage.joined(files)
    assert "@import" not in joined
    for name in ("tokens", "base", "layout", "parts", "data", "tiny", "print"):
        assert f"@layer {name} {{" in joined
    assert (STATIC / "forms.css").read_text() in joined


class _Folder:
    def open(self, path):
        return path.open("rb")


def test_styles_and_script_stay_within_their_budget():
    def packed(paths) -> int:
        return sum(len(gzip.compress(path.read_bytes(), 9)) for path in paths)

    ours = [path for path in STATIC.glob("*.js") if path.name != "htmx.min.js"]
    assert len(gzip.compress(b"".join(path.read_bytes() for path in STATIC.glob("*.css")), 9)) <= 15_000
    assert packed(ours) <= 15_000
    outbox = {path.name: path for path in (STATIC / "outbox").glob("*.js")}
    every_page = {name: outbox[f"{name}.js"] for name in "start store door".split()}
    assert packed(every_page.values()) <= 4_000
    assert packed(outbox.values()) <= 18_000
    assert packed([STATIC / "icons.svg", STATIC / "art.svg", STATIC / "terraces.svg"]) <= 8_000
    assert (STATIC / "plus-jakarta-sans.woff2").stat().st_size <= 30_000


def test_what_was_taken_from_others_is_what_was_recorded():
    recorded = dict(re.findall(r"`([\w./-]+)` \| .*`([0-9a-f]{64})`", (WEB / "VENDORED.md").read_text()))
    assert len(recorded) >= 5
    for name, digest in recorded.items():
        assert hashlib.sha256((WEB / name).read_bytes()).hexdigest() == digest, name


TEMPLATES = [path for path in WEB.parent.glob("*/templates/**/*.html") if "style" not in path.parts]


def test_every_icon_and_drawing_asked_for_exists():
    icons = set(re.findall(r'id="([\w-]+)"', Path(finders.find("web/icons.svg")).read_text()))
    art = set(re.findall(r'id="([\w-]+)"', Path(finders.find("web/art.svg")).read_text()))
    assert {place.icon for place in nav.places} <= icons
    for path in TEMPLATES:
        words = path.read_text()
        assert set(re.findall(r'{% icon "([\w-]+)"', words)) <= icons, path
        assert set(re.findall(r'{% picture "([\w-]+)"', words)) <= art, path


def test_every_word_asked_for_is_in_the_glossary():
    for path in [*TEMPLATES, *(p for p in WEB.parent.glob("**/*.py") if "tests" not in p.parts)]:
        asked = set(re.findall(r'(?:{% term |\bterm=)"([^"]+)"', path.read_text()))
        assert asked <= {*glossary.TERMS, "…"}, path


# --- without a line --------------------------------------------------------------------------------------


def test_the_worker_is_asked_for_anew_and_names_what_it_keeps(client):
    answer = client.get("/sw.js")
    assert answer["Cache-Control"] == "no-cache" and answer["Content-Type"].startswith("text/javascript")
    said = answer.content.decode()
    assert f'const BUILD = "{worker.build()}"' in said and "/static/web/lumbung.js" in said
    for address in worker.shell():
        assert finders.find(address.removeprefix("/static/")), address


def test_the_page_for_no_line_names_nobody_and_offers_to_try_again(client):
    html = client.get("/tanpa-sambungan/").content.decode()
    assert "Coba lagi" in html and "data-person" not in html


def test_an_app_can_be_installed(client):
    manifest = client.get("/manifest.webmanifest").json()
    assert manifest["display"] == "standalone" and manifest["start_url"] == manifest["scope"] == manifest["id"] == "/"
    assert {icon["sizes"] for icon in manifest["icons"]} >= {"192x192", "512x512"}
    for icon in manifest["icons"]:
        assert finders.find(icon["src"].removeprefix("/static/")), icon


def test_a_file_is_answered_first_with_few_headers(settings):
    """A page has some thirty files, and a slow line pays for every word that is said beside them."""
    headers = {}
    static_headers(headers, "", "")
    assert settings.MIDDLEWARE[0] == "whitenoise.middleware.WhiteNoiseMiddleware"
    assert headers == {"X-Content-Type-Options": "nosniff"} and not settings.WHITENOISE_ALLOW_ALL_ORIGINS
