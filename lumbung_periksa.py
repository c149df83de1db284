"""lumbung-periksa: is this receipt in the books, and did somebody else see them?

Apakah kuitansi ini ada di buku, dan adakah orang lain yang menyaksikannya?

A verifier of its own: Python's standard library and `cryptography`, nothing of Lumbung. Written from the C2SP
specifications signed-note, tlog-checkpoint, tlog-cosignature, tlog-proof, tlog-policy and tlog-tiles, from RFC 6962,
9162 and 8785, and from docs/periksa-format.md. It reads files and never the network.
"""

import argparse
import base64
import hashlib
import hmac
import json
import re
import sys
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import NamedTuple

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

HEAD = "c2sp.org/tlog-proof@v1"
EVIDENCE = "# lumbung: bukti saksi "
LONGEST_TEXT = 1_000_000  # characters
LONGEST_LEAF = 65_535  # bytes
MOST_SIGNATURES = 64
ED25519, COSIGNATURE, ML_DSA = 0x01, 0x04, 0x06
SAFE_INTEGER = 2**53 - 1
FIRST_CASH, LAST_CASH = "111100", "112500"
WIB = timezone(timedelta(hours=7))
TILE = 256

VALID, INVALID, UNSEEN, UNDECIDED = 0, 1, 2, 3  # exit codes
EXIT_CODES = """exit codes:
  0  sah: every receipt is in the book, and the witnesses that the policy asks for have seen that book
  1  tidak sah: something does not hold; do not trust it
  2  belum disaksikan: it is in the signed book, and too few witnesses have seen that book yet
  3  cannot tell: no receipt, no leaf, an unknown key, a file that cannot be read
Of a witness's evidence: 1 when it is proven that the log signed two books, 3 when that is suspected or not shown.
With several receipts: 1 before 3 before 2 before 0."""


class Failed(Exception):
    """A check that does not hold: its name, the exit code, and why in Indonesian and English."""

    def __init__(self, check, code, indonesian, english):
        self.check, self.code, self.words = check, code, (indonesian, english)
        super().__init__(english)


def shape(indonesian, english):
    return Failed("bentuk", INVALID, indonesian, english)


# --- the tree: RFC 6962 2.1, RFC 9162 2.1.3.2 and 2.1.4.2 -----------------------------------------------------------


def hash_leaf(leaf: bytes) -> bytes:
    return hashlib.sha256(b"\x00" + leaf).digest()


