"""What makes two files the same book: what their rows say, whatever they are called. No database, no clock."""

import hashlib
import json

from lumbung.intake.reading import Reading
from lumbung.intake.reading.contract import plain


def content_of(reading: Reading) -> str:
    """SHA-256 over what the rows say: the same book saved again, under another name or format, is the same."""
    said = [[row.sheet, row.row, plain(row.values)] for row in reading.rows if row.status != "skipped"]
    text = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)
    return hashlib.sha256(text.encode()).hexdigest()
