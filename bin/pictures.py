"""Photograph every page of the running demo, on a laptop and on a phone, and write docs/pictures.md, their index.

A page of one person or entry is found as people find it: by the first link of a list. Nothing is booked; a workbook
that was brought to be looked at is swept away after a day.
"""

import argparse
import shutil
import sys
import tomllib
from io import BytesIO
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from lumbung.demo.signins import sign_ins  # noqa: E402 - the demo's own list of passphrases

FOLDER, INDEX, PAGES = ROOT / "docs" / "gambar", ROOT / "docs" / "pictures.md", ROOT / "docs" / "pictures.toml"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
WIDTHS = {1280: {"height": 800}, 360: {"height": 740}}
TALLEST = {1280: 1500, 360: 1800}  # of a long list the beginning is enough
LARGEST = 120_000  # bytes of one picture
COLOURS = (256, 128, 64, 32)
HEAD = """# Every page, in pictures

The pilot of Malang as `bin/demo` builds it, at 1280 px and 360 px. Made by `bin/pictures`; the list is in
`docs/pictures.toml`.
"""


def main():
    options = arguments()
    pages = tomllib.loads(PAGES.read_text())["page"]
    chosen = [one for one in pages if not options.names or one["name"] in options.names]
    missed = take(chosen, options)
    if options.theme == "light":
        write_index(pages)
    sys.exit("\n".join(missed) or 0)


def arguments():
    parser = argparse.ArgumentParser(prog="bin/pictures", description=__doc__.splitlines()[0])
    parser.add_argument("names", nargs="*", metavar="NAME", help="only these pages")
    parser.add_argument("--address", default="http://localhost:8000", help="where the demo serves")
    parser.add_argument("--folder", type=Path, default=FOLDER, help="where the pictures go (docs/gambar)")
    parser.add_argument("--theme", choices=["light", "dark"], default="light")
    return parser.parse_args()


def take(pages, options) -> list[str]:
    """Photograph each page at each width, by whoever opens it; what could not be taken, a line each."""
    from playwright.sync_api import sync_playwright

    options.folder.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox", "--disable-gpu"])
        missed = []
        for who in dict.fromkeys(one["who"] for one in pages):
            state = signed_in(browser, options.address, who)
            for width in WIDTHS:
                context = opened(browser, options, width, state)
                mine = [one for one in pages if one["who"] == who]
                missed += [line for one in mine for line in photograph(context.new_page(), one, width, options)]
                context.close()
        return missed


def chromium() -> str:
    return next(filter(None, map(shutil.which, BROWSERS)), None) or sys.exit("Install chromium first.")


def opened(browser, options, width, state):
    size = {"width": width, **WIDTHS[width]}
    context = browser.new_context(
        base_url=options.address, viewport=size, storage_state=state, locale="id-ID", color_scheme=options.theme,
        reduced_motion="reduce", timezone_id="Asia/Jakarta", service_workers="block",
    )  # fmt: skip
    context.set_default_timeout(8_000)
    return context


def signed_in(browser, address: str, who: str):
    """The cookies of somebody of the demo; nobody has none."""
    context = browser.new_context(base_url=address, locale="id-ID")
    for one in sign_ins():
        if one.login_name == who:
            page = context.new_page()
            page.goto("/masuk/")
            page.fill("[name=login]", who)
            page.fill("[name=password]", one.passphrase)
            page.click("button.main")
            page.wait_for_url(lambda url: "/masuk/" not in url)
    return context.storage_state()


def photograph(page, one, width, options) -> list[str]:
    """Walk to the page, photograph it, keep the picture small; a line when the walk led nowhere."""
    page.on("response", lambda answer: wrong.append(f"{answer.status} {answer.url}") if answer.status >= 400 else None)
    wrong: list[str] = []
    try:
        page.goto(one["at"])
        for step in one.get("then", []):
            follow(page, step)
        page.wait_for_load_state("networkidle")
        assert not wrong, f"was answered {wrong[0]}"
        stretch(page, width)
        shrink(page.screenshot(), options.folder / f"{one['name']}-{width}.png")
    except Exception as error:  # the other pictures are still worth taking
        return [f"{one['name']} at {width}: {str(error).splitlines()[0]}"]
    finally:
        page.close()
    return []


def follow(page, step: str) -> None:
    """`a.x` follows the first such link; `press button.x` presses; `bring file` chooses a file of this checkout."""
    deed, _, rest = step.partition(" ")
    if deed == "press":
        page.locator(rest).first.click()
        page.wait_for_load_state()
    elif deed == "bring":
        page.set_input_files("input[type=file]", ROOT / rest)
    else:
        page.goto(page.locator(step).first.evaluate("link => link.href"))


def stretch(page, width: int) -> None:
    """A window as tall as the page, so that what sticks to its edges does; a dialog keeps the window it opened in."""
    if page.locator("dialog[open]").count() == 0:
        tall = page.evaluate("document.documentElement.scrollHeight")
        page.set_viewport_size({"width": width, "height": max(WIDTHS[width]["height"], min(tall, TALLEST[width]))})


def shrink(png: bytes, file: Path) -> None:
    """As many colours as fit into the budget."""
    with Image.open(BytesIO(png)) as taken:
        picture = taken.convert("RGB")
    for colours in COLOURS:
        picture.quantize(colours, dither=Image.Dither.NONE, kmeans=1).save(file, optimize=True)
        if file.stat().st_size <= LARGEST:
            return


def write_index(pages) -> None:
    lines = [HEAD, "| page | the question it answers | laptop | phone |", "| --- | --- | --- | --- |"]
    for one in pages:
        pictures = [f"[{width}](gambar/{one['name']}-{width}.png)" for width in WIDTHS]
        lines.append(f"| {one['title']} | {one['answers']} | {' | '.join(pictures)} |")
    shown = [one for one in pages if one.get("shown")]
    lines += ["", *(f"## {one['title']}\n\n![{one['answers']}](gambar/{one['name']}-1280.png)\n" for one in shown)]
    INDEX.write_text("\n".join(lines).rstrip() + "\n")


if __name__ == "__main__":
    main()