def hash_pair(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(b"\x01" + left + right).digest()


def root_of(hashes: list[bytes]) -> bytes:
    """The root over leaf hashes: pairs level by level; who has no neighbour goes up alone."""
    if not hashes:
        return hashlib.sha256(b"").digest()
    while len(hashes) > 1:
        pairs = [hash_pair(hashes[at], hashes[at + 1]) for at in range(0, len(hashes) - 1, 2)]
        hashes = pairs + hashes[len(pairs) * 2 :]
    return hashes[0]


def included(leaf_hash: bytes, index: int, size: int, proof: list[bytes], root: bytes) -> bool:
    """Whether the siblings lead from the leaf to the root."""
    if not 0 <= index < size or any(len(one) != 32 for one in [leaf_hash, root, *proof]):
        return False
    place, last, found = index, size - 1, leaf_hash
    for sibling in proof:
        if last == 0:
            return False
        if place & 1 or place == last:
            found = hash_pair(sibling, found)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            found = hash_pair(found, sibling)
        place, last = place >> 1, last >> 1
    return last == 0 and hmac.compare_digest(found, root)


def consistent(old: int, new: int, old_root: bytes, new_root: bytes, proof: list[bytes]) -> bool:
    """Whether the proof shows that the tree of `new` leaves begins with the tree of `old` leaves."""
    if 0 < old == new:
        return not proof and old_root == new_root
    if not 0 < old < new or any(len(one) != 32 for one in [old_root, new_root, *proof]):
        return False
    steps = ([old_root] if old & (old - 1) == 0 else []) + proof
    if not steps:
        return False
    place, last = old - 1, new - 1
    while place & 1:
        place, last = place >> 1, last >> 1
    first = second = steps[0]
    for sibling in steps[1:]:
        if last == 0:
            return False
        if place & 1 or place == last:
            first, second = hash_pair(sibling, first), hash_pair(sibling, second)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            second = hash_pair(second, sibling)
        place, last = place >> 1, last >> 1
    return last == 0 and first == old_root and second == new_root


# --- words that have one spelling -----------------------------------------------------------------------------------


def decoded(text: str, length: int | None = None) -> bytes:
    """Standard base64 in its one spelling."""
    try:
        found = base64.b64decode(text, validate=True)
    except ValueError:
        found = None
    if found is None or base64.b64encode(found).decode() != text or (length is not None and len(found) != length):
        raise shape(f"“{text[:40]}” bukan base64 yang benar", f"{text[:40]!r} is not the right base64")
    return found


def number(text: str) -> int:
    """A decimal without leading zeros."""
    if not re.fullmatch(r"0|[1-9][0-9]{0,18}", text):
        raise shape(f"“{text[:30]}” bukan angka yang benar", f"{text[:30]!r} is not a proper number")
    return int(text)


# --- signed notes and checkpoints -----------------------------------------------------------------------------------


class Signature(NamedTuple):
    """One line under a note."""

    name: str
    key_id: bytes
    signature: bytes


class Checkpoint(NamedTuple):
    """How far a log had come. `body` is what is signed."""

    origin: str
    size: int
    root: bytes
    body: bytes
    signatures: list[Signature]


def read_signature(line: str) -> Signature:
    found = re.fullmatch(r"— (\S+) (\S+)", line)
    if not found or "+" in found[1]:
        raise shape("baris tanda tangan tidak terbaca", "a signature line cannot be read")
    signed = decoded(found[2])
    if len(signed) < 5:
        raise shape("tanda tangan terlalu pendek", "a signature is too short")
    return Signature(found[1], signed[:4], signed[4:])


def read_checkpoint(lines: list[str]) -> tuple[Checkpoint, list[str]]:
    """A checkpoint, and the lines after it."""
    if "" not in lines:
        raise shape("checkpoint tidak punya tanda tangan", "the checkpoint has no signatures")
    end = lines.index("")
    body, rest = lines[:end], lines[end + 1 :]
    count = next((at for at, line in enumerate(rest) if not line.startswith("— ")), len(rest))
    if len(body) < 3 or not 1 <= count <= MOST_SIGNATURES:
        raise shape("checkpoint tidak lengkap", "the checkpoint is not complete")
    if any(ord(sign) < 32 for line in lines[: end + 1 + count] for sign in line):
        raise shape("ada karakter tersembunyi", "there is a control character")
    signatures = [read_signature(line) for line in rest[:count]]
    signed = ("\n".join(body) + "\n").encode()
    return Checkpoint(body[0], number(body[1]), decoded(body[2], 32), signed, signatures), rest[count:]


# --- policies -------------------------------------------------------------------------------------------------------


class Key(NamedTuple):
    """A public key by its name, id and kind."""

    name: str
    key_id: bytes
    kind: int
    public: bytes

    def signed(self, line: Signature) -> bool:
        return (self.name, self.key_id) == (line.name, line.key_id)


class Policy(NamedTuple):
    """Whom to believe. `quorum` is a name of `groups` or `witnesses`, or none."""

    logs: list[Key]
    witnesses: dict[str, Key]
    groups: dict[str, tuple[int, list[str]]]
    quorum: str

    def met_by(self, names: set[str], wanted: str | None = None) -> bool:
        wanted = self.quorum if wanted is None else wanted
        if wanted == "none":
            return True
        if wanted in self.witnesses:
            return wanted in names
        least, members = self.groups[wanted]
        return sum(self.met_by(names, member) for member in members) >= least


class BadPolicy(Exception):
    """A policy that cannot be used."""


def read_key(vkey: str) -> Key:
    parts = vkey.split("+", 2)
    if len(parts) != 3 or not parts[0] or not re.fullmatch("[0-9a-f]{8}", parts[1]):
        raise BadPolicy(f"not a key: {vkey[:60]!r}")
    try:
        material = decoded(parts[2])
    except Failed as failed:
        raise BadPolicy(str(failed)) from failed
    name, key_id = parts[0], bytes.fromhex(parts[1])
    kind, public = material[0] if material else 0, material[1:]
    if kind in (ED25519, COSIGNATURE, ML_DSA):
        if hashlib.sha256(name.encode() + b"\n" + material).digest()[:4] != key_id:
            raise BadPolicy(f"the id of {name!r} is not that of its key")
        if len(public) != (1312 if kind == ML_DSA else 32):
            raise BadPolicy(f"the key of {name!r} has a wrong length")
    return Key(name, key_id, kind, public)


def read_policy(text: str) -> Policy:
    """Raises BadPolicy."""
    if HEAD in text:
        raise BadPolicy("this is a receipt; keys are never taken from one")
    policy, seen = Policy([], {}, {}, ""), set()
    for line in text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n"):
        if any(ord(sign) < 32 and sign != "\t" for sign in line):
            raise BadPolicy("a control character")
        words = [word for word in re.split("[ \t]+", line) if word]
        if words and not words[0].startswith("#"):
            policy = _with_line(policy, words, seen)
    if not policy.quorum and (policy.logs or policy.witnesses):
        raise BadPolicy("no quorum line")
    return policy if policy.quorum else policy._replace(quorum="none")


def _with_line(policy: Policy, words: list[str], listed: set[str]) -> Policy:
    kind, *rest = words
    if kind == "log" and len(rest) in (1, 2):
        policy.logs.append(_new(read_key(rest[0]), policy.logs))
    elif kind == "witness" and len(rest) in (2, 3):
        policy.witnesses[_free(policy, rest[0])] = _new(read_key(rest[1]), list(policy.witnesses.values()))
    elif kind == "group" and len(rest) >= 3:
        policy.groups[_free(policy, rest[0])] = _group(policy, rest[1], rest[2:], listed)
    elif kind == "quorum" and len(rest) == 1 and not policy.quorum:
        if rest[0] != "none" and rest[0] not in {**policy.witnesses, **policy.groups}:
            raise BadPolicy(f"quorum of an unknown name {rest[0]!r}")
        return policy._replace(quorum=rest[0])
    else:
        raise BadPolicy(f"a line that cannot be read: {' '.join(words)[:60]!r}")
    return policy


def _new(key: Key, others: list[Key]) -> Key:
    if key.public in [other.public for other in others]:
        raise BadPolicy(f"the key of {key.name!r} stands there twice")
    return key


def _free(policy: Policy, name: str) -> str:
    if name == "none" or name in policy.witnesses or name in policy.groups:
        raise BadPolicy(f"the name {name!r} stands there twice")
    return name


def _group(policy: Policy, least: str, members: list[str], listed: set[str]) -> tuple[int, list[str]]:
    for member in members:
        if member in listed or member not in {**policy.witnesses, **policy.groups}:
            raise BadPolicy(f"the member {member!r} is unknown or already in a group")
        listed.add(member)
    if least in ("all", "any"):
        return (len(members) if least == "all" else 1), members
    if not re.fullmatch("[1-9][0-9]{0,5}", least) or int(least) > len(members):
        raise BadPolicy(f"a threshold of {least[:20]!r}")
    return int(least), members


# --- signatures -----------------------------------------------------------------------------------------------------


def _holds(public: bytes, signature: bytes, message: bytes) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


def check_log(checkpoint: Checkpoint, policy: Policy | None) -> None:
    """The log's own signature, by a key that the reader brought."""
    ours = [key for key in policy.logs if key.name == checkpoint.origin and key.kind == ED25519] if policy else []
    signed = [line for line in checkpoint.signatures if any(key.signed(line) for key in ours)]
    if not signed:
        raise Failed(
            "kunci", UNDECIDED, f"kunci {checkpoint.origin} belum dikenal; beri --policy dari laporan rapat anggota",
            f"no key of {checkpoint.origin} is known; give --policy",
        )  # fmt: skip
    for line in signed:
        if not any(key.signed(line) and _holds(key.public, line.signature, checkpoint.body) for key in ours):
            raise Failed("tanda tangan", INVALID, "tanda tangan buku palsu", "the log's signature does not hold")


def witnessed(checkpoint: Checkpoint, policy: Policy) -> dict[str, datetime]:
    """The witnesses of the policy that have seen the checkpoint, and when."""
    seen: dict[str, datetime] = {}
    for name, key in policy.witnesses.items():
        for line in checkpoint.signatures:
            if key.kind == COSIGNATURE and key.signed(line):
                at = _cosigned(key, line, checkpoint.body)
                seen[name] = max(at, seen.get(name, at))
    return seen


def _cosigned(key: Key, line: Signature, body: bytes) -> datetime:
    seconds = int.from_bytes(line.signature[:8], "big")
    message = b"cosignature/v1\ntime %d\n" % seconds + body
    if len(line.signature) != 72 or not _holds(key.public, line.signature[8:], message):
        raise Failed(
            "saksi", INVALID, f"tanda tangan saksi {key.name} palsu", f"the cosignature of {key.name} is false"
        )
    try:
        return datetime.fromtimestamp(seconds, WIB)
    except (OverflowError, ValueError, OSError):
        raise Failed("saksi", INVALID, "waktu saksi tidak masuk akal", "a witness's time is out of range") from None


def check_quorum(policy: Policy, seen: dict[str, datetime]) -> None:
    if not policy.met_by(set(seen)):
        raise Failed(
            "kuorum", UNSEEN, "ada di buku yang ditandatangani, tetapi saksinya belum cukup",
            "it is in the signed book, but too few witnesses have seen that book",
        )  # fmt: skip


# --- leaves: RFC 8785, and what an entry must have ------------------------------------------------------------------


def wrong_leaf(indonesian, english):
    return Failed("catatan", INVALID, indonesian, english)


def canonical(value) -> str:
    """RFC 8785, for objects, arrays, strings, whole numbers and the three words."""
    if isinstance(value, dict):
        keys = sorted(value, key=lambda key: key.encode("utf-16-be", "surrogatepass"))
        return "{" + ",".join(f"{canonical(key)}:{canonical(value[key])}" for key in keys) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(canonical, value)) + "]"
    return json.dumps(value, ensure_ascii=False)


