"""One rule of one table, tried in a database of its own: the installed definition with everything else taken off.

Values are looked for, not written down: of what a rule mentions, a few of every sort and whatever it names itself.
"""

import contextlib
import itertools
import re
from collections.abc import Iterator
from typing import NamedTuple

from django.db import connection
from django.db.backends.sqlite3._functions import register
from django.db.backends.sqlite3.base import Database

OURS = r"^(?!ledger_|django_|auth_|account_|sqlite_)"
USUAL = (None, 0, 1, -1, 2, 13, 10**6, "", "x", "2026-01-01", "2026-02-01", "[]", "{}")
NAMED = re.compile(r'^CONSTRAINT "(\w+)" (CHECK|UNIQUE|FOREIGN KEY)')


class Rule(NamedTuple):
    """`text` as it stands in the table's definition; of a partial unique rule, its own statement."""

    table: str
    name: str
    kind: str
    text: str


def tables() -> dict[str, list[str]]:
    """Each table outside of the ledger as the parts of its installed definition."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table' AND sql IS NOT NULL")
        return {name: _parts(sql) for name, sql in cursor.fetchall()}


def rules(known: dict[str, list[str]]) -> Iterator[Rule]:
    for table, parts in known.items():
        for part in parts if re.match(OURS, table) else ():
            if found := NAMED.match(part):
                yield Rule(table, found[1], found[2], part)
    with connection.cursor() as cursor:
        cursor.execute("SELECT tbl_name, name, sql FROM sqlite_master WHERE sql LIKE 'CREATE UNIQUE%'")
        yield from (Rule(table, name, "INDEX", sql) for table, name, sql in cursor.fetchall() if re.match(OURS, table))


def _parts(sql: str) -> list[str]:
    """What stands between the outer brackets, cut at its own commas."""
    depth, parts, start = 0, [], sql.index("(") + 1
    for place in range(start, sql.rindex(")") + 1):
        depth += {"(": 1, ")": -1}.get(sql[place], 0)
        if depth < 0 or (depth == 0 and sql[place] == ","):
            parts.append(sql[start:place].strip())
            start = place + 1
    return parts


def columns(parts: list[str]) -> list[str]:
    return [found[1] for part in parts if (found := re.match(r'"(\w+)" ', part))]


def listed(text: str) -> list[str]:
    """The columns of the first bracket in a text."""
    return re.findall(r'"(\w+)"', text[text.index("(") : text.index(")")])


@contextlib.contextmanager
def standing(known: dict[str, list[str]], table: str, *more: str, index: str = "", also: str = ""):
    """A database with this table, its types and the rules given; `also` is another table, with what it is known by."""
    with contextlib.closing(Database.connect(":memory:")) as made:
        register(made)
        made.execute("PRAGMA foreign_keys = ON")
        if also and also != table:
            made.execute(_bare(known, also, *_known_by(known[also])))
        made.execute(_bare(known, table, *more, *(_known_by(known[table]) if also == table else ())))
        if index:
            made.execute(index)
        yield made


def _known_by(parts: list[str]) -> list[str]:
    keys = [
        re.sub(r'^CONSTRAINT "\w+" ', "", part)
        for part in parts
        if re.search(r"^(CONSTRAINT .*UNIQUE|PRIMARY KEY)", part)
    ]
    single = [f'UNIQUE ("{found[1]}")' for part in parts if (found := re.match(r'"(\w+)" .*PRIMARY KEY', part))]
    return keys + single


def _bare(known, table: str, *more: str) -> str:
    types = [re.match(r'("\w+" \w+)', part)[1] for part in known[table] if part.startswith('"')]
    return f'CREATE TABLE "{table}" ({", ".join([*types, *more])})'


def refused(made, table: str, row: dict) -> bool:
    """Whether a row is refused by a rule, and not by a mistake of ours."""
    names, places = ", ".join(f'"{name}"' for name in row), ", ".join("?" for _ in row)
    try:
        made.execute(f'INSERT INTO "{table}" ({names}) VALUES ({places})', list(row.values()))
    except Database.IntegrityError:
        return True
    return False


def row_where(expression: str, among: list[str], holds: bool) -> dict | None:
    """Values for the columns that an expression mentions, under which it holds, or does not."""
    used = [name for name in among if f'"{name}"' in expression]
    texts, numbers = re.findall(r"'([^']*)'", expression), re.findall(r"(?<![\w'])\d+", expression)
    named = [*texts, *map(int, numbers)]
    values = list(dict.fromkeys([*named[:12], *USUAL], None)) if len(used) < 4 else [*named[:4], *USUAL[:5]]
    with contextlib.closing(Database.connect(":memory:")) as made:
        register(made)
        given = ", ".join(f'? AS "{name}"' for name in used)
        asked = f"SELECT ({expression}) FROM (SELECT {given})"
        for chosen in itertools.islice(itertools.product(values, repeat=len(used)), 60_000):
            answer = made.execute(asked, chosen).fetchone()[0]
            if answer == int(holds):
                return dict(zip(used, chosen, strict=True))
    return None
