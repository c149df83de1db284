"""Compile the .po files into the .mo files Django reads; GNU gettext is not needed. Only the standard library.

    python3 bin/messages.py        compile what changed

`bin/setup.py` calls it at each start, `conftest.py` before the tests. `bin/checks/translations.py` uses `read`.
"""

import ast
import re
import struct
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LINE = re.compile(r'(?:(msgctxt|msgid_plural|msgid|msgstr(?:\[\d\])?)\s+)?(".*")$')


@dataclass
class Message:
    """One entry of a .po file: `parts` maps msgctxt, msgid, msgid_plural, msgstr, msgstr[n] to their text."""

    line: int
    fuzzy: bool = False
    parts: dict = field(default_factory=dict)

    @property
    def key(self):
        return (self.parts.get("msgctxt"), self.parts.get("msgid", ""), self.parts.get("msgid_plural"))

    @property
    def strings(self):
        return [text for name, text in sorted(self.parts.items()) if name.startswith("msgstr")]


def catalogs(root=ROOT):
    return sorted(root.glob("lumbung/**/locale/*/LC_MESSAGES/*.po"))


def read(path):
    """The messages of a .po file in its order; the header is the one whose msgid is empty.

    Raises  ValueError naming the line that is no .po line
    """
    messages, current, part, fuzzy = [], None, None, False
    for number, raw in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        line = raw.strip()
        if not line or line.startswith("#"):
            fuzzy = (fuzzy or "fuzzy" in line) if line.startswith("#,") else fuzzy and bool(line)
            current = current if line.startswith("#~") else None
            continue
        found = LINE.match(line)
        if not found or not (found[1] or part):
            raise ValueError(f"{path}:{number}: not a line of a .po file: {line}")
        part = found[1] or part
        if current is None or (found[1] in {"msgctxt", "msgid"} and any(n.startswith("msgstr") for n in current.parts)):
            current = Message(number, fuzzy)
            messages.append(current)
            fuzzy = False
        current.parts[part] = current.parts.get(part, "") + ast.literal_eval(found[2])
    return messages


def mo_entry(message):
    """(key, value) as bytes, the way a .mo file keeps context and plurals."""
    context, text, plural = message.key
    key = text if plural is None else f"{text}\0{plural}"
    key = key if context is None else f"{context}\x04{key}"
    return key.encode(), "\0".join(message.strings).encode()


def mo_bytes(messages):
    """The .mo file: magic, version, count, two offset tables, then the texts (GNU gettext manual, "MO Files")."""
    usable = [m for m in messages if m.strings and all(m.strings) and (not m.fuzzy or m.key[1] == "")]
    entries = sorted(dict(mo_entry(message) for message in usable).items())
    texts, tables = b"", ([], [])
    start = 28 + 16 * len(entries)
    for column in (0, 1):
        for entry in entries:
            tables[column].append((len(entry[column]), start + len(texts)))
            texts += entry[column] + b"\0"
    header = struct.pack("<7I", 0x950412DE, 0, len(entries), 28, 28 + 8 * len(entries), 0, start)
    return header + b"".join(struct.pack("<2I", *pair) for table in tables for pair in table) + texts


def compile_stale(root=ROOT):
    """Compile each .po that is newer than its .mo. Written beside and renamed, so that a reader sees a whole file."""
    for source in catalogs(root):
        target = source.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime_ns >= source.stat().st_mtime_ns:
            continue
        fresh = target.with_suffix(".mo.new")
        fresh.write_bytes(mo_bytes(read(source)))
        fresh.replace(target)


if __name__ == "__main__":
    compile_stale()