def _no_twins(pairs):
    if len({key for key, _value in pairs}) != len(pairs):
        raise ValueError("a key twice")
    return dict(pairs)


def _whole(text: str) -> int:
    if len(text) > 17 or abs(int(text)) > SAFE_INTEGER:
        raise ValueError("too large")
    return int(text)


def _no_number(text):
    raise ValueError(f"{text} is no whole number")


def read_leaf(leaf: bytes) -> dict:
    """An entry, when it is written in its one spelling and adds up."""
    try:
        read = {"parse_int": _whole, "parse_float": _no_number, "parse_constant": _no_number}
        entry = json.loads(leaf.decode(), object_pairs_hook=_no_twins, **read)
        again = canonical(entry).encode()
    except (ValueError, RecursionError):
        raise wrong_leaf("isi catatan tidak terbaca", "the entry cannot be read") from None
    if again != leaf:
        raise wrong_leaf("isi catatan tidak ditulis dalam ejaan bakunya", "the entry is not in canonical form")
    _check_entry(entry)
    return entry


def _check_entry(entry) -> None:
    if not isinstance(entry, dict) or not {"a", "d", "m", "n", "t", "v"} <= entry.keys():
        raise wrong_leaf("isi catatan tidak lengkap", "the entry lacks something")
    if type(entry["v"]) is not int or entry["v"] != 1:
        raise wrong_leaf(
            "versi catatan tidak dikenal; perbarui pemeriksa ini", "an unknown version; update this program"
        )
    texts = all(isinstance(entry[key], str) for key in "dmt")
    if not texts or type(entry["n"]) is not int or entry["n"] < 0 or _moment(entry["t"]) is None:
        raise wrong_leaf("isi catatan tidak seperti catatan", "the entry is not as an entry is")
    if "p" in entry and _day(entry["p"]) is None or "r" in entry and type(entry["r"]) is not int:
        raise wrong_leaf("isi catatan tidak seperti catatan", "the entry is not as an entry is")
    lines = _lines(entry["a"])
    if sum(debit for _account, debit, _credit in lines) != sum(credit for _account, _debit, credit in lines):
        raise wrong_leaf(
            "jumlah uang yang masuk dan yang keluar di catatan ini berbeda; isinya sudah diubah",
            "what comes in and what goes out in this entry differ; it has been changed",
        )


