"""Every page of every role, asked for by its table in `tests.pages`: it opens, it is sound, it speaks Indonesian."""

import gettext
import re
from collections import Counter
from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from lumbung import clock, ids
from lumbung.cooperatives.tenant import acting_for
from lumbung.dues import actions as dues
from lumbung.members.actions import register_many
from lumbung.money import rp
from lumbung.security.models import Person
from lumbung.sql.engine import SQLITE, engine
from tests.fuzz.town import rows_of
from tests.pages import PAGES, PERSONAL, ROLES, SLUG, addresses, pages_within
from tests.runtime import runtime_role
from tests.village import build_village

TODAY = datetime(2026, 3, 20, 3, tzinfo=UTC)
ENGLISH = re.compile(r"\b(the|and|of|is|are|this|please|your|with|from|required|select|page)\b", re.IGNORECASE)
VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "use", "path"}
WORDS = ("aria-label", "title", "placeholder", "alt", "data-label")
MORE_MEMBERS = 45


@pytest.fixture
def village(db):
    """The small cooperative, on a day in March: what the addresses name. On PostgreSQL as the role that may little."""
    with clock.frozen(TODAY), runtime_role():
        yield build_village(clock.today())


@pytest.fixture
def browsers(village):
    """A client for each role."""
    found = {}
    for role in ROLES:
        found[role] = Client()
        found[role].force_login(Person.objects.get(login_name=role))
    return found


def is_file(address: str) -> bool:
    """A download, which takes its time to be made: once is enough."""
    return address.split("?")[0].endswith((".pdf", ".xlsx", ".jpg", ".txt", "/pdf/", "/excel/"))


def test_every_page_is_in_the_table():
    """A new page is added to PAGES in tests/pages.py, with an address that opens it."""
    assert sorted(pages_within()) == sorted(PAGES)


def test_each_page_opens_to_each_role_that_may(village, browsers):
    views = pages_within()
    missed = [
        f"{address} as {role}: {status}"
        for name, address, who in addresses(village)
        for role in ([who] if is_file(address) or name in PERSONAL else ROLES)
        if role in views[name].allowed and (status := browsers[role].get(address, follow=True).status_code) != 200
    ]
    assert missed == []


def written() -> int:
    """How many rows the database has added, changed or taken away in this transaction, undone ones too."""
    if engine() == SQLITE:
        return connection.connection.total_changes
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT coalesce(sum(n_tup_ins + n_tup_upd + n_tup_del), 0)::bigint FROM pg_stat_xact_user_tables"
        )
        return cursor.fetchone()[0]


# who looked at a member; which book was printed when, and the chair's task when it names all of them
TRAILS = {"portal_look", "books_printing", "cooperatives_task"}


def test_looking_twice_changes_nothing(village, browsers):
    """Every page and file by GET: a link in a message, a preview, a browser that fetches ahead do no deed.

    That somebody looked is all that may be written.
    """
    changed, last, rows = [], written(), rows_of(village["cooperative"], TRAILS)
    for _name, address, who in addresses(village):
        for _twice in range(1 if is_file(address) else 2):
            browsers[who].get(address)
        if written() != last:
            last, before, rows = written(), rows, rows_of(village["cooperative"], TRAILS)
            changed += [address] if rows != before else []
    assert changed == []


HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
ALONE = {"default-src 'none'", "sandbox"}  # a picture that somebody sent
STRICT = {"default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'", "base-uri 'none'",
          "form-action 'self'", "object-src 'none'"}  # fmt: skip


def faults_of_headers(answer, *, signed_in=True) -> list[str]:
    """What an answer does not say that each must say, whatever its status."""
    kind = answer.get("Content-Type", "")
    policy = {each.strip() for each in answer.get("Content-Security-Policy", "").split(";")}
    found = [name for name, value in HEADERS.items() if answer.get(name) != value]
    found += (
        []
        if policy == ALONE
        else sorted(STRICT - policy) + [each for each in policy if "unsafe" in each or "*" in each]
    )
    found += ["no charset"] if kind.startswith("text/") and "charset=utf-8" not in kind.lower() else []
    found += ["no type"] if answer.get("Content-Length") != "0" and not kind and answer.status_code == 200 else []
    found += ["may be kept"] if signed_in and "no-store" not in answer.get("Cache-Control", "") else []
    found += ["HSTS"] if "Strict-Transport-Security" in answer else []  # on a laptop it would lock localhost
    for name, cookie in answer.cookies.items():
        safe = cookie["secure"] and cookie["samesite"] == "Lax" and cookie["path"] == "/" and not cookie["domain"]
        found += [] if safe and (name in CHOICES or name.startswith("__Host-") and cookie["httponly"]) else [name]
    return found


CHOICES = {"bahasa", "tema"}  # of the screen, no secret


def test_each_answer_says_what_a_browser_may_do_with_it(village, browsers):
    wrong = []
    for _name, address, who in addresses(village):
        wrong += [f"{address}: {what}" for what in faults_of_headers(browsers[who].get(address))]
    for address in ("/masuk/", "/kartu/", "/panduan/", "/k/tidak-ada/", "/tidak-ada/", "/sw.js"):
        answer = Client().get(address, secure=True)
        wrong += [f"{address}: {what}" for what in faults_of_headers(answer, signed_in=False)]
    assert wrong == []


# --- sound and Indonesian -----------------------------------------------------------------------------------------


