"""The ten daily tasks: taps, keys and seconds by the keystroke-level model, beside Excel and another web client.

    .venv/bin/python bench/keys.py [--no-peer] [--home FOLDER]

Ours and the peer's are driven in Chromium, so that what is counted was really sent and really did the work; those of
Excel are written out step by step in keys_excel.toml. The time that pages took is measured and told apart (R).
"""

import argparse
import os
from pathlib import Path

import keys_ours
import keys_peer
import klm
import machine
from hands import Hands, laptop, launched, sign_in
from keys_facts import FACTS
from playwright.sync_api import sync_playwright
from serving import demo, passphrase

HOME = "/k/karbes/"
TOLD = (
    "one due", "thirty dues at a gathering", "three months at once", "cash in", "cash out, photo of the slip",
    "new member", "find an arrear, remind by WhatsApp", "reverse an entry", "count the cash", "the month's statement",
)  # fmt: skip


def in_lumbung(playwright, built: Path | None) -> dict[str, Hands]:
    with demo(built=built) as served:
        page = laptop(launched(playwright), served.address)
        page.context.route("https://wa.me/**", lambda route: route.fulfill(body="WhatsApp"))
        sign_in(page, "bendahara", passphrase("bendahara"))
        page.goto(f"{HOME}iuran/tunggakan/")
        FACTS["name"] = page.locator("tbody th a").nth(3).inner_text()
        return {task.__name__: done(page, task, HOME) for task in keys_ours.TASKS}


def in_peer(playwright) -> dict[str, Hands]:
    with keys_peer.served() as address:
        page = laptop(launched(playwright), address)
        home = keys_peer.sign_in(page)
        return {task.__name__: done(page, task, home) for task in keys_peer.TASKS}


def done(page, task, start: str) -> Hands:
    """One task from the first page, with the hand on the mouse."""
    page.goto(start)
    page.wait_for_load_state("networkidle")
    hands = Hands(page)
    task(hands)
    return hands


def table(ours: dict[str, Hands], peer: dict[str, Hands]) -> list[str]:
    lines = ["| task | Lumbung | R | Excel a | Excel b | django-ledger | R |", "|---|--:|--:|--:|--:|--:|--:|"]
    for told, (name, hands) in zip(TOLD, ours.items(), strict=True):
        excel = [shown(klm.counted(klm.excel()[name], book)) for book in "ab"]
        theirs = (shown(peer[name].tally), f"{peer[name].waited:.1f}") if name in peer else ("–", "")
        lines.append("| " + " | ".join([told, shown(hands.tally), f"{hands.waited:.1f}", *excel, *theirs]) + " |")
    return lines


def shown(tally: klm.Tally) -> str:
    return f"{tally.taps}, {tally.keys}: **{tally.seconds:.0f}**"


def not_lower(ours: dict[str, Hands], peer: dict[str, Hands]) -> list[str]:
    """Tasks that take longer here than somewhere else."""
    return [
        name
        for name, hands in ours.items()
        for other in [
            *(klm.counted(klm.excel()[name], book) for book in "ab"),
            *(p.tally for p in [peer.get(name)] if p),
        ]
        if hands.tally.seconds >= other.seconds
    ]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--no-peer", action="store_true")
    parser.add_argument("--home", type=Path, help="a demo built before, of which a copy is used")
    options = parser.parse_args()
    load = os.getloadavg()[0]
    with sync_playwright() as playwright:
        ours = in_lumbung(playwright, options.home)
        peer = {} if options.no_peer else in_peer(playwright)
    print(machine.described(), f"load {load:.1f} before, {os.getloadavg()[0]:.1f} after", "", sep="\n")
    print(*table(ours, peer), "", *(f"not lower: {name}" for name in not_lower(ours, peer)), sep="\n")


if __name__ == "__main__":
    main()
