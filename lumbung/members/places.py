"""Where papers are signed."""

import re
from datetime import date

from lumbung.places.reports import full_name
from lumbung.web.dates import long_date


def signed_at(village_code: str, on: date) -> str:
    """`Malang, 21 Agustus 2025`; the day alone for a village that nobody knows."""
    _village, _comma, city = full_name(village_code).rpartition(", ")
    town = re.sub(r"^(Kota|Kabupaten) ", "", city) if _comma else ""
    return ", ".join(filter(None, (town, long_date(on))))