class Page(HTMLParser):
    """What a page is made of: its tags, the words that people read or hear, and what may not be there."""

    def __init__(self, html: str):
        super().__init__()
        self.tags, self.words, self.wrong, self.open = Counter(), [], [], []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        facts = dict(attrs)
        self.tags[tag] += not any(parent == "svg" for parent, _language in self.open)
        self.wrong += [f"{tag} {name}" for name in facts if name == "style" or name.startswith("on")]
        self.wrong += ["inline script"] if tag == "script" and "src" not in facts else []
        self.wrong += ["no language"] if tag == "html" and not facts.get("lang") else []
        self.words += [facts[name] for name in WORDS if facts.get(name)]
        if tag not in VOID:
            self.open.append((tag, facts.get("lang")))

    def handle_endtag(self, tag):
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data):
        silent = any(tag in ("script", "style", "kbd") or language == "en" for tag, language in self.open)
        if data.strip() and not silent:
            self.words.append(" ".join(data.split()))


def english_words() -> set[str]:
    """Every translation that is not a word of the Indonesian pages as well."""
    file = Path(__file__).parent.parent / "lumbung" / "locale" / "en" / "LC_MESSAGES" / "django.mo"
    with file.open("rb") as compiled:
        catalogue = gettext.GNUTranslations(compiled)._catalog
    indonesian = {key[0] if isinstance(key, tuple) else key for key in catalogue}
    return set(catalogue.values()) - indonesian


def complaints(html: str, english: set[str]) -> list[str]:
    page = Page(html)
    found = list(page.wrong)
    found += [f"{page.tags[tag]} {tag}" for tag in ("html", "title", "h1", "main") if page.tags[tag] != 1]
    return found + [f"English: {words}" for words in page.words if words in english or ENGLISH.search(words)]


def test_each_page_is_sound_and_speaks_indonesian(village, browsers):
    english, wrong = english_words(), []
    for _name, address, who in addresses(village):
        answer = None if is_file(address) else browsers[who].get(address)
        if answer and b"<html" in answer.content:
            wrong += [f"{address}: {what}" for what in complaints(answer.content.decode(), english)]
    assert wrong == []


@pytest.mark.parametrize(
    "html",
    ["<p style='x'>", "<p onclick='x'>", "<script>x</script>", "<h1>a</h1><h1>b</h1>", "<p>Select the month</p>"],
)
def test_an_unsound_page_is_noticed(html):
    whole = f"<html lang='id'><title>x</title><main>{html}</main>"
    sound = whole.replace(html, "<h1>Kas</h1>")
    assert complaints(sound, set()) == []
    assert complaints(whole, set()) not in ([], ["0 h1"])


def test_english_by_switch_on_each_page(village, browsers):
    wrong = []
    for browser in browsers.values():
        browser.cookies["bahasa"] = "en"
    for _name, address, who in addresses(village):
        html = "" if is_file(address) else browsers[who].get(address).content.decode()
        if "<html" in html and not ('<html lang="en"' in html and "Skip to the content" in html):
            wrong.append(address)
    assert wrong == []


# --- how many questions -------------------------------------------------------------------------------------------


def questions(browsers, village) -> dict[str, int]:
    """How often each page asks the database; asked once before, so that what is kept is kept."""
    counted = {}
    for _name, address, who in addresses(village):
        if not is_file(address):
            browsers[who].get(address)
            with CaptureQueriesContext(connection) as asked:
                browsers[who].get(address)
            counted[address] = len(asked)
    return counted


def test_no_page_asks_more_for_many_rows_than_for_few(village, browsers):
    few = questions(browsers, village)
    more_members_who_pay(village["cooperative"])
    many = questions(browsers, village)

    assert {address: (few[address], count) for address, count in many.items() if count > few[address]} == {}
    most = {  # these ask every package
        f"/k/{SLUG}/": 75,
        f"/k/{SLUG}/tutup-bulan/": 110,
        f"/k/{SLUG}/pengawasan/tanda/": 70,
    }
    assert {address: count for address, count in many.items() if count > most.get(address, 60)} == {}


def more_members_who_pay(cooperative_id: int) -> None:
    today = clock.today()
    rows = [{"full_name": f"Sutini {number}", "joined_on": today.replace(day=2)} for number in range(MORE_MEMBERS)]
    with acting_for(cooperative_id):
        joined = register_many(cooperative_id=cooperative_id, rows=rows, by=1)
        paid = [dues.Due(member, rp(20_000), today, ids.new_request()) for member in joined]
        dues.pay_many(cooperative_id=cooperative_id, dues=paid, by=1)


# --- over the line ------------------------------------------------------------------------------------------------


def test_pages_are_folded_small_and_pictures_go_as_they_are(village, browsers):
    folds = {"Accept-Encoding": "gzip"}
    urls = {name: address for name, address, _who in addresses(village)}
    grid, slip = (browsers["bendahara"].get(urls[name], headers=folds) for name in ("dues:grid", "cash:slip"))

    assert grid["Content-Encoding"] == "gzip" and len(grid.content) < 20_000
    assert "Content-Encoding" not in slip


def test_the_door_asks_for_no_more_script_than_it_uses(db):
    html = Client().get("/masuk/").content.decode()
    assert re.findall(r'<script[^>]*src="/static/web/([a-z.]+?)\.', html) == ["door"]
