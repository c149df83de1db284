"""The ten daily tasks in Lumbung, each from Hari Ini, signed in as the treasurer, with the hand on the mouse."""

import re
import tempfile
from pathlib import Path

from hands import Hands
from keys_facts import FACTS
from PIL import Image

NAV = ".side .nav a"
PIECES = (100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000)


def one_due(hands: Hands) -> None:
    hands.tap("a.deed.first", then="lumbung-picker input:focus")
    hands.type(FACTS["name"], then="[role=option]")
    hands.press("Enter")
    hands.press("Tab")
    hands.type(FACTS["due"])
    hands.press("Enter", then=".receipt")


def thirty_dues(hands: Hands) -> None:
    hands.tap(f"{NAV}:has-text('Iuran')", then="a:has-text('Kumpulkan')")
    hands.tap("#main a:has-text('Kumpulkan'), .head a:has-text('Kumpulkan')", then="a:has-text('Mulai kumpulkan')")
    hands.tap("a:has-text('Mulai kumpulkan')", then="input[name=name]:focus")
    hands.type("Arisan RT 3")
    hands.press("Enter", then=".collect")
    hands.tap("a.filter:has-text('Belum lunas')", then="a.filter[aria-current=true]:has-text('Belum lunas')")
    hands.tap(".collect input[name=amount]")
    for count in range(1, FACTS["payers"] + 1):
        hands.press("Enter", thinking=True, then=f"#tally >> text=/^{count} orang/")


def a_rapel(hands: Hands) -> None:
    hands.tap("a.deed.first", then="lumbung-picker input:focus")
    hands.type(FACTS["name"], then="[role=option]")
    hands.press("Enter")
    hands.press("Tab")
    hands.type(FACTS["rapel"])
    hands.press("Enter", then=".receipt")


def cash_in(hands: Hands) -> None:
    hands.tap("a.deed:has-text('Uang masuk')", then="a.tile")
    hands.tap("a.tile:has-text('kepada siapa saja')", then="input[name=amount]:focus")
    hands.type(FACTS["sold"])
    hands.press("Tab")
    hands.type(FACTS["sold_what"])
    hands.press("Enter", then=".receipt")


def cash_out_with_photo(hands: Hands) -> None:
    hands.tap("a.deed:has-text('Uang keluar')", then="a.tile")
    hands.tap("a.tile:has-text('Listrik')", then="input[name=amount]:focus")
    hands.type(FACTS["spent"])
    hands.press("Tab")
    hands.type(FACTS["spent_on"])
    hands.choose_file("input[type=file]", slip())
    hands.tap("button.main:has-text('Simpan')", then=".receipt")


def new_member(hands: Hands) -> None:
    hands.tap(f"{NAV}:has-text('Anggota')", then=".head a.button.main")
    hands.tap(".head a.button.main", then="input[name=full_name]:focus")
    for place, fact in enumerate(("new_name", "new_phone", "new_rt", "new_rw", "new_address")):
        hands.press("Tab", times=int(place > 0))
        hands.type(FACTS[fact])
    hands.press("Enter", then=f"h1:has-text('{FACTS['new_name']}')")


def arrear_and_reminder(hands: Hands) -> None:
    hands.tap("#main a[href$='/iuran/tunggakan/']", then="button:has-text('Ingatkan')")
    with hands.page.expect_popup() as window:
        hands.tap("tbody button:has-text('Ingatkan')")
    window.value.wait_for_url("https://wa.me/**", wait_until="commit")
    assert "wa.me" in window.value.url, f"WhatsApp was not opened but {window.value.url}"
    window.value.close()
    hands.outside("Lanjut ke chat", "Kirim")


def reverse(hands: Hands) -> None:
    hands.tap(f"#main .rows a:has-text('{FACTS['sold_what']}')", then=".head .danger")
    hands.tap(".head .danger", then="dialog[open] [name=reason]:focus")
    hands.type(FACTS["reason"])
    hands.press("Enter", then="text=sudah dibatalkan")


def count_cash(hands: Hands) -> None:
    pieces = greedy(int(re.sub(r"\D", "", hands.page.inner_text("#main .sum").split(",")[0])))
    hands.tap("#main .last-counts a.button", then=".pieces input:focus")
    for place, count in enumerate(pieces):
        hands.press("Enter", times=int(place > 0))
        hands.type(str(count))
    hands.tap("button:has-text('Bandingkan')", then="button:has-text('Simpan hitungan')")
    hands.tap("button:has-text('Simpan hitungan')", then="text=Berita acara")


def month_statement(hands: Hands) -> None:
    hands.tap(f"{NAV}:has-text('Laporan')", then="#main .grid h2 a")
    hands.tap("#main .grid h2 a:has-text('Hasil usaha')", then="#main table")


def greedy(amount: int) -> list[int]:
    counts = []
    for piece in PIECES:
        count, amount = divmod(amount, piece)
        counts.append(count)
    return counts


def slip() -> Path:
    """A photo as a telephone makes it."""
    file = Path(tempfile.mkdtemp(prefix="lumbung-slip-")) / "nota.jpg"
    Image.effect_noise((1600, 1200), 60).convert("RGB").save(file, quality=85)
    return file


TASKS = (one_due, thirty_dues, a_rapel, cash_in, cash_out_with_photo, new_member, arrear_and_reminder, reverse,
         count_cash, month_statement)  # fmt: skip
