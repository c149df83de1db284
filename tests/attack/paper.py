"""`docs/keamanan/serangan.md` out of the table: `.venv/bin/python -m tests.attack.paper` writes it, a test compares."""

from pathlib import Path

from tests.attack.table import ATTACKS, FILE, OWNER, PERSON, POSTGRESQL, RUNTIME, SQLITE, Attack

PAGE = Path(__file__).resolve().parents[2] / "docs" / "keamanan" / "serangan.md"
HEAD = """# Attempts on the books

{count} attempts, {sqlite} of them made on SQLite and {postgresql} on PostgreSQL by `tests/attack`. This page is written
from `tests/attack/table.py`, where the very statements stand: `.venv/bin/python -m tests.attack.paper`.

- **refused**: the trigger, key or check that is named says no. The tests take each of them away once and see the same
  attempt pass, so none of them is there for show. On PostgreSQL the runtime role ([peran.md](peran.md)) has no right to
  most of these at all; the guard stands behind that right.
- **no start**: `lumbung serve` refuses to run and says why.
- **verify**: `lumbung verify` (the page *Periksa*) recomputes the book from its rows and names what differs.
- **receipt**, **witness**: the book agrees with itself, because whoever rewrote it knows this program. The receipt of a
  member has no proof in it any more; a witness that has seen an earlier head refuses to cosign.

What no program prevents: cash that was never recorded, an amount that two people agreed to write, a rewriting before
anybody had a receipt or a witness had seen the head. Those leave no trace in the books; counting cash, slips and the
supervisor's sample are there for them.
"""
WHERE = {"": "both", SQLITE: "SQLite", POSTGRESQL: "PostgreSQL"}


def page() -> str:
    counts = {"count": len(ATTACKS), "sqlite": tried_on(SQLITE), "postgresql": tried_on(POSTGRESQL)}
    lines = [HEAD.format(**counts)]
    for who in (PERSON, RUNTIME, OWNER, FILE):
        lines += [f"## By {who}", "", "| what is tried | on | what becomes of it | by |", "|---|---|---|---|"]
        lines += [row(attack) for attack in ATTACKS if attack.who == who] + [""]
    return "\n".join(lines)


def tried_on(engine: str) -> int:
    return sum(attack.only in ("", engine) for attack in ATTACKS)


def row(attack: Attack) -> str:
    named = dict.fromkeys(attack.named(engine) for engine in (SQLITE, POSTGRESQL) if attack.only in ("", engine))
    said = " / ".join(f"`{name}`" if " " not in name else name.replace("|", " / ") for name in named)
    return f"| {attack.what} | {WHERE[attack.only]} | {attack.outcome} | {said} |"


if __name__ == "__main__":
    PAGE.write_text(page())
