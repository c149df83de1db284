"""Book 15 among the printed books says what the inventory says."""

from datetime import date

from lumbung.assets.actions import Thing
from lumbung.books import registry
from lumbung.books.shape import Asked
from lumbung.cooperatives.models import Cooperative
from lumbung.money import rp

BOOK = registry.BOOKS["inventaris"]


def asked(coop) -> Asked:
    return Asked(Cooperative.objects.get(id=coop), date(1900, 1, 1), date(2026, 11, 24))


def test_the_things_stand_in_the_book_with_what_they_are_worth(coop, write, wear):
    write()
    write(Thing("Timbangan", "outlet", "lent", rp(500_000), party="Kelurahan"))
    wear("2026-09")
    part, checked = registry.parts(BOOK, asked(coop))
    laptop, scales, total = (row.cells for row in part.rows)

    assert laptop["name"] == "Laptop" and laptop["place"] == "Kantor" and laptop["cost"] == rp(8_000_000)
    assert laptop["book_value"] == laptop["cost"] - laptop["depreciation"] and laptop["depreciation"] > 0
    assert scales.get("book_value") is None and not scales.get("life") and scales["remark"] == "Kelurahan"
    assert total == {"name": "Jumlah milik koperasi", "cost": rp(8_000_000), "depreciation": laptop["depreciation"],
                     "book_value": laptop["book_value"]}  # fmt: skip
    assert part.rows[-1].kind == "total"
    assert {row.cells["verdict"] for row in checked.rows} == {"cocok"}


def test_what_left_says_so_and_is_no_longer_in_the_sum(coop, write, leave):
    leave(write())
    part = registry.parts(BOOK, asked(coop))[0]
    assert part.rows[0].cells["remark"].startswith("Rusak, dihapus 3/11/2026")
    assert part.rows[-1].cells["cost"] == 0


def test_an_inventory_without_things_is_an_empty_book(coop):
    assert registry.parts(BOOK, asked(coop)) == []
