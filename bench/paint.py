"""How soon the ten main pages are painted on a slow line and processor, what they weigh, what Lighthouse says.

    .venv/bin/python bench/paint.py [--no-lighthouse] [--home FOLDER]

The line carries 400 kbit/s and answers after 400 ms, the processor is four times slower: Chromium's own throttle, and a
first visit (nothing in its store). Lighthouse comes from npm into a temporary folder and judges by its own throttle.
"""

import argparse
import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import machine
from hands import FLAGS, chromium, laptop, launched, sign_in
from playwright.sync_api import sync_playwright
from serving import demo, passphrase

HOME = "/k/karbes/"
PAGES = {
    "Masuk": "/masuk/",
    "Hari Ini": HOME,
    "Iuran": f"{HOME}iuran/",
    "Terima iuran": f"{HOME}iuran/terima/",
    "Tunggakan": f"{HOME}iuran/tunggakan/",
    "Kas": f"{HOME}kas/",
    "Buku kas": f"{HOME}kas/buku/",
    "Simpanan": f"{HOME}simpanan/",
    "Anggota": f"{HOME}anggota/",
    "Laporan": f"{HOME}laporan/",
}
LINE = {"offline": False, "latency": 400, "downloadThroughput": 400_000 / 8, "uploadThroughput": 400_000 / 8}
SLOWER = 4
LARGEST = """() => new Promise((done) => {
  new PerformanceObserver((list) => done(list.getEntries().at(-1).startTime)).observe(
    {type: "largest-contentful-paint", buffered: true});
  setTimeout(() => done(-1), 3000);
})"""
SIGHTS = ("performance", "accessibility", "best-practices", "seo")


def painted(browser, served, state: dict, url: str) -> tuple[float, int]:
    """Seconds to the largest paint, and bytes over the line, of a first visit."""
    page = laptop(browser, served.address, storage_state=state)
    line = page.context.new_cdp_session(page)
    line.send("Network.enable")
    line.send("Network.emulateNetworkConditions", LINE)
    line.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    sizes = []
    line.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    page.goto(url, wait_until="networkidle", timeout=60_000)
    largest = page.evaluate(LARGEST)
    page.context.close()
    return largest / 1000, int(sum(sizes))


def install_lighthouse(folder: Path) -> Path:
    subprocess.run(["npm", "install", "--silent", "--prefix", folder, "lighthouse"], check=True)
    return folder / "node_modules" / ".bin" / "lighthouse"


def judged(lighthouse: Path, served, state: dict, url: str) -> tuple[list[int], list[str]]:
    """The four marks, and what costs any of them."""
    report = served.home / "lighthouse.json"
    headers = (
        {} if url == PAGES["Masuk"] else {"Cookie": "; ".join(f"{c['name']}={c['value']}" for c in state["cookies"])}
    )
    command = [
        lighthouse, served.address + url, "--quiet", "--output=json", f"--output-path={report}",
        f"--chrome-flags=--headless=new {' '.join(FLAGS)}", f"--extra-headers={json.dumps(headers)}",
        f"--only-categories={','.join(SIGHTS)}", "--form-factor=mobile",
    ]  # fmt: skip
    for attempt in range(3):  # on a busy machine it loses its own browser now and then
        if subprocess.run(command, env=os.environ | {"CHROME_PATH": chromium()}, timeout=120).returncode == 0:
            break
        assert attempt < 2, f"Lighthouse gave up on {url}"
    found = json.loads(report.read_text())
    marks = [round(100 * (found["categories"][sight]["score"] or 0)) for sight in SIGHTS]
    return marks, list(costs(found))


def costs(found: dict):
    for sight in SIGHTS:
        for part in found["categories"][sight]["auditRefs"]:
            audit = found["audits"][part["id"]]
            if part["weight"] and audit["score"] is not None and audit["score"] < 0.9:
                yield f"{sight}: {audit['title']} {audit.get('displayValue', '')}".strip()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--no-lighthouse", action="store_true")
    parser.add_argument("--lighthouse", type=Path, help="one that is installed already")
    parser.add_argument("--home", type=Path, help="a demo built before, of which a copy is used")
    options = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="lumbung-lighthouse-"))
    load = os.getloadavg()[0]
    try:
        lighthouse = None if options.no_lighthouse else options.lighthouse or install_lighthouse(folder)
        with demo(built=options.home) as served, sync_playwright() as playwright:
            for told in report(served, launched(playwright), lighthouse):
                print(told, flush=True)
        print("", machine.described(), f"load {load:.1f} before, {os.getloadavg()[0]:.1f} after", sep="\n")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def report(served, browser, lighthouse: Path | None):
    yield "| page | largest paint s | kB | performance | accessibility | best practices | seo |"
    yield "|---|--:|--:|--:|--:|--:|--:|"
    nobody = {"cookies": [], "origins": []}
    page = laptop(browser, served.address)
    sign_in(page, "bendahara", passphrase("bendahara"))
    treasurer = page.context.storage_state()
    why: list[str] = []
    for name, url in PAGES.items():
        state = nobody if url == PAGES["Masuk"] else treasurer
        largest, size = painted(browser, served, state, url)
        marks, costly = judged(lighthouse, served, state, url) if lighthouse else (["–"] * 4, [])
        why += [f"{name}: {what}" for what in costly]
        yield f"| {name} | {largest:.2f} | {size / 1000:.0f} | {' | '.join(map(str, marks))} |"
    yield from ["", *why]


if __name__ == "__main__":
    main()
