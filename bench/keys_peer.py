"""The daily tasks that django-ledger's own web client can do, driven in Chromium from its dashboard.

LEFT_OUT says which it cannot, and why.
"""

import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import serving
from hands import Hands
from keys_facts import FACTS

PACKAGE = "django-ledger==0.8.*"
SERVER = Path(__file__).with_name("peers") / "web_ledger.py"
CASH, SAVINGS, SALES = "a", "e", "ee"  # typed in its list of accounts: ASSETS – Kas, the first and second EQUITY
LEFT_OUT = {
    "thirty_dues": "an entry holds six lines on its page and no member; it would be thirty times one due",
    "a_rapel": "it knows no months of a member: three months are one entry, as one due is",
    "cash_out_with_photo": "an entry takes no picture",
    "arrear_and_reminder": "it knows no dues, so nobody is behind with them, and it sends no message",
    "count_cash": "it has no page for it",
}


@contextlib.contextmanager
def served() -> Iterator[str]:
    """The address of the peer, installed into an environment of its own, with one entity of four accounts."""
    folder = Path(tempfile.mkdtemp(prefix="lumbung-peer-"))
    try:
        subprocess.run([sys.executable, "-m", "venv", folder / "env"], check=True)
        python = folder / "env" / "bin" / "python"
        wanted = [PACKAGE, "Django<6"]
        subprocess.run([python, "-m", "pip", "install", "--quiet", "--quiet", *wanted], check=True)
        environment = os.environ | {"LUMBUNG_HOME": str(folder)}
        with serving.served([str(python), str(SERVER)], environment) as port:
            yield f"http://localhost:{port}"
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def sign_in(page) -> str:
    """Sign in as its treasurer; the address of the dashboard."""
    page.goto("/auth/login/")
    page.fill("[name=username]", "bendahara")
    page.fill("[name=password]", "bendahara")
    page.keyboard.press("Enter")
    page.wait_for_url("**/my-dashboard/")
    return page.locator("a[href*='/dashboard/'][href*='/entity/']").last.get_attribute("href")


def one_due(hands: Hands) -> None:
    entry(hands, f"Iuran {FACTS['name']} bln Nov", [(CASH, "d", FACTS["due"]), (SAVINGS, "c", FACTS["due"])])


def cash_in(hands: Hands) -> None:
    entry(hands, FACTS["sold_what"], [(CASH, "d", FACTS["sold"]), (SALES, "c", FACTS["sold"])])


def reverse(hands: Hands) -> None:
    """It has no deed for it: an entry the other way."""
    told = f"Batal {FACTS['sold_what']}, {FACTS['reason']}"
    entry(hands, told, [(SALES, "d", FACTS["sold"]), (CASH, "c", FACTS["sold"])])


def new_member(hands: Hands) -> None:
    """A customer is the nearest that it has."""
    hands.tap("a[href*='/customer/'][href$='/list/']", then="a[href*='/customer/'][href$='/create/']")
    hands.tap("a[href*='/customer/'][href$='/create/']", then="[name=customer_name]")
    hands.tap("[name=customer_name]")
    hands.type(FACTS["new_name"])
    hands.tap("[name=address_1]")
    hands.type(f"{FACTS['new_address']} RT {FACTS['new_rt']} RW {FACTS['new_rw']}")
    hands.tap("[name=phone]")
    hands.type(FACTS["new_phone"])
    hands.press("Enter", then=f"td:has-text('{FACTS['new_name']}')")


def month_statement(hands: Hands) -> None:
    hands.tap("a[href*='income-statement']", then="a:has-text('Nov')")
    hands.tap("a:has-text('Nov')", then="table")


def entry(hands: Hands, memo: str, lines: list[tuple[str, str, str]]) -> None:
    """A journal entry, its two lines, locked and posted: until then it does not count."""
    hands.tap("a[href*='/ledger/'][href$='/visible/']", then="a[href*='/journal-entry/']")
    hands.tap("a[href*='/journal-entry/']", then="a:has-text('Create Entry')")
    hands.tap("a:has-text('Create Entry')", then="textarea[name=description], input[name=description]")
    hands.tap("[name=description]")
    hands.type(memo)
    hands.tap("form:has([name=description]) button[type=submit]", then="a:has-text('Transactions')")
    hands.tap("a:has-text('Transactions')", then="[name=form-0-account]")
    hands.tap("[name=form-0-account]")
    for place, (account, side, amount) in enumerate(lines):
        hands.press("Tab", times=3 * int(place > 0))  # past what is told of a line, and its box to delete it
        hands.type(account)
        hands.press("Enter", times=int(place == 0))  # the list that the tap opened
        hands.press("Tab")
        hands.type(side)
        hands.press("Tab")
        hands.type(amount)
    hands.press("Enter", then="[name=form-1-amount][value]")
    hands.tap("a[href*='mark-as-locked']", then="a[href*='mark-as-posted']")
    hands.tap("a[href*='mark-as-posted']", then="a[href*='mark-as-unposted']")


TASKS = (one_due, cash_in, new_member, reverse, month_statement)
