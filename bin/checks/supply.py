"""Is what others made what it is said to be: locked by hash, recorded by digest and licence, not known to be unsafe?

Needs no line. The floors of safe versions stand in requirements/advisories.toml, with the day when somebody read them.
"""

import hashlib
import re
import subprocess
import sys
import tomllib
from datetime import UTC, date, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LOCKS = ("run", "test")
STALE = 35  # days since somebody has read the advisories
PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", re.MULTILINE)
RECORD = re.compile(r"^\| `([^`]+)` \| .+ \| ([^|]+) \| `([0-9a-f]{64})` \|$", re.MULTILINE)
FOREIGN = (".woff2", ".ttf", ".otf", ".whl", ".min.js", ".wasm", ".so", ".dll", ".exe", ".jar")


def pins(text: str) -> dict[str, str]:
    """Package → version, of a lock."""
    return {name.lower(): version for name, version in PIN.findall(text)}


def unlocked(text: str) -> list[str]:
    """What a lock lets in without a version or without a hash, or from somewhere else than a registry."""
    pieces = [piece for piece in re.split(r"\n(?=\S)", text.strip()) if piece and not piece.startswith("#")]
    loose = [piece.split()[0] for piece in pieces if not PIN.match(piece) or "--hash=sha256:" not in piece]
    return [f"{name}: no version and hash" for name in loose] + [
        f"{url}: an address" for url in re.findall(r"\S+://\S+", text)
    ]


def too_old(floors: list[dict], pinned: dict[str, str]) -> list[str]:
    """Pins below their floor, and floors that nothing stands on."""
    found = []
    for floor in floors:
        name, least = floor["package"], floor["version"]
        if name not in pinned:
            found.append(f"{name}: a floor for a package that no lock has")
        elif numbers(pinned[name]) < numbers(least):
            found.append(f"{name} {pinned[name]} is below {least}: {floor['reason']}")
    return found


def numbers(version: str) -> tuple[int, ...]:
    """5.2.19 → (5, 2, 19); what follows the numbers of a release does not count."""
    return tuple(int(part) for part in re.match(r"\d+(?:\.\d+)*", version)[0].split("."))


def stale(reviewed: date, today: date) -> list[str]:
    """Nobody has looked for so long, or says that she will look tomorrow."""
    age = (today - reviewed).days
    return [] if 0 <= age <= STALE else [f"requirements/advisories.toml was reviewed {age} days ago; at most {STALE}"]


def recorded(root: Path) -> dict[Path, tuple[str, str]]:
    """File → (licence, SHA-256) by the VENDORED.md beside it."""
    files = {}
    for table in sorted([*root.glob("lumbung/**/VENDORED.md"), *root.glob("vendor/VENDORED.md")]):
        rows = RECORD.findall(table.read_text())
        files |= {table.parent / name: (licence.strip(), digest) for name, licence, digest in rows}
    return files


def altered(files: dict[Path, tuple[str, str]]) -> list[str]:
    """Recorded files that are missing, changed, or without a licence."""
    found = []
    for path, (licence, digest) in files.items():
        if not path.exists():
            found.append(f"{path.name}: recorded, and not there")
        elif hashlib.sha256(path.read_bytes()).hexdigest() != digest:
            found.append(f"{path.name}: not the file that was recorded")
        if not licence:
            found.append(f"{path.name}: no licence")
    return found


def unrecorded(root: Path, tracked: list[str], files: dict) -> list[str]:
    """Files that others made, by their kind or place, and of which nothing is said."""
    foreign = [root / name for name in tracked if name.endswith(FOREIGN) or "/vendor/" in f"/{name}"]
    told = {".md", ".txt"}
    return [
        f"{path.relative_to(root)}: in no VENDORED.md"
        for path in foreign
        if path not in files and path.suffix not in told and "LICENSE" not in path.name
    ]


def main() -> int:
    advisories = tomllib.loads((ROOT / "requirements" / "advisories.toml").read_text())
    texts = {name: (ROOT / "requirements" / f"{name}.txt").read_text() for name in LOCKS}
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, stdout=-1, text=True, check=True).stdout.split("\n")
    files, today = recorded(ROOT), datetime.now(UTC).date()
    found = [f"{name}.txt: {what}" for name, text in texts.items() for what in unlocked(text)]
    for text in texts.values():
        found += [line for line in too_old(advisories["floor"], pins(texts["test"]) | pins(text)) if line not in found]
    found += stale(advisories["reviewed"], today) + altered(files) + unrecorded(ROOT, tracked, files)
    print("\n".join(found) or f"{len(pins(texts['test']))} packages locked, {len(files)} files recorded")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
