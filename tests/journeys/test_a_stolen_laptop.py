"""The night the laptop is stolen: sheets on paper, a stick at home, and the books stand again on another machine."""

import sqlite3
from datetime import date

import pytest

from lumbung import ids
from lumbung.backup import actions, background
from lumbung.cash import actions as cash
from lumbung.cash import reports as places
from lumbung.cooperatives.tenant import acting_for
from lumbung.money import rp
from lumbung.site import cli
from lumbung.sql import SQLITE, engine

pytestmark = pytest.mark.skipif(engine() != SQLITE, reason="a laptop")
WIDTH = "document.documentElement.scrollWidth"


@pytest.fixture
def laptop(office, settings, tmp_path, monkeypatch):
    """A home with a day's receipts, and one empty stick in the laptop's side."""
    settings.HOME = tmp_path / "laptop"
    settings.HOME.mkdir()
    (settings.HOME / "secret-key").write_text(settings.SECRET_KEY)
    (tmp_path / "usb").mkdir()
    monkeypatch.setenv("LUMBUNG_STICKS", str(tmp_path / "usb"))
    monkeypatch.setattr("lumbung.backup.places._mounted", list)
    monkeypatch.setattr(background, "start", lambda *words, told="": cli.main(list(words)))  # in this very process
    with acting_for(office.id):
        place = places.general(office.id)
        for day in (5, 6, 7):
            cash.receive(
                category="grant.cash", amount=rp(50_000), on=date(2025, 1, day), by=1, place=place,
                request_id=ids.new_request(), memo="Bantuan",
            )  # fmt: skip
    return tmp_path


@pytest.mark.slow
def test_from_paper_and_a_stick_to_books_that_stand_again(phone, office, laptop, axe, capfd):
    office.sign_in(phone, "bendahara")
    phone.get_by_role("link", name="Belum pernah dicadangkan", exact=True).click()
    assert axe(phone) == [] and phone.evaluate(WIDTH) <= 360

    # the sheets come once, as paper
    with phone.context.expect_event("response", lambda answer: answer.url.endswith("/lembar/")) as came:
        phone.get_by_role("button", name="Buat lembar pemulihan").click()
    assert came.value.headers["content-type"] == "application/pdf"
    sheets = _sheets_again()  # a download's body is the browser's own; the same button for somebody who prints anew
    phone.goto(office.at("cadangan/"))
    for at, sheet in enumerate(sheets):
        phone.locator(f"[name=w{at}]").fill(sheet.half.words)
    phone.get_by_role("button", name="Lembarnya sudah di tangan").click()

    phone.get_by_role("button", name="Pakai stik ini").click()
    phone.get_by_role("button", name="Cadangkan sekarang").click()
    phone.get_by_text("Cadangan terakhir hari ini").first.wait_for()
    phone.get_by_text("Aman", exact=True).wait_for()
    assert axe(phone) == [] and phone.evaluate(WIDTH) <= 360

    # the laptop is gone: another machine, the stick, two officers
    (copy,) = (laptop / "usb").glob("*.cadangan")
    ketua, bendahara = sheets[0].half.text.lower(), sheets[1].half.text.replace("-", " ")
    words = ["restore", str(copy), "--into", str(laptop / "baru"), "--key", ketua, "--key", bendahara]
    assert cli.main(words) == 0
    assert "3 catatan pulih" in capfd.readouterr().out
    with sqlite3.connect(laptop / "baru" / "lumbung.sqlite3") as books:
        assert books.execute("SELECT count(*) FROM ledger_entry").fetchone() == (3,)


def _sheets_again():
    from lumbung import clock

    return actions.make_keys(at=clock.now(), by="Sumiati Utomo")
