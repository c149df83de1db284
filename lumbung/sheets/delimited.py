"""Text tables: which coding, which separator, and the rows."""

import csv
import io
import itertools
import re
from pathlib import Path

from . import guard
from .refusals import Unwelcome, _

SEPARATORS = ";\t,|"
MAX_CELLS = 4_000_000
_COMMAND = re.compile(r"^[=+@-].*\|.*!|^[=+@-]\s*(dde|cmd|webservice|hyperlink)\b", re.IGNORECASE)


def rows(path: Path) -> list[list[str]]:
    """The rows of a text table, as text.

    Raises  Unwelcome: bytes that are no text, a cell that is a command, more cells than fit
    """
    content = decode(path.read_bytes())
    first, _newline, rest = content.partition("\n")
    told = re.fullmatch(r'"?sep=(.)"?\s*', first.strip(), re.IGNORECASE)
    separator = told[1] if told else guess_separator(content)
    table, cells = [[""]] if told else [], 0
    try:
        for row in csv.reader(io.StringIO(rest if told else content, newline=""), delimiter=separator):
            cells += len(row)
            if cells > MAX_CELLS:
                raise Unwelcome(guard.BOMB)
            if any(cell[:1] in "=+@-" and _COMMAND.search(cell) for cell in row if cell):
                raise Unwelcome(guard.OUTSIDE)
            table.append(row)
    except csv.Error as error:
        raise Unwelcome(guard.DAMAGED) from error
    return table


def decode(data: bytes) -> str:
    """UTF-8, UTF-16 with or without a mark, else Windows-1252: what Excel writes in this country."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _strict(data, "utf-16")
    even, odd = data[0:2000:2].count(0), data[1:2000:2].count(0)
    if max(even, odd) > len(data[:2000]) // 5:
        return _strict(data, "utf-16-le" if odd > even else "utf-16-be")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _strict(data: bytes, coding: str) -> str:
    try:
        return data.decode(coding)
    except UnicodeDecodeError as error:
        raise Unwelcome(
            _("Huruf di berkas ini tidak terbaca. Simpan ulang sebagai CSV UTF-8, lalu kirim lagi.")
        ) from error


def guess_separator(content: str) -> str:
    """The separator under which most rows have the same, largest number of cells; a comma in money is no evidence."""
    lines = list(itertools.islice((line for line in content.splitlines() if line.strip()), 60))

    def evidence(separator: str) -> tuple[int, int]:
        widths = [len(row) for row in csv.reader(lines, delimiter=separator) if len(row) > 1]
        if not widths:
            return (0, 0)
        usual = max(set(widths), key=lambda width: (widths.count(width), width))
        return (widths.count(usual), usual)

    return max(SEPARATORS, key=lambda separator: (evidence(separator)[0] * evidence(separator)[1], separator == ";"))
