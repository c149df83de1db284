"""The law of books: which there are, how rows are numbered, what a printing covers."""

from datetime import date

import pytest
from django.db import DatabaseError, connection, transaction

from lumbung.books import actions, period, registry
from lumbung.books.catalogue import CATALOGUE
from lumbung.books.printed import printed
from lumbung.books.shape import MONEY, Asked, Part, Row
from lumbung.books.tests.conftest import SRI

TODAY = date(2026, 3, 20)
FILLED = {"daftar-anggota", "simpanan-anggota", "buku-kas", "buku-bank", "kas-umum-operasional", "unit-usaha"}


def test_there_are_the_sixteen_books_and_five_more():
    assert [book.number for book in CATALOGUE] == list(range(1, 22))
    assert len({book.key for book in CATALOGUE}) == 21
    assert all(book.purpose and book.columns and set(book.signers) <= {"ketua", "sekretaris", "bendahara"}
               for book in CATALOGUE)  # fmt: skip
    assert [book.number for book in CATALOGUE if "bendahara" in book.signers] == [6, 14, 17, 19, 20, 21]


def test_columns_have_one_name_each():
    for book in CATALOGUE:
        keys = [column.key for column in book.columns]
        assert len(keys) == len(set(keys)), book.key
        assert sum(column.width for column in book.columns) < 300, f"{book.key} is wider than two sheets"


def test_packages_fill_their_books():
    assert {key for key, book in registry.BOOKS.items() if registry.source(book)} >= FILLED


def test_an_unknown_book_cannot_be_filled():
    with pytest.raises(KeyError):
        registry.fill("buku-mimpi", lambda asked: [])


def test_a_package_may_bring_its_own_columns():
    book = registry.BOOKS["inventaris"]  # filled by assets: put back afterwards
    kept = dict(registry._SOURCES)
    try:
        registry.fill("inventaris", lambda asked: [Part([Row({"name": "Laptop"})])], columns=book.columns[:2])
        assert [column.key for column in registry.BOOKS["inventaris"].columns] == ["code", "name"]
        assert registry.parts(book, Asked(None, TODAY, TODAY))[0].rows[0].cells == {"name": "Laptop"}
    finally:
        registry.BOOKS["inventaris"] = book
        registry._SOURCES.clear()
        registry._SOURCES.update(kept)


def test_another_package_may_add_parts_below(karangbesuki, monkeypatch):
    monkeypatch.setattr(registry, "_MORE", {})
    registry.also("pinjaman-anggota", lambda asked: [Part([Row({"name": "Siti"})], "Lain")])
    (part,) = registry.parts(registry.BOOKS["pinjaman-anggota"], Asked(karangbesuki, TODAY, TODAY))
    assert part.heading == "Lain" and part.rows[0].cells == {"name": "Siti"}


def test_rows_are_numbered_without_a_gap_and_balances_are_not_counted(karangbesuki, monkeypatch):
    rows = [Row({"memo": "Saldo"}, "carried"), Row({"memo": "a"}), Row({"memo": "b"}), Row({}, "total")]
    monkeypatch.setattr(registry, "parts", lambda book, asked: [Part(rows), Part(rows[1:])])
    book = registry.BOOKS["buku-kas"]
    shown = printed(book, karangbesuki, period.span(book, karangbesuki.id, "", TODAY), signed_on=TODAY)

    assert [[line.no for line in section.lines] for section in shown.sections] == [[0, 1, 2, 0], [1, 2, 0]]
    assert shown.count == 4


@pytest.mark.parametrize(
    ("key", "word", "expected"),
    [
        ("buku-kas", "", ("2026-03", date(2026, 3, 1), date(2026, 3, 31))),
        ("buku-kas", "2025-02", ("2025-02", date(2025, 2, 1), date(2025, 2, 28))),
        ("buku-kas", "2025", ("2025", date(2025, 1, 1), date(2025, 12, 31))),
        ("buku-kas", "2025-13", ("2026-03", date(2026, 3, 1), date(2026, 3, 31))),
        ("buku-tamu", "", ("2026", date(2026, 1, 1), date(2026, 12, 31))),
        ("buku-tamu", "2025-07", ("2025", date(2025, 1, 1), date(2025, 12, 31))),
        ("buku-tamu", "kapan", ("2026", date(2026, 1, 1), date(2026, 12, 31))),
        ("daftar-anggota", "2025", ("", date(1900, 1, 1), TODAY)),
    ],
)
def test_a_printing_covers_what_the_book_usually_covers_or_what_is_asked(karangbesuki, key, word, expected):
    assert period.span(registry.BOOKS[key], karangbesuki.id, word, TODAY)[:3] == expected


def test_every_source_tells_its_rows_by_the_columns_of_its_book(karangbesuki):
    """What a package says in a column that the book has not would be lost on paper."""
    asked = Asked(karangbesuki, date(2025, 1, 1), date(2026, 12, 31))
    for book in registry.BOOKS.values():
        for part in registry.parts(book, asked):
            columns = {column.key: column for column in registry.columns_of(book, part)}
            for row in part.rows:
                assert row.cells.keys() <= columns.keys(), book.key
                assert all(isinstance(value, int) for key, value in row.cells.items()
                           if columns[key].kind == MONEY and value is not None)  # fmt: skip


def attempt(sql):
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)


def test_that_a_book_was_printed_stays_known(karangbesuki):
    actions.note_printing(cooperative_id=karangbesuki.id, books=[("buku-kas", "2026")], form="pdf", by=SRI)

    attempt("UPDATE books_printing SET period = ''")
    attempt("DELETE FROM books_printing")
    if connection.vendor == "sqlite":
        attempt("INSERT OR REPLACE INTO books_printing SELECT * FROM books_printing")
    else:
        attempt("TRUNCATE books_printing")
    attempt("INSERT INTO books_printing (cooperative_id, id, book, form, period, printed_at, by)"
            f" VALUES ({karangbesuki.id}, 5, '', 'pdf', '', '2026-01-01', 7)")  # fmt: skip