def _lines(lines) -> list[tuple[str, int, int]]:
    """(account, debit, credit) with amounts in sen."""
    found = []
    for line in lines if isinstance(lines, list) else [None]:
        if not isinstance(line, list) or len(line) != 3 or not all(isinstance(part, str) for part in line):
            raise wrong_leaf("baris akun tidak terbaca", "a line of the entry cannot be read")
        found.append((line[0], _sen(line[1]), _sen(line[2])))
    return found


def _sen(text: str) -> int:
    found = re.fullmatch(r"(0|[1-9][0-9]{0,15})(?:\.([0-9]{1,2}))?", text)
    if not found:
        raise wrong_leaf(f"“{text[:20]}” bukan jumlah rupiah", f"{text[:20]!r} is no amount of rupiah")
    return int(found[1]) * 100 + int((found[2] or "").ljust(2, "0"))


def _moment(text: str) -> datetime | None:
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z", text):
        return None
    try:
        return datetime.fromisoformat(text.replace("Z", "+00:00")).astimezone(WIB)
    except (ValueError, OverflowError):
        return None


def _day(text) -> date | None:
    try:
        return date.fromisoformat(text) if isinstance(text, str) and re.fullmatch(r"[0-9-]{10}", text) else None
    except ValueError:
        return None


# --- receipts -------------------------------------------------------------------------------------------------------


class Receipt(NamedTuple):
    """A receipt as it is written, before anybody has judged it."""

    extra: bytes | None
    index: int
    proof: list[bytes]
    checkpoint: Checkpoint
    leaf: bytes | None
    personal: bytes | None


class Verdict(NamedTuple):
    """What came out: the exit code, the failed check and why, and what can be shown."""

    code: int
    check: str
    words: tuple[str, str]
    facts: dict
    title: tuple[str, str] | None = None  # of evidence; a receipt's follows from the code

    @property
    def name(self) -> tuple[str, str]:
        return self.title or VERDICTS[self.code]

    def as_json(self) -> dict:
        return {"verdict": self.name[0], "code": self.code, "check": self.check, "why": self.words[0],
                "why_english": self.words[1], **self.facts}  # fmt: skip


VERDICTS = {
    VALID: ("sah", "valid"),
    INVALID: ("tidak sah", "not valid"),
    UNSEEN: ("belum disaksikan", "not witnessed yet"),
    UNDECIDED: ("tidak dapat diputuskan", "cannot tell"),
}


def split_receipts(text: str) -> list[str]:
    """Each receipt of a text; kind to what telephones add."""
    if len(text) > LONGEST_TEXT:
        raise Failed("teks", UNDECIDED, "teks terlalu panjang", "the text is too long")
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").strip().split("\n")
    starts = [at for at, line in enumerate(lines) if line == HEAD]
    if not starts or starts[0] != 0:
        raise Failed("teks", UNDECIDED, "ini bukan kuitansi Lumbung", "this is not a receipt")
    return ["\n".join(lines[at:end]).rstrip() for at, end in zip(starts, [*starts[1:], len(lines)], strict=True)]


def read_receipt(text: str) -> Receipt:
    lines = text.split("\n")[1:]
    extra = None
    if lines and lines[0].startswith("extra "):
        extra = decoded(lines.pop(0).removeprefix("extra "), 32)
    if not lines or not lines[0].startswith("index "):
        raise shape("baris index tidak ada", "the index line is missing")
    index = number(lines.pop(0).removeprefix("index "))
    if "" not in lines:
        raise shape("checkpoint tidak ada", "the checkpoint is missing")
    end = lines.index("")
    proof = [decoded(line, 32) for line in lines[:end]]
    if len(proof) > 63:
        raise shape("terlalu banyak sidik", "too many hashes")
    checkpoint, rest = read_checkpoint(lines[end + 1 :])
    return Receipt(extra, index, proof, checkpoint, *_leaf_lines(rest))


