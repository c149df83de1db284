"""The judge of the fault campaign. It knows what clients were told and what lies in the file, and nothing else.

It shares no line with Lumbung: the leaf, the tree, the balances and the series are written here a second time, from
docs/decisions/0004-leaf.md and RFC 6962, and `tests/test_faults.py` gives it damaged books that it must condemn.

    checker.py FILE.sqlite3 TOLD.jsonl

TOLD has a line for everything that a client sent or heard:
    {"sent": REQUEST}                                                   may be in the book, or not
    {"told": REQUEST, "number": 7, "document": "BKM-2026-000007", "amount": 2000000}     is in the book, so
    {"refused": REQUEST}                                                is not in the book
    {"size": 7, "root": HEX}                                            the book began with these leaves
"""

import base64
import hashlib
import hmac
import json
import shutil
import sys
import tempfile
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path

try:
    from pysqlite3 import dbapi2 as sqlite
except ImportError:
    import sqlite3 as sqlite

TABLES = {
    "book": "cooperative_id, last_number, leaf_count, frontier, root, closed_through",
    "entry": "cooperative_id, number, booked_on, kind, document, reverses, request_id, request_digest, made_by,"
    " approved_by, posted_at, memo, salt, leaf_hash",
    "transfer": "cooperative_id, number, position, debit_code, debit_holder, credit_code, credit_holder, unit,"
    " counterparty, amount",
    "balance": "cooperative_id, account_code, holder, unit, month, debit, credit",
    "series": "cooperative_id, kind, year, last",
}
BESIDE = {
    "dues_payment": "cooperative_id, number, amount, request_id",
    "dues_allocation": "cooperative_id, number, amount",
}


def judge(file: Path, told: list[dict], scratch: Path | None = None) -> list[str]:
    """What is wrong, a sentence each; empty when nobody was told a lie. A copy is opened: the file stays as it fell."""
    with tempfile.TemporaryDirectory(dir=scratch or file.parent) as folder:
        copy = Path(folder) / "judged.sqlite3"
        for end in ("", "-wal"):
            if Path(f"{file}{end}").exists():
                shutil.copyfile(f"{file}{end}", f"{copy}{end}")
        try:
            rows = read(copy)
        except sqlite.DatabaseError as error:
            return [f"the file cannot be read: {error}"]
    return rows.pop("damage") + judge_rows(rows, told)


def read(file: Path) -> dict[str, list]:
    """All rows that are judged, by table, and what SQLite itself finds damaged."""
    database = sqlite.connect(file)
    database.row_factory = sqlite.Row
    try:
        found = database.execute("PRAGMA integrity_check").fetchall()
        rows = {"damage": [f"SQLite: {line[0]}" for line in found if line[0] != "ok"]}
        for table, columns in TABLES.items():
            rows[table] = [dict(row) for row in database.execute(f"SELECT {columns} FROM ledger_{table}")]
        for table, columns in BESIDE.items():
            rows[table] = [dict(row) for row in database.execute(f"SELECT {columns} FROM {table}")]
        return rows
    finally:
        database.close()


def judge_rows(rows: dict[str, list], told: list[dict]) -> list[str]:
    wrong, moves = [], defaultdict(list)
    for move in sorted(rows["transfer"], key=lambda row: (row["cooperative_id"], row["number"], row["position"])):
        moves[move["cooperative_id"], move["number"]].append(move)
    for book in rows["book"]:
        of = book["cooperative_id"]
        entries = sorted((e for e in rows["entry"] if e["cooperative_id"] == of), key=lambda e: e["number"])
        wrong += judge_book(book, entries, moves)
        wrong += judge_balances(of, rows["balance"], entries, moves)
        wrong += judge_series(of, rows["series"], entries)
    known = {(entry["cooperative_id"], entry["number"]) for entry in rows["entry"]}
    wrong += [f"a transfer without an entry: {key}" for key in moves if key not in known]
    return wrong + judge_beside(rows, moves) + judge_told(rows, moves, told)


# --- the book against itself ----------------------------------------------------------------------------------------


