"""All twenty-one books of a cooperative that lives, and of one where nothing has happened yet: they open and count."""

import re
from datetime import UTC, datetime
from html import unescape
from io import BytesIO

import pypdf
import pytest
from django.test import Client
from openpyxl import load_workbook

from lumbung import clock
from lumbung.books import registry
from lumbung.security.models import Person
from tests.village import SLUG, build_village

KEPT_BY_NOBODY = {"pinjaman-anggota"}
NUMBER = re.compile(r'<td class="n" data-label="No\.">([\d.]*)</td>')
AUGUST = datetime(2026, 8, 20, 3, tzinfo=UTC)  # a year and a month in which something has happened already


@pytest.fixture
def village(db):
    with clock.frozen(AUGUST):
        build_village(clock.today())
        browser = Client()
        browser.force_login(Person.objects.get(login_name="bendahara"))
        yield Walker(browser, SLUG)


@pytest.fixture
def empty(karangbesuki, browser_of):
    return Walker(browser_of("bendahara"), "kmp-karangbesuki")


class Walker:
    """Opens a book as a person does: on the screen page by page, as PDF, as a spreadsheet."""

    def __init__(self, browser: Client, slug: str):
        self.browser, self.home = browser, f"/k/{slug}/buku/"

    def on_screen(self, key: str) -> list[int]:
        """The numbers of all rows, whatever the screen they stand on."""
        found, at = [], 1
        while True:
            answer = self.browser.get(f"{self.home}{key}/?halaman={at}")
            assert answer.status_code == 200, key
            words = answer.content.decode()
            found += [int(no.replace(".", "")) for no in NUMBER.findall(words) if no]
            if f"halaman={at + 1}" not in unescape(words):
                return found
            at += 1

    def on_paper(self, key: str) -> str:
        """The words of the PDF."""
        answer = self.browser.get(f"{self.home}{key}.pdf")
        assert answer["Content-Type"] == "application/pdf", key
        return "\n".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(answer.content)).pages)

    def in_sheets(self, key: str) -> list[int]:
        """The numbers of all rows, sheet by sheet."""
        answer = self.browser.get(f"{self.home}{key}.xlsx")
        return [no for sheet in load_workbook(BytesIO(answer.content)).worksheets for no in _numbers(sheet)]


def _numbers(sheet) -> list[int]:
    rows = list(sheet.iter_rows(values_only=True))
    head = next(at for at, row in enumerate(rows) if "No." in row)
    column = rows[head].index("No.")
    return [row[column] for row in rows[head + 1 :] if isinstance(row[column], int)]


def without_a_gap(numbers: list[int]) -> bool:
    """One, two, three; a new part begins at one again."""
    return all(no in (before + 1, 1) for before, no in zip([0, *numbers], numbers, strict=False))


def test_every_book_of_a_living_cooperative_opens_and_counts_its_rows_without_a_gap(village):
    without_rows = set()
    for key, book in registry.BOOKS.items():
        shown = village.on_screen(key)
        words = village.on_paper(key)
        assert without_a_gap(shown) and shown == village.in_sheets(key), key
        assert str(book.name).upper() in words and "KMP Kebun" in words, key
        counted = f"{len(shown):,}".replace(",", ".")
        assert (f"Buku ini memuat {counted} catatan." if shown else "Belum ada catatan.") in words, key
        without_rows |= set() if shown else {key}
    assert without_rows == KEPT_BY_NOBODY


def test_every_book_of_an_empty_cooperative_opens_and_says_so(empty):
    for key in registry.BOOKS.keys() - {"daftar-anggota"}:  # three people stand in its register
        assert empty.on_screen(key) == empty.in_sheets(key) == [], key
        assert "Belum ada catatan." in empty.on_paper(key), key
    assert empty.on_screen("daftar-anggota") == empty.in_sheets("daftar-anggota") == [1, 2, 3]