def _leaf_lines(rest: list[str]) -> tuple[bytes | None, bytes | None]:
    """The leaf and the personal part, which stand below the checkpoint after a blank line."""
    if not rest:
        return None, None
    if rest[0] or len(rest) not in (2, 3) or not rest[1].startswith("{"):
        raise shape("isi sesudah checkpoint tidak dikenal", "what follows the checkpoint is unknown")
    if rest[2:] and not rest[2].startswith("["):
        raise shape("bagian pribadi tidak dikenal", "the personal part is unknown")
    leaf = rest[1].encode("utf-8", "surrogatepass")
    if len(leaf) > LONGEST_LEAF:
        raise shape("isi catatan terlalu panjang", "the leaf is too long")
    return leaf, (rest[2].encode("utf-8", "surrogatepass") if rest[2:] else None)


def judge(text: str, policy: Policy | None) -> Verdict:
    """One receipt: the checks in the order of docs/periksa-format.md; the first that fails gives the verdict."""
    facts: dict = {}
    try:
        receipt = read_receipt(text)
        _in_the_tree(receipt, facts)
        check_log(receipt.checkpoint, policy)
        seen = witnessed(receipt.checkpoint, policy)
        facts["witnesses"] = {name: at.isoformat() for name, at in seen.items()}
        check_quorum(policy, seen)
    except Failed as failed:
        return Verdict(failed.code, failed.check, failed.words, facts)
    return Verdict(VALID, "", _praise(policy), facts)


def _in_the_tree(receipt: Receipt, facts: dict) -> None:
    """The entry stands where the receipt says; `facts` take what it is about."""
    if receipt.leaf is None:
        raise Failed("isi", UNDECIDED, "isi catatan tidak ikut; beri --leaf", "the leaf is not there; give --leaf")
    entry = read_leaf(receipt.leaf)
    facts |= told(entry, receipt)
    if entry["n"] != receipt.index:
        raise Failed("nomor", INVALID, "nomor catatan dan letaknya berbeda", "the entry's number is not its place")
    checkpoint = receipt.checkpoint
    if not included(hash_leaf(receipt.leaf), receipt.index, checkpoint.size, receipt.proof, checkpoint.root):
        raise Failed("letak", INVALID, "catatan ini tidak ada di buku itu", "the entry is not in that book")
    if receipt.personal is not None:
        key = receipt.extra or b""
        opened = base64.b64encode(hmac.digest(key, receipt.personal, "sha256")).decode()
        if receipt.extra is None or not hmac.compare_digest(opened, entry["m"]):
            facts.pop("memo", None)
            raise Failed(
                "pribadi", INVALID, "bagian pribadi bukan milik catatan ini", "the personal part is not its own"
            )
    return entry


def _praise(policy: Policy) -> tuple[str, str]:
    if policy.quorum == "none":
        return ("ada di buku yang ditandatangani; tidak diminta saksi, jadi belum ada orang lain yang melihat buku itu",
                "in the signed book; no witness is asked for, so nobody else has seen that book")  # fmt: skip
    return "ada di buku yang disaksikan", "in a book that witnesses have seen"


def told(entry: dict, receipt: Receipt) -> dict:
    """What a person wants to know of an entry."""
    lines = _lines(entry["a"])
    cash = sum(debit - credit for account, debit, credit in lines if FIRST_CASH <= account <= LAST_CASH)
    at = _moment(entry["t"])
    day = _day(entry["p"]) if "p" in entry else at.date()
    facts = {
        "cooperative": receipt.checkpoint.origin, "document": entry["d"], "entry": entry["n"] + 1,
        "day": day.isoformat(), "posted_at": at.isoformat(), "book_size": receipt.checkpoint.size,
        "amount": _rupiah(abs(cash) if cash else sum(debit for _account, debit, _credit in lines)),
        "way": "in" if cash > 0 else "out" if cash < 0 else "",
    }  # fmt: skip
    if "r" in entry:
        facts["undoes"] = entry["r"] + 1
    if receipt.personal is not None:
        facts["memo"] = _memo(receipt.personal)
    return facts


def _memo(personal: bytes) -> str:
    try:
        return str(json.loads(personal)[2])
    except (ValueError, IndexError, KeyError, TypeError, RecursionError):
        return ""


def _rupiah(sen: int) -> str:
    return f"{sen // 100}" + (f".{sen % 100:02}" if sen % 100 else "")


# --- evidence: what a witness kept of a log that did not continue what it had seen ----------------------------------


class Evidence(NamedTuple):
    """What was shown to a witness, with the proof that came along, and what it had signed for before."""

    old: int
    proof: list[bytes]
    shown: Checkpoint
    seen: Checkpoint | None


def is_evidence(text: str) -> bool:
    return text.removeprefix("\ufeff").lstrip().startswith(EVIDENCE)


