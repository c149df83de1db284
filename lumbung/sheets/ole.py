"""A look inside an old .xls before it is read: locked, with macros, linked outside, or reaching too far.

The container is a small file system of 512-byte sectors; its stream `Workbook` is a row of records, each with a number
and a length.

Source  [MS-CFB] 2.2-2.6, [MS-XLS] 2.3 and 2.4
"""

import struct
from collections.abc import Iterator
from pathlib import Path

from . import guard
from .refusals import Unwelcome
from .xlsx import MAX_AREA, too_wide

_END = 0xFFFFFFFA  # from here on a sector number means "no sector"
_FILEPASS, _SUPBOOK, _BOF, _OBPROJ, _SHEET = 0x2F, 0x1AE, 0x809, 0xD3, 0x85
_CELLS = frozenset({0x203, 0x204, 0x205, 0x27E, 0xFD, 0xD6, 0xBD, 0x06, 0x04, 0x03, 0x02})
_SELF = (0x0401, 0x3A01)  # a SUPBOOK that means this very workbook, or its add-in functions


def check(path: Path) -> None:
    """Raises Unwelcome when the workbook is locked, has macros, links outside, or would not fit in memory."""
    try:
        names, stream = _open(path.read_bytes())
    except (struct.error, IndexError, ValueError) as error:
        raise Unwelcome(guard.DAMAGED) from error
    if "EncryptedPackage" in names:
        raise Unwelcome(guard.LOCKED)
    if any(name.startswith("_VBA_PROJECT") for name in names) or "\x01Ole10Native" in names:
        raise Unwelcome(guard.MACROS)
    if stream is None:
        raise Unwelcome(guard.WRONG_TYPE, kind=".xls")
    check_records(stream)


def _open(data: bytes) -> tuple[set[str], bytes | None]:
    """Names of all streams, and the bytes of the workbook's."""
    size = 1 << struct.unpack_from("<H", data, 30)[0]
    first_directory, first_mini, first_difat = (
        struct.unpack_from("<I8xII", data, 48)[0],
        *struct.unpack_from("<I4xI", data, 60),
    )
    fat = _fat(data, size, first_difat)
    entries = list(_entries(_chain(data, fat, first_directory, size)))
    workbook = next(((start, length) for name, start, length in entries if name in {"Workbook", "Book"}), None)
    names = {name for name, _start, _length in entries}
    if workbook is None:
        return names, None
    start, length = workbook
    if length >= 4096:
        return names, _chain(data, fat, start, size)[:length]
    mini_fat = _numbers(_chain(data, fat, first_mini, size))
    container = _chain(data, fat, entries[0][1], size)
    return names, _chain(container, mini_fat, start, 64, offset=0)[:length]


def _fat(data: bytes, size: int, difat: int) -> list[int]:
    places = list(struct.unpack_from("<109I", data, 76))
    for _step in range(len(data) // size):
        if difat >= _END:
            break
        block = _numbers(data[(difat + 1) * size : (difat + 2) * size])
        places, difat = places + block[:-1], block[-1]
    used = [place for place in places if place < _END]
    return [number for place in used for number in _numbers(data[(place + 1) * size : (place + 2) * size])]


def _numbers(data: bytes) -> list[int]:
    return list(struct.unpack(f"<{len(data) // 4}I", data[: len(data) // 4 * 4]))


def _chain(data: bytes, fat: list[int], sector: int, size: int, offset: int = 1) -> bytes:
    """The sectors that follow one another from `sector` on; a ring is damage."""
    parts: list[bytes] = []
    while sector < _END:
        if len(parts) > len(fat):
            raise ValueError("a ring of sectors")
        parts.append(data[(sector + offset) * size : (sector + offset + 1) * size])
        sector = fat[sector]
    return b"".join(parts)


def _entries(directory: bytes) -> Iterator[tuple[str, int, int]]:
    for place in range(0, len(directory) - 127, 128):
        length = struct.unpack_from("<H", directory, place + 64)[0]
        if 2 <= length <= 64:
            name = directory[place : place + length - 2].decode("utf-16-le", "replace")
            yield name, *struct.unpack_from("<II", directory, place + 116)


def check_records(stream: bytes) -> None:
    """Raises Unwelcome for a record of the workbook's stream that may not come in."""
    place, last_row, last_column = 0, 0, 0
    while place + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, place)
        body = place + 4
        if kind == _FILEPASS:
            raise Unwelcome(guard.LOCKED)
        if kind == _OBPROJ:
            raise Unwelcome(guard.MACROS)
        if kind == _SUPBOOK and (length < 4 or struct.unpack_from("<H", stream, body + 2)[0] not in _SELF):
            raise Unwelcome(guard.OUTSIDE)
        if kind == _SHEET and length > 5 and stream[body + 5] == 1:
            raise Unwelcome(guard.MACROS)  # a sheet of Excel 4 macros
        if kind == _BOF:
            last_row = last_column = 0
        if kind in _CELLS and length >= 4:
            row, column = struct.unpack_from("<HH", stream, body)
            last_row, last_column = max(last_row, row + 1), max(last_column, column + 1)
            if last_row * last_column > MAX_AREA:
                raise too_wide("?", row + 1, column + 1)
        place = body + length
