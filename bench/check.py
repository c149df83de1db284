"""How long the page takes to check a receipt, on a processor four times slower.

    .venv/bin/python bench/check.py [--slower 4] [--rounds 30]

By `performance.now()` in Chromium, in the file as it lies on disk: the whole judgement of a text that was pasted, from
its characters to the verdict, keys already known; and the same with the page's own Ed25519, where a browser has none.
Wanted: below 50 ms with the browser's.
"""

import argparse
import os
import shutil
import statistics
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lumbung.site.settings")

import django

django.setup()

from playwright.sync_api import sync_playwright

from lumbung.receipts.tests.test_proofs import in_a_book_of
from lumbung.witness.periksa.tests.books import DINAS, PENGAWAS, Book, dues

PAGE = ROOT / "lumbung" / "witness" / "periksa" / "periksa.html"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
MEASURE = """async ([text, policy, own, rounds]) => {
  const trusted = [await Periksa.readPolicy(policy)], times = [];
  let verdict;
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    [{ verdict }] = await Periksa.judgeAll(text, trusted, { own });
    times.push(performance.now() - start);
  }
  return [verdict, times];
}"""


def main():
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--slower", type=int, default=4)
    asked.add_argument("--rounds", type=int, default=30)
    options = asked.parse_args()
    browser = next(filter(None, map(shutil.which, BROWSERS)))
    print("| receipt | signatures | Ed25519 | first, ms | median, ms | slowest, ms |\n|---|--:|---|--:|--:|--:|")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox", "--disable-gpu"])
        for name, text, policy, signatures in receipts():
            for own in (False, True):
                times = measured(running, text, policy, own, options)
                first, middle, worst = times[0], statistics.median(times), max(times)
                whose = "ours" if own else "browser's"
                print(f"| {name} | {signatures} | {whose} | {first:.1f} | {middle:.1f} | {worst:.1f} |")
        running.close()


def receipts():
    """(name, text, policy, signatures): a small witnessed book, and a proof as long as paper can carry."""
    small = Book([dues(2_000_000, member) for member in range(1, 41)], witnesses=[PENGAWAS, DINAS])
    yield "40 entries, 2 witnesses, personal part", small.receipt(7).as_file(), small.policy(PENGAWAS, DINAS), 3
    yield "131,072 entries, as on paper", in_a_book_of(131_072).on_paper(), small.policy(), 1


def measured(running, text, policy, own, options) -> list[float]:
    page = running.new_page()
    page.goto(PAGE.as_uri())
    page.wait_for_selector("html[data-ready]")
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": options.slower})
    verdict, times = page.evaluate(MEASURE, [text, policy, own, options.rounds])
    page.close()
    assert verdict == "sah", verdict
    return times


if __name__ == "__main__":
    main()