def judge_book(book: dict, entries: list[dict], moves: dict) -> list[str]:
    wrong, leaves = [], []
    for place, entry in enumerate(entries, start=1):
        its = moves[book["cooperative_id"], entry["number"]]
        if entry["number"] != place:
            wrong.append(f"number {place} is missing")
        if not its and not entry["kind"].startswith("period."):
            wrong.append(f"entry {entry['number']} moves nothing")
        if [move["position"] for move in its] != list(range(1, len(its) + 1)):
            wrong.append(f"entry {entry['number']} has lost a transfer")
        if digest_of(entry, its) != bytes(entry["request_digest"]):
            wrong.append(f"entry {entry['number']} is not what was asked for")
        if leaf_of(entry, its) != bytes(entry["leaf_hash"]):
            wrong.append(f"the leaf of entry {entry['number']} is not that of its rows")
        leaves.append(bytes(entry["leaf_hash"]))
    if (book["last_number"], book["leaf_count"]) != (len(entries), len(entries)):
        wrong.append(f"the book counts {book['last_number']}, there are {len(entries)}")
    if root_of(leaves) != bytes(book["root"]):
        wrong.append("the root is not that of the leaves")
    return wrong


def text(value: str) -> str:
    return json.dumps(unicodedata.normalize("NFC", value), ensure_ascii=False)


def rupiah(sen: int) -> str:
    return f"{sen // 100}" + (f".{sen % 100:02d}" if sen % 100 else "")


