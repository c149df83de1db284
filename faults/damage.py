"""Pages cut off, emptied or exchanged in a sealed copy of FILE, and who notices: damage.py FILE COUNT SEED"""

import json
import os
import random
import shutil
import sys
import tempfile
from collections import Counter
from pathlib import Path

import flips
import office
from django.db import connections

from lumbung.sql import seal

PAGE = seal.PAGE


def cut(pages: bytearray, dice) -> None:
    del pages[-PAGE * dice.randint(1, 5) + dice.choice((0, 512)) :]


def emptied(pages: bytearray, dice) -> None:
    at = dice.randrange(1, len(pages) // PAGE) * PAGE
    pages[at : at + PAGE] = bytes(PAGE)


def exchanged(pages: bytearray, dice) -> None:
    one, other = (place * PAGE for place in dice.sample(range(1, len(pages) // PAGE), 2))
    pages[one : one + PAGE], pages[other : other + PAGE] = pages[other : other + PAGE], pages[one : one + PAGE]


def campaign(file: Path, count: int, seed: int) -> Counter:
    figures, dice = Counter(), random.Random(seed)
    office.use(str(file))
    seal.put()
    honest = flips.values()
    for number in range(count):
        how = (cut, emptied, exchanged)[number % 3]
        figures["rounds"] += 1
        figures[f"pages {how.__name__}"] += 1
        figures.update(found_of(file, how, dice, honest))
    connections.close_all()
    return figures


def found_of(file: Path, how, dice, honest: str) -> list[str]:
    with tempfile.TemporaryDirectory(dir=file.parent) as folder:
        copy = Path(folder) / file.name
        shutil.copy2(f"{file}.seal", f"{copy}.seal")
        pages, times = bytearray(file.read_bytes()), file.stat()
        how(pages, dice)
        copy.write_bytes(pages)
        os.utime(copy, ns=(times.st_atime_ns, times.st_mtime_ns))
        office.use(str(copy))
        found = flips.finders()
        unseen = not found and not flips.values_are(honest)
        connections.close_all()
        return [f"first found by {found[0]}"] if found else ["UNSEEN"] if unseen else ["harmless to values"]


if __name__ == "__main__":
    print(json.dumps(campaign(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))))
