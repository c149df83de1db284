"""The file itself: made of its sources, closed to every network, the same when served, fit for eye, hand and paper."""

import base64
import hashlib
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.test import Client

from lumbung.witness.periksa.tests.books import PENGAWAS, village
from lumbung.witness.periksa.tests.conftest import PAGE

ROOT = Path(__file__).parents[4]
VENDOR = PAGE.parent / "vendor"
TEXT = PAGE.read_text()


def digests(tag: str) -> list[str]:
    """Of each element of a kind, as a policy names it."""
    return [
        f"'sha256-{base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode()}'"
        for inside in re.findall(rf"<{tag}>(.*?)</{tag}>", TEXT, re.DOTALL)
    ]


def test_the_page_is_what_its_sources_make():
    assert subprocess.run([sys.executable, ROOT / "bin/periksa.py", "--check"], check=False).returncode == 0


def test_its_policy_lets_in_its_own_scripts_and_styles_and_nothing_else():
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', TEXT)[1]
    wanted = {
        "default-src": ["'none'"], "script-src": digests("script"), "style-src": digests("style"), "img-src": ["data:"],
        "font-src": ["data:"], "base-uri": ["'none'"], "form-action": ["'none'"],
    }  # fmt: skip
    assert {line.split()[0]: line.split()[1:] for line in policy.split("; ")} == wanted
    assert (len(digests("script")), len(digests("style"))) == (2, 1)
    assert TEXT.index("Content-Security-Policy") < TEXT.index("<style>") < TEXT.index("<script>")
    assert not re.search(r"<(script|link|img|iframe)[^>]+(src|href)=\"(?!data:)", TEXT.split("<script>")[0])
    assert not re.search(r"\son\w+=|\sstyle=", TEXT.split("<script>")[0])


def test_the_page_tries_itself_with_the_example_of_the_format_page(checker):
    page = (ROOT / "docs/periksa-format.md").read_text()
    receipt, keys = (page.split("```\n")[at].rstrip("\n") for at in (1, 3))
    example = (PAGE.parent / "src" / "example.js").read_text()
    assert re.sub(r"(@v1) +1  the proof.*", r"\1", receipt) in example and keys in example
    assert not checker.page.is_visible("#message")


def test_a_browser_that_cannot_reckon_is_found_out(checker):
    checker.page.add_init_script("SubtleCrypto.prototype.verify = async () => true")
    checker.page.add_init_script("SubtleCrypto.prototype.digest = async () => new ArrayBuffer(32)")
    checker.open()
    assert "Peramban ini tidak dapat memeriksa dengan benar" in checker.words


def test_what_others_made_is_what_is_written_down():
    recorded = dict(re.findall(r"`([\w.-]+\.js)` \| .*`([0-9a-f]{64})`", (VENDOR / "VENDORED.md").read_text()))
    assert recorded == {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in VENDOR.glob("*.js")}
    assert len(recorded) == 2


def test_the_network_is_shut_even_to_its_own_program(checker):
    refused = checker.page.evaluate(
        """async () => { try { await fetch('https://example.com/'); return 'open' } catch { return 'shut' } }"""
    )
    assert refused == "shut"
    assert checker.page.evaluate(
        """() => new Promise(done => { const image = new Image(); image.onerror = () => done(true);
             image.onload = () => done(false); image.src = 'https://example.com/a.png' })"""
    )
    checker.complaints.clear()  # the browser has told of both


def test_it_is_served_as_it_lies_there_to_anybody_with_its_own_policy(db):
    answer = Client().get("/periksa/")
    assert (answer.status_code, answer.content.decode()) == (200, TEXT)
    policy = answer["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; script-src 'sha256-") and policy.endswith("frame-ancestors 'none'")
    assert "Set-Cookie" not in answer and not answer.cookies
    again = Client().get("/periksa/", headers={"if-none-match": answer["ETag"]})
    assert again.status_code == 304
    assert Client().post("/periksa/").status_code == 405