def leaf_of(entry: dict, moves: list[dict]) -> bytes:
    sides: dict[str, list[int]] = {}
    for move in moves:
        sides.setdefault(move["debit_code"], [0, 0])[0] += move["amount"]
        sides.setdefault(move["credit_code"], [0, 0])[1] += move["amount"]
    shown = {
        "a": [[code, rupiah(debit), rupiah(credit)] for code, (debit, credit) in sides.items()],
        "d": entry["document"], "k": entry["kind"], "m": commitment(entry, moves), "n": entry["number"] - 1,
        "p": str(entry["booked_on"])[:10], "t": f"{str(entry['posted_at'])[:19].replace(' ', 'T')}Z", "v": 1,
    }  # fmt: skip
    if entry["reverses"]:
        shown["r"] = entry["reverses"] - 1
    content = json.dumps(shown, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(b"\x00" + unicodedata.normalize("NFC", content).encode()).digest()


def commitment(entry: dict, moves: list[dict]) -> str:
    said = [
        str(entry["made_by"]), str(entry["approved_by"] or 0), unicodedata.normalize("NFC", entry["memo"]),
        entry["request_id"].replace("-", ""), bytes(entry["request_digest"]).hex(),
        [[move["debit_code"], move["credit_code"], *map(str, numbers(move)), move["counterparty"]] for move in moves],
    ]  # fmt: skip
    content = json.dumps(said, separators=(",", ":"), ensure_ascii=False).encode()
    return base64.b64encode(hmac.digest(bytes(entry["salt"]), content, "sha256")).decode()


def numbers(move: dict) -> tuple:
    return move["amount"], move["debit_holder"], move["credit_holder"], move["unit"]


def digest_of(entry: dict, moves: list[dict]) -> bytes:
    asked = [
        entry["kind"], str(entry["booked_on"])[:10], entry["document"][:-12], entry["memo"], entry["reverses"] or 0,
        [[move["debit_code"], move["credit_code"], *numbers(move), move["counterparty"]] for move in moves],
    ]  # fmt: skip
    return hashlib.sha256(json.dumps(asked, separators=(",", ":"), ensure_ascii=False).encode()).digest()


def root_of(leaves: list[bytes]) -> bytes:
    """RFC 6962 section 2.1, from the definition."""
    if not leaves:
        return hashlib.sha256(b"").digest()
    if len(leaves) == 1:
        return leaves[0]
    half = 1 << (len(leaves) - 1).bit_length() - 1
    return hashlib.sha256(b"\x01" + root_of(leaves[:half]) + root_of(leaves[half:])).digest()


def judge_balances(of: int, balances: list[dict], entries: list[dict], moves: dict) -> list[str]:
    """Each balance is its transfers added up; all of them together are zero."""
    expected = defaultdict(lambda: [0, 0])
    for entry in entries:
        for move in moves[of, entry["number"]]:
            rest = (move["unit"], str(entry["booked_on"])[:7])
            for side, name in enumerate(("debit", "credit")):
                for holder in {0, move[f"{name}_holder"]}:
                    expected[(move[f"{name}_code"], holder, *rest)][side] += move["amount"]
    stored, control = {}, 0
    for row in balances:
        if row["cooperative_id"] == of:
            stored[row["account_code"], row["holder"], row["unit"], row["month"]] = [row["debit"], row["credit"]]
            control += (row["debit"] - row["credit"]) * (row["holder"] == 0)
    wrong = [f"balance {key}: {stored.get(key)}, its transfers say {expected.get(key)}"
             for key in stored.keys() | expected.keys() if stored.get(key) != expected.get(key)]  # fmt: skip
    return wrong + ([f"the trial balance is {control} sen, not nothing"] if control else [])


def judge_series(of: int, series: list[dict], entries: list[dict]) -> list[str]:
    given, wrong = defaultdict(list), []
    for entry in entries:
        kind, year, number = entry["document"].split("-")
        given[kind, int(year)].append(int(number))
    for key, found in given.items():
        if sorted(found) != list(range(1, len(found) + 1)):
            wrong.append(f"the documents of {key} have a gap or a double")
    last = {(row["kind"], row["year"]): row["last"] for row in series if row["cooperative_id"] == of}
    if last != {key: len(found) for key, found in given.items()}:
        wrong.append(f"the series say {last}")
    return wrong


def judge_beside(rows: dict, moves: dict) -> list[str]:
    """A deed is whole: dues that are in the ledger are in the members' months too."""
    paid = {(row["cooperative_id"], row["number"]): row["amount"] for row in rows["dues_payment"]}
    months = Counter()
    for row in rows["dues_allocation"]:
        months[row["cooperative_id"], row["number"]] += row["amount"]
    posted = {
        key: sum(move["amount"] for move in moves[key])
        for key, kind in (((e["cooperative_id"], e["number"]), e["kind"]) for e in rows["entry"])
        if kind.startswith("dues.paid")
    }
    wrong = [] if posted == paid else [f"half a deed: {sorted(set(posted.items()) ^ set(paid.items()))[:4]}"]
    return wrong + ([] if paid == dict(months) else ["months of dues that are not the payment's"])


# --- the book against what clients were told ------------------------------------------------------------------------


def judge_told(rows: dict, moves: dict, told: list[dict]) -> list[str]:
    stored, wrong = defaultdict(list), []
    for entry in rows["entry"]:
        stored[entry["request_id"].replace("-", "")].append(entry)
    wrong += [f"request {request} is counted {len(found)} times" for request, found in stored.items() if len(found) > 1]
    asked = {line[how] for line in told for how in ("sent", "told", "refused") if how in line}
    wrong += [f"nobody asked for {request}" for request in stored if asked and request not in asked]
    for line in told:
        if "told" in line:
            wrong += judge_answer(line, stored.get(line["told"]), moves)
        elif line.get("refused") in stored:
            wrong.append(f"{line['refused']} was refused and is in the book")
        elif "size" in line:
            wrong += judge_beginning(line, rows)
    return wrong


def judge_answer(line: dict, found: list[dict] | None, moves: dict) -> list[str]:
    if not found:
        return [f"LOST: {line['told']}, acknowledged as {line['document']}"]
    entry = found[0]
    amount = sum(move["amount"] for move in moves[entry["cooperative_id"], entry["number"]])
    is_so = (entry["number"], entry["document"], amount)
    was_told = (line.get("number", entry["number"]), line["document"], line["amount"])  # an outbox knows no number
    return [] if is_so == was_told else [f"{line['told']} was told {was_told} and is {is_so}"]


def judge_beginning(line: dict, rows: dict) -> list[str]:
    """A root that was shown once must be that of the book's first leaves for ever."""
    of = rows["book"][0]["cooperative_id"] if rows["book"] else 0
    leaves = [
        bytes(e["leaf_hash"]) for e in sorted(rows["entry"], key=lambda e: e["number"]) if e["cooperative_id"] == of
    ]
    whole = len(leaves) >= line["size"] and root_of(leaves[: line["size"]]).hex() == line["root"]
    return [] if whole else [f"the book does not begin with the {line['size']} entries that were shown"]


def lines_of(file: Path) -> list[dict]:
    """What was heard; the last line may be torn, as whoever spoke it was killed."""
    lines = []
    for line in file.read_text().split("\n"):
        try:
            lines.append(json.loads(line))
        except ValueError:
            continue
    return lines


if __name__ == "__main__":
    complaints = judge(Path(sys.argv[1]), lines_of(Path(sys.argv[2])))
    print("\n".join(complaints) or "whole")
    sys.exit(bool(complaints))