def read_evidence(text: str) -> Evidence:
    """The request word for word, then the head that the witness had signed for; lines with # tell them apart."""
    parts: list[list[str]] = []
    for line in text.removeprefix("\ufeff").replace("\r\n", "\n").strip().split("\n"):
        if line.startswith("#"):
            parts.append([])
        else:
            parts[-1].append(line)
    request, *before = [part for part in parts if part] or [[]]
    if not request or not request[0].startswith("old ") or "" not in request or len(before) > 1:
        raise shape("berkas bukti ini tidak lengkap", "the file of evidence is not complete")
    end = request.index("")
    shown, rest = read_checkpoint(_without_end(request[end + 1 :]))
    seen, more = read_checkpoint(_without_end(before[0])) if before else (None, [])
    if rest or more:
        raise shape("berkas bukti ini berisi baris asing", "the file of evidence has strange lines")
    proof = [decoded(line, 32) for line in request[1:end]]
    return Evidence(number(request[0].removeprefix("old ")), proof, shown, seen)


def _without_end(lines: list[str]) -> list[str]:
    while lines and not lines[-1]:
        lines = lines[:-1]
    return lines


def judge_evidence(text: str, policy: Policy | None) -> Verdict:
    """Whether a log convicted itself, whether it is only suspected, or whether the file shows nothing at all."""
    facts: dict = {}
    try:
        found = read_evidence(text)
        facts |= {"log": found.shown.origin, "shown": found.shown.size, "seen": found.seen and found.seen.size}
        for head in filter(None, (found.shown, found.seen)):
            check_log(head, policy)
        title, code, words = _weigh(found)
    except Failed as failed:
        if failed.check == "tanda tangan":
            words = ("tanda tangan di dalamnya palsu, jadi berkas ini tidak membuktikan apa pun tentang koperasi itu",
                     "a signature in it does not hold, so the file shows nothing about that cooperative")  # fmt: skip
            return Verdict(UNDECIDED, failed.check, words, facts, NOTHING)
        return Verdict(UNDECIDED, failed.check, failed.words, facts, CANNOT)
    return Verdict(code, "", words, facts, title)


PROVEN, SUSPECTED = ("terbukti", "proven"), ("dugaan", "suspected")
NOTHING, CANNOT = ("bukan bukti", "no evidence"), ("tidak dapat diputuskan", "cannot tell")


def _weigh(found: Evidence) -> tuple[tuple[str, str], int, tuple[str, str]]:
    shown, seen = found.shown, found.seen
    if seen is None or shown.origin != seen.origin:
        return NOTHING, UNDECIDED, ("tidak ada dua kepala buku dari satu koperasi di dalamnya",
                                    "it does not hold two heads of one cooperative's book")  # fmt: skip
    if shown.size == seen.size and shown.root != seen.root:
        return PROVEN, INVALID, (
            f"koperasi ini menandatangani dua buku yang berbeda, keduanya {shown.size} catatan; orang lain tidak dapat"
            " membuatnya", f"this cooperative signed two different books, both of {shown.size} entries; nobody else"
            " can have made them",
        )  # fmt: skip
    if (
        shown.size == seen.size
        or found.old == seen.size
        and consistent(seen.size, shown.size, seen.root, shown.root, found.proof)
    ):
        return NOTHING, UNDECIDED, ("kedua buku itu menyambung; tidak ada yang diubah",
                                    "the one book continues the other; nothing was changed")  # fmt: skip
    if shown.size < seen.size:
        return SUSPECTED, UNDECIDED, (
            f"yang ditunjukkan hanya {shown.size} catatan, padahal koperasi itu pernah menandatangani {seen.size};"
            " siapa pun dapat mengirim kepala buku yang lama, jadi tanyakan dulu",
            f"{shown.size} entries were shown, though the cooperative has signed {seen.size}; anyone may send an old"
            " head, so ask first",
        )  # fmt: skip
    return SUSPECTED, UNDECIDED, (
        "penyambung antara kedua buku itu tidak cocok; siapa pun dapat merusak penyambung, jadi minta dikirim ulang;"
        " bila tetap begitu, catatan lama sudah diubah",
        "what should join the two books does not; anyone may spoil it, so ask for it again; if it stays so, old"
        " entries were changed",
    )  # fmt: skip


# --- tiles: the whole log -------------------------------------------------------------------------------------------


def audit(folder: Path, policy: Policy | None, old: list[Checkpoint] = ()) -> Verdict:
    """A folder of tlog-tiles: every entry, every tile, the root, the signatures; and what an older checkpoint said."""
    facts: dict = {}
    try:
        checkpoint, rest = read_checkpoint(_text(folder / "checkpoint").rstrip("\n").split("\n"))
        if rest:
            raise shape("checkpoint berisi baris asing", "the checkpoint has strange lines")
        facts |= {"cooperative": checkpoint.origin, "book_size": checkpoint.size}
        hashes = _entries(folder, checkpoint.size)
        _tiles(folder, hashes)
        if root_of(hashes) != checkpoint.root:
            raise Failed("letak", INVALID, "catatan-catatannya bukan buku yang ditandatangani", "another root")
        _older(checkpoint, hashes, old)
        check_log(checkpoint, policy)
        seen = witnessed(checkpoint, policy)
        facts["witnesses"] = {name: at.isoformat() for name, at in seen.items()}
        check_quorum(policy, seen)
    except Failed as failed:
        return Verdict(failed.code, failed.check, failed.words, facts)
    return Verdict(VALID, "", ("seluruh buku cocok dengan tanda tangannya", "the whole log is as it was signed"), facts)