def test_served_it_works_and_can_be_taken_along(page, tmp_path):
    book = village()
    page.goto("/periksa/")
    page.wait_for_selector("html[data-ready]")
    page.click("#keys details summary")
    page.fill("#policy-text", book.policy(PENGAWAS))
    page.click("#policy button")
    page.fill("#text", book.receipt().as_file())
    page.click("#paste button")
    page.wait_for_selector("[data-verdict=sah]")
    with page.expect_download() as download:
        page.click("#save")
    assert download.value.suggested_filename == "periksa.html"
    assert download.value.path().read_text() == TEXT


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_for_axe_and_nothing_too_wide_in_either_theme(checker, axe, scheme):
    book = village()
    checker.page.emulate_media(color_scheme=scheme)
    found = axe(checker.page)
    checker.trust(book.policy(PENGAWAS))
    wrong = book.receipt().as_file().replace('"20000"', '"90000"')
    for text in (book.receipt().as_file(), book.receipt().on_paper(), wrong, "bukan"):
        checker.check(text)
        for closed in checker.page.query_selector_all("#result details:not([open]) > summary"):
            closed.click()
        found += axe(checker.page)
        assert checker.page.evaluate("document.documentElement.scrollWidth") <= 360
    assert found == []
    checker.complaints.clear()  # axe tries styles of its own


def test_every_control_is_as_large_as_a_thumb(checker):
    small = checker.page.evaluate(
        """() => [...document.querySelectorAll('button, .button, summary, textarea')].filter(e => e.offsetParent)
             .map(e => [e.textContent.trim(), e.getBoundingClientRect().height]).filter(([, height]) => height < 44)"""
    )
    assert small == []


def test_it_can_be_worked_from_the_keyboard_and_speaks_to_a_screen_reader(checker):
    book = village()
    checker.trust(book.policy(PENGAWAS))
    checker.page.evaluate("document.activeElement.blur()")
    for _press in range(20):
        checker.page.keyboard.press("Tab")
        if checker.page.evaluate("document.activeElement.id") == "text":
            break
    checker.page.keyboard.insert_text(book.receipt().as_file())
    checker.page.keyboard.press("Tab")
    checker.page.keyboard.press("Enter")
    checker.page.wait_for_selector("[data-verdict=sah]")
    assert checker.page.evaluate("document.activeElement.className") == "verdict"
    assert checker.page.get_attribute("#result", "role") == "status"
    assert checker.page.title() == "Sah · Periksa kuitansi"


def test_on_paper_only_the_answer_is_left(checker):
    book = village()
    checker.trust(book.policy(PENGAWAS))
    checker.check(book.receipt().as_file())
    checker.page.emulate_media(media="print")
    assert checker.page.is_visible(".verdict") and checker.page.is_visible(".facts")
    assert not any(checker.page.is_visible(part) for part in ("#bring", "#keys", "#language", ".no-print"))


def test_without_script_it_says_why_it_can_do_nothing(browser):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(PAGE.as_uri())
    assert "JavaScript harus menyala" in page.inner_text("main")
    context.close()


def test_the_camera_reads_a_receipt_held_before_it(browser, tmp_path):
    """A camera of still pictures: what `getUserMedia` gives is a canvas with the code on it."""
    from PIL import Image

    from lumbung.receipts import codes

    book = village()
    made = codes.code(book.receipt().on_screen())
    made.save(tmp_path / "kode.png", scale=5, border=4)
    picture = Image.new("L", (1280, 960), 200)
    picture.paste(Image.open(tmp_path / "kode.png").convert("L"), (200, 100))
    picture.save(tmp_path / "bingkai.png")
    shown = base64.b64encode((tmp_path / "bingkai.png").read_bytes()).decode()
    context = browser.new_context(offline=True)
    page = context.new_page()
    page.add_init_script(
        """navigator.mediaDevices.getUserMedia = async () => {
             const bytes = Uint8Array.from(atob('PICTURE'), char => char.charCodeAt(0));
             const image = await createImageBitmap(new Blob([bytes])), canvas = document.createElement('canvas');
             [canvas.width, canvas.height] = [image.width, image.height];
             const paint = () => { canvas.getContext('2d').drawImage(image, 0, 0); setTimeout(paint, 50) };
             paint();
             return canvas.captureStream(20);
           }""".replace("PICTURE", shown)
    )
    page.goto(PAGE.as_uri())
    page.wait_for_selector("html[data-ready]")
    page.click("#camera")
    page.wait_for_selector(".result")
    assert page.get_attribute(".result", "data-verdict") == "kunci-belum-dikenal"
    assert "Rp20.000" in page.inner_text(".result") and not page.is_visible("#finder")
    context.close()


def test_a_camera_that_may_not_be_used_leads_to_a_picture(checker):
    checker.page.evaluate("() => { navigator.mediaDevices.getUserMedia = () => Promise.reject(new Error('no')) }")
    checker.page.click("#camera")
    checker.page.wait_for_selector("#message:not([hidden])")
    assert "Potret kodenya, lalu pilih gambarnya" in checker.words
