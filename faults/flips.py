"""One bit turned in the database file, again and again: harmless to every value, or found.

    flips.py FILE COUNT SEED      prints the figures as JSON

Each flip is made in a copy that Lumbung had sealed when it stopped, as a disk makes it: no program writes, no time of
change moves. Who finds it is asked in the order in which people would meet it: the read fails or SQLite's own check
speaks, the guards are not as they were, `verify` names an entry, the seal names a page. A flip that nobody finds must
leave every value of every table as it was.
"""

import hashlib
import json
import os
import random
import shutil
import sys
import tempfile
from collections import Counter
from pathlib import Path

import office
from django.db import Error, connection, connections

from lumbung.cooperatives.models import Cooperative
from lumbung.cooperatives.tenant import acting_for
from lumbung.ledger import audit
from lumbung.sql import guards, seal


def values() -> str:
    """A digest of every value of every table."""
    digest = hashlib.sha256()
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, sql FROM sqlite_master ORDER BY name")
        told = cursor.fetchall()
        digest.update(repr(told).encode())
        for name, text in told:
            if text and text.startswith("CREATE TABLE"):
                cursor.execute(f'SELECT * FROM "{name}" ORDER BY rowid')
                digest.update(repr(cursor.fetchall()).encode())
    return digest.hexdigest()


def problems() -> int:
    found = 0
    for coop in Cooperative.objects.all():
        with acting_for(coop.id):
            found += len(audit.problems(coop.id) + audit.strangers(coop.id))
    return found


def finders() -> list[str]:
    """Everybody who finds what was done to the file that is open."""
    found = []
    asked = {"SQLite": seal.damage, "guards": lambda: guards.missing() or guards.changed(), "verify": problems,
             "seal": seal.broken}  # fmt: skip
    for name, question in asked.items():
        try:
            said = question()
        except (Error, ValueError, TypeError, OverflowError, UnicodeError, LookupError, AttributeError):
            said, name = True, "read"
        found += [name] if said else []
    return found


def flip(file: Path, bit: int) -> None:
    """As a disk does it: the times of the file stay."""
    before = file.stat()
    with open(file, "r+b") as pages:
        pages.seek(bit // 8)
        byte = pages.read(1)[0]
        pages.seek(bit // 8)
        pages.write(bytes([byte ^ 1 << bit % 8]))
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


def campaign(file: Path, count: int, seed: int, *, sealed: bool = True) -> Counter:
    """`sealed=False` is the negative control: without the seal some flips change a value and nobody says so."""
    figures, dice = Counter(), random.Random(seed)
    office.use(str(file))
    seal.put()
    honest = values()
    assert finders() == [], "an honest file"
    for _ in range(count):
        figures["flips"] += 1
        figures.update(one(file, dice.randrange(file.stat().st_size * 8), honest, sealed))
    connections.close_all()
    return figures


def one(file: Path, bit: int, honest: str, sealed: bool) -> list[str]:
    with tempfile.TemporaryDirectory(dir=file.parent) as folder:
        copy = Path(folder) / file.name
        for end in ("", ".seal") if sealed else ("",):
            shutil.copy2(f"{file}{end}", f"{copy}{end}")
        flip(copy, bit)
        office.use(str(copy))
        found = finders()
        told = [f"first found by {found[0]}", *(f"found by {name}" for name in dict.fromkeys(found))] if found else []
        if not found or found == ["seal"]:
            told.append("harmless to values" if values_are(honest) else "changed a value")
        connections.close_all()
        lost = not found and "changed a value" in told
        return [*told, "UNSEEN"] if lost else told


def values_are(honest: str) -> bool:
    try:
        return values() == honest
    except Error:
        return False


if __name__ == "__main__":
    print(json.dumps(campaign(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))))
