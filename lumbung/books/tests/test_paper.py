"""What leaves on paper or as a spreadsheet: head and foot on every book, pages counted, types kept."""

from datetime import date
from io import BytesIO

import pypdf
import pytest
from openpyxl import load_workbook

from lumbung import clock
from lumbung.books import period, registry
from lumbung.books.paper import paper
from lumbung.books.printed import Printed, Section, printed
from lumbung.books.shape import Part, Row
from lumbung.books.sheet import sheet

TODAY = date(2026, 3, 20)


def pages_of(file: bytes) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(BytesIO(file)).pages]


def shown(cooperative, key: str, *parts: Part) -> Printed:
    """A book as it stands, or holding these parts."""
    book = registry.BOOKS[key]
    made = printed(book, cooperative, period.span(book, cooperative.id, "", TODAY), signed_on=TODAY)
    given = [Section(part.heading, book.columns, numbered(part.rows)) for part in parts]
    return made._replace(sections=given) if parts else made


def numbered(rows):
    from lumbung.books.printed import _numbered

    return _numbered(rows)


def members(count: int) -> Part:
    return Part([Row({"number": f"{n:04}", "name": f"Anggota {n}", "joined": TODAY}) for n in range(1, count + 1)])


def test_an_empty_book_has_its_head_its_columns_its_foot_and_says_that_it_is_empty(karangbesuki):
    (page,) = pages_of(paper([shown(karangbesuki, "pinjaman-anggota")]))
    for words in (
        "BUKU PINJAMAN ANGGOTA", "KMP Karangbesuki", "AHU-0012345.AH.01.29.TAHUN 2025", "Jl. Raya Candi 12",
        "sampai 20 Maret 2026", "Halaman 1 dari 1", "Jatuh tempo", "Belum ada catatan", "Ketua", "Bendahara",
        "20 Maret 2026",
    ):  # fmt: skip
        assert words in page, words


def test_the_money_books_are_signed_by_the_treasurer(karangbesuki):
    for key in ("simpanan-anggota", "buku-kas"):
        words = pages_of(paper([shown(karangbesuki, key)]))[-1]
        assert "Bendahara" in words and "Sekretaris" not in words


def test_five_hundred_members_print_with_the_heads_on_every_page(karangbesuki):
    pages = pages_of(paper([shown(karangbesuki, "daftar-anggota", members(500))]))

    assert len(pages) > 15
    for number, page in enumerate(pages, start=1):
        assert f"Halaman {number} dari {len(pages)}" in page
        assert "KMP Karangbesuki" in page
        if "0500" not in page and "Buku ini memuat" not in page:
            assert "Nama lengkap" in page and "Keterangan" in page
    whole = "\n".join(pages)
    assert all(f"\nAnggota {n}\n" in whole or f"Anggota {n} " in whole or f"Anggota {n}\n" in whole
               for n in range(1, 501))  # fmt: skip
    assert "Buku ini memuat 500 catatan." in pages[-1] and "Ketua" in pages[-1]


@pytest.mark.parametrize("count", range(1, 40, 3))
def test_signatures_never_stand_alone(karangbesuki, count):
    """The last sheet, the one that is signed, always holds the last of the rows too."""
    last = pages_of(paper([shown(karangbesuki, "daftar-anggota", members(count))]))[-1]
    assert f"Anggota {count}" in last and "Buku ini memuat" in last and "Nama lengkap" in last


def test_each_book_of_a_file_counts_its_own_pages(karangbesuki):
    pages = pages_of(
        paper([shown(karangbesuki, "daftar-anggota", members(60)), shown(karangbesuki, "buku-kas"),
               shown(karangbesuki, "pinjaman-anggota")])
    )  # fmt: skip
    first = sum("1. Buku Daftar Anggota" in page for page in pages)
    assert first > 1 and len(pages) == first + 2
    assert f"Halaman {first} dari {first}" in pages[first - 1]
    assert all("Halaman 1 dari 1" in page for page in pages[first:])


def test_a_spreadsheet_keeps_days_as_days_and_money_as_numbers(karangbesuki):
    moved = Row({"day": TODAY, "document": "BKM-2026-000001", "memo": "=1+1", "inward": 122_250, "balance": 122_250})
    made = load_workbook(BytesIO(sheet(shown(karangbesuki, "buku-kas", Part([moved])))))
    rows = list(made.active.iter_rows(values_only=True))

    assert rows[0][0] == "14. Buku Kas" and rows[1][0] == "KMP Karangbesuki"
    head = next(at for at, row in enumerate(rows) if row[0] == "No.")
    assert rows[head + 1][0] == 1 and rows[head + 1][1].date() == TODAY
    assert rows[head + 1][3] == "=1+1" and rows[head + 1][5] == 1222.5
    assert [cell for cell in rows[-4] if cell] == ["Ketua", "Bendahara"]


def test_parts_of_one_shape_share_a_sheet_so_that_they_can_be_sorted(karangbesuki):
    rows = [Row({"day": TODAY, "memo": "Setor", "dues_in": 2_000_000})]
    file = sheet(shown(karangbesuki, "simpanan-anggota", Part(rows, "0001 Sutini"), Part(rows, "0002 Slamet")))
    made = load_workbook(BytesIO(file))

    assert len(made.sheetnames) == 1
    assert [row[0] for row in made.active.iter_rows(values_only=True) if row[0] and row[0].startswith("000")] == [
        "0001 Sutini", "0002 Slamet",
    ]  # fmt: skip


def test_screen_ticks_and_papers_agree_and_the_printing_is_noted(karangbesuki, browser_of):
    with clock.frozen(clock.now()):
        browser = browser_of("ketua")
        before = browser.get("/k/kmp-karangbesuki/buku/").content.decode()
        assert before.count("Belum pernah dicetak") == 21
        answer = browser.get("/k/kmp-karangbesuki/buku/pilihan.pdf?buku=buku-kas&buku=daftar-anggota&buku=x")
        assert answer["Content-Type"] == "application/pdf" and len(pages_of(answer.content)) == 2
        after = browser.get("/k/kmp-karangbesuki/buku/").content.decode()

    assert after.count("Belum pernah dicetak") == 19 and after.count("Terakhir dicetak") == 2


def test_nothing_ticked_asks_to_tick(karangbesuki, browser_of):
    answer = browser_of("sekretaris").get("/k/kmp-karangbesuki/buku/pilihan.pdf", follow=True)
    assert "Centang dulu buku" in answer.content.decode()


def test_a_member_without_office_reads_no_books(karangbesuki, browser_of):
    assert browser_of("anggota").get("/k/kmp-karangbesuki/buku/daftar-anggota/").status_code == 403
    assert browser_of("pengawas").get("/k/kmp-karangbesuki/buku/tidak-ada/").status_code == 404