def _text(file: Path) -> str:
    try:
        return _bytes(file).decode()
    except ValueError:
        raise shape(f"{file.name} tidak terbaca", f"{file.name} cannot be read") from None


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError:
        raise Failed("berkas", UNDECIDED, f"{file} tidak ada", f"{file} is missing") from None


def tile_name(at: int) -> str:
    """`x001/x234/067` of 1234067."""
    parts = [f"{at % 1000:03}"]
    while at := at // 1000:
        parts.insert(0, f"x{at % 1000:03}")
    return "/".join(parts)


def _piece(folder: Path, at: int, width: int) -> bytes:
    """A tile or bundle of this width; a full one does for a part."""
    whole = folder / tile_name(at)
    part = Path(f"{whole}.p") / str(width)
    return _bytes(part if width < TILE and (part.exists() or not whole.exists()) else whole)


def _widths(size: int):
    """(place, width) of each tile over so many hashes."""
    return [(start // TILE, min(TILE, size - start)) for start in range(0, size, TILE)]


def _entries(folder: Path, size: int) -> list[bytes]:
    """The leaf hash of every entry, each read and found to be one."""
    hashes: list[bytes] = []
    for at, width in _widths(size):
        for leaf in _unbundled(_piece(folder / "tile" / "entries", at, width), width):
            entry = _named(len(hashes), leaf)
            if entry["n"] != len(hashes):
                raise Failed(
                    "nomor", INVALID, f"catatan {len(hashes) + 1} bernomor lain", f"entry {len(hashes) + 1}: number"
                )
            hashes.append(hash_leaf(leaf))
    return hashes


def _named(index: int, leaf: bytes) -> dict:
    try:
        return read_leaf(leaf)
    except Failed as failed:
        words = (f"catatan {index + 1}: {failed.words[0]}", f"entry {index + 1}: {failed.words[1]}")
        raise Failed(failed.check, failed.code, *words) from failed


def _unbundled(bundle: bytes, width: int) -> list[bytes]:
    found, at = [], 0
    while at < len(bundle) and len(found) < width:
        length = int.from_bytes(bundle[at : at + 2], "big")
        found.append(bundle[at + 2 : at + 2 + length])
        at += 2 + length
    if len(found) != width or sum(map(len, found)) + 2 * width > len(bundle):
        raise shape("kumpulan catatan terpotong", "a bundle of entries is cut")
    return found


def _tiles(folder: Path, hashes: list[bytes]) -> None:
    """Every tile of every level holds the hashes that follow from the entries."""
    level = 0
    while hashes:
        for at, width in _widths(len(hashes)):
            expected = b"".join(hashes[at * TILE : at * TILE + width])
            if _piece(folder / "tile" / str(level), at, width)[: 32 * width] != expected:
                words = f"petak {level}/{at} tidak cocok dengan catatannya", f"tile {level}/{at} is not of its entries"
                raise Failed("letak", INVALID, *words)
        full = len(hashes) // TILE
        hashes, level = [root_of(hashes[at * TILE : (at + 1) * TILE]) for at in range(full)], level + 1


def _older(checkpoint: Checkpoint, hashes: list[bytes], old: list[Checkpoint]) -> None:
    for one in old:
        if one.origin != checkpoint.origin:
            words = f"{one.origin} bukan buku ini", f"{one.origin} is another log"
            raise Failed("lama", UNDECIDED, *words)
        if one.size > len(hashes):
            words = (
                f"dulu {one.size} catatan, sekarang {len(hashes)}: ekornya dipotong",
                f"{one.size} entries before: cut",
            )
            raise Failed("lama", INVALID, *words)
        if root_of(hashes[: one.size]) != one.root:
            words = (f"{one.size} catatan pertama bukan lagi yang dulu ditandatangani: buku ditulis ulang",
                     f"the first {one.size} entries are no longer those that were signed: rewritten")  # fmt: skip
            raise Failed("lama", INVALID, *words)


def read_old(text: str) -> list[Checkpoint]:
    """The checkpoints of receipts, or a checkpoint by itself."""
    if HEAD in text:
        return [read_receipt(one).checkpoint for one in split_receipts(text)]
    return [read_checkpoint(text.replace("\r\n", "\n").strip().split("\n"))[0]]


# --- words ----------------------------------------------------------------------------------------------------------

DAYS = "Senin Selasa Rabu Kamis Jumat Sabtu Minggu".split()
MONTHS = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()
ONES = "nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas".split()
STEPS = ((10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"), (1000, "ribu"), (100, "ratus"))


def spelled(value: int) -> str:
    """`dua puluh ribu` of 20000."""
    if value < 12:
        return ONES[value]
    if value < 20:
        return f"{ONES[value - 10]} belas"
    if value < 100:
        return f"{ONES[value // 10]} puluh" + (f" {ONES[value % 10]}" if value % 10 else "")
    step, name = next(pair for pair in STEPS if value >= pair[0])
    many, rest = divmod(value, step)
    front = f"se{name}" if many == 1 and step <= 1000 else f"{spelled(many)} {name}"
    return front + (f" {spelled(rest)}" if rest else "")


def _shown_amount(text: str) -> str:
    whole, _dot, sen = text.partition(".")
    return f"Rp{int(whole):,}".replace(",", ".") + (f",{sen}" if sen else "")


def _shown_day(text: str, english: bool) -> str:
    day = date.fromisoformat(text)
    return (
        f"{day:%A} {day.day} {day:%B %Y}"
        if english
        else f"{DAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"
    )


def _shown_moment(text: str) -> str:
    at = datetime.fromisoformat(text)
    return f"{at.day} {MONTHS[at.month - 1]} {at.year} {at:%H.%M} WIB"


def say(verdict: Verdict, english: bool) -> str:
    """The verdict and why, then what the receipt is about."""
    facts, other = verdict.facts, int(english)
    lines = [f"{verdict.name[other].upper()}: {verdict.words[other]}"]
    if "amount" in facts:
        words = spelled(int(facts["amount"].partition(".")[0]))
        way = {"in": ("masuk", "in"), "out": ("keluar", "out"), "": ("", "")}[facts["way"]][other]
        lines += [f"  {_shown_amount(facts['amount'])} ({words} rupiah) {way}".rstrip()]
        lines += [f"  {_shown_day(facts['day'], english)}, {facts['document']}, #{facts['entry']}"]
    if "undoes" in facts:
        lines.append(f"  {('membatalkan catatan', 'undoes entry')[other]} #{facts['undoes']}")
    if facts.get("memo") and verdict.check != "pribadi":
        lines.append(f"  {_printable(facts['memo'])}")
    if "log" in facts:
        lines.append(f"  {_printable(facts['log'])}")
    if "cooperative" in facts:
        count = ("catatan di buku itu", "entries in that book")[other]
        lines.append(f"  {_printable(facts['cooperative'])}, {facts['book_size']} {count}")
    for name, at in facts.get("witnesses", {}).items():
        lines.append(f"  {('disaksikan', 'witnessed by')[other]} {_printable(name)}, {_shown_moment(at)}")
    return "\n".join(_printable(line) for line in lines)


def _printable(text: str) -> str:
    """Nothing that moves a terminal's cursor or turns the direction of writing."""
    return "".join(sign if sign.isprintable() else "?" for sign in text)


# --- the command ----------------------------------------------------------------------------------------------------


def arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="lumbung-periksa", description=__doc__, epilog=EXIT_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    parser.add_argument(
        "paths",
        nargs="+",
        metavar="FILE",
        help="a receipt's text, a tlog-proof, a witness's evidence, a tiles folder, or -",
    )
    parser.add_argument("--policy", metavar="FILE", help="whom to believe: from the report of the members' meeting")
    parser.add_argument("--leaf", metavar="FILE", help="the leaf input of a tlog-proof that lies in a file of its own")
    parser.add_argument("--personal", metavar="FILE", help="the personal part, likewise")
    parser.add_argument("--old", action="append", default=[], metavar="FILE",
                        help="with a tiles folder: an older receipt or checkpoint that it must continue")  # fmt: skip
    parser.add_argument("--english", action="store_true", help="words in English")
    parser.add_argument("--json", action="store_true", help="for machines")
    return parser


def main(words: list[str] | None = None) -> int:
    options = arguments().parse_args(words)
    try:
        policy = read_policy(_input(options.policy)) if options.policy else None
        old = [checkpoint for file in options.old for checkpoint in read_old(_input(file))]
        verdicts = [verdict for path in options.paths for verdict in _judged(path, policy, old, options)]
    except BadPolicy as bad:
        verdicts = [Verdict(UNDECIDED, "kebijakan", (f"policy tidak dapat dipakai: {bad}", f"bad policy: {bad}"), {})]
    except Failed as failed:
        verdicts = [Verdict(failed.code, failed.check, failed.words, {})]
    if options.json:
        print(json.dumps([verdict.as_json() for verdict in verdicts], ensure_ascii=False, indent=2))
    else:
        print("\n\n".join(say(verdict, options.english) for verdict in verdicts))
    return next(code for code in (INVALID, UNDECIDED, UNSEEN, VALID) if code in {one.code for one in verdicts})


def _judged(path: str, policy: Policy | None, old: list[Checkpoint], options) -> list[Verdict]:
    if path != "-" and Path(path).is_dir():
        return [audit(Path(path), policy, old)]
    try:
        text = _input(path)
        if options.leaf:
            text = text.replace("\r\n", "\n").rstrip() + "\n\n" + _input(options.leaf).removesuffix("\n")
            text += "\n" + _input(options.personal).removesuffix("\n") if options.personal else ""
        if is_evidence(text):
            return [judge_evidence(text, policy)]
        return [judge(one, policy) for one in split_receipts(text)]
    except Failed as failed:
        return [Verdict(failed.code, failed.check, failed.words, {})]


def _input(path: str) -> str:
    try:
        read = sys.stdin.buffer.read(4 * LONGEST_TEXT + 1) if path == "-" else Path(path).read_bytes()
    except OSError:
        raise Failed("berkas", UNDECIDED, f"{path} tidak terbaca", f"{path} cannot be read") from None
    try:
        return read.decode()
    except ValueError:
        raise Failed("teks", UNDECIDED, f"{path} bukan teks", f"{path} is not text") from None


if __name__ == "__main__":
    sys.exit(main())
