"""Signing in as people do, for the browser tests of every package."""

PASSPHRASE = "padi menguning 2025"


def signed_in(page, address: str, who: str = "sri"):
    """The page at an address, for somebody whose passphrase is PASSPHRASE."""
    page.goto(f"/masuk/?next={address}")
    page.fill("[name=login]", who)
    page.fill("[name=password]", PASSPHRASE)
    page.click("button.main")
    page.wait_for_url(f"**{address}")
    return page
