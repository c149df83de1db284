"""`lumbung-periksa`, the verifier that shares nothing with the app: known answers, public vectors, and what is wrong.

Every receipt, policy and log here is made by this file from the specifications, not by Lumbung.
"""

import base64
import hashlib
import hmac
import json
import subprocess
import sys
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

import lumbung_periksa as periksa

ROOT = Path(__file__).parent.parent
VECTORS = ROOT / "lumbung" / "tlog" / "tests" / "vectors" / "testdata"
LOG = "koperasi.example/uji+d37a167e+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4"
WITNESS = "pengawas.example/w1+f2407212+BCmsuuFBvMrwsi4alNNNC8c2HlJtC/4SyJeUvJMilm3X"
POLICY = f"log {LOG}\nwitness pengawas {WITNESS}\nquorum pengawas\n"
ALONE = f"log {LOG}\nquorum none\n"
LOG_KEY, WITNESS_KEY = (Ed25519PrivateKey.from_private_bytes(bytes(range(at, at + 32))) for at in (0, 32))
FORMAT = (ROOT / "docs" / "periksa-format.md").read_text()


def b64(content: bytes) -> str:
    return base64.b64encode(content).decode()


def judged(text: str, policy: str | None = POLICY) -> periksa.Verdict:
    return periksa.judge(periksa.split_receipts(text)[0], periksa.read_policy(policy) if policy is not None else None)


def outcome(text: str, policy: str | None = POLICY) -> tuple[int, str]:
    try:
        verdict = judged(text, policy)
    except periksa.Failed as failed:
        return failed.code, failed.check
    return verdict.code, verdict.check


# --- a log of our own -----------------------------------------------------------------------------------------------


def entry(n: int, **more) -> bytes:
    told = {
        "a": [["111100", "20000", "0"], ["320000", "0", "20000"]], "d": f"BKM-2026-{n + 1:06}", "k": "dues.paid",
        "m": "AA==", "n": n, "p": "2026-11-23", "t": "2026-11-23T02:00:01Z", "v": 1,
    } | more  # fmt: skip
    return json.dumps(told, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def line(name: str, kind: int, private, signed: bytes, front=b"") -> str:
    public = private.public_key().public_bytes_raw()
    key_id = hashlib.sha256(name.encode() + b"\n" + bytes([kind]) + public).digest()[:4]
    return f"— {name} {b64(key_id + front + private.sign(signed))}"


def checkpoint(hashes, origin="koperasi.example/uji", witness=True, at=1795399200, size=None) -> str:
    body = f"{origin}\n{len(hashes) if size is None else size}\n{b64(periksa.root_of(list(hashes)))}\n"
    lines = [line(origin, 1, LOG_KEY, body.encode())]
    if witness:
        signed = f"cosignature/v1\ntime {at}\n{body}".encode()
        lines.append(line("pengawas.example/w1", 4, WITNESS_KEY, signed, at.to_bytes(8, "big")))
    return body + "\n" + "\n".join(lines) + "\n"


def siblings(hashes, index) -> list[bytes]:
    """RFC 9162 2.1.3.1, as it is written there."""
    if len(hashes) == 1:
        return []
    half = 1 << (len(hashes) - 1).bit_length() - 1
    left, right = hashes[:half], hashes[half:]
    if index < half:
        return [*siblings(left, index), periksa.root_of(list(right))]
    return [*siblings(right, index - half), periksa.root_of(list(left))]


def receipt(leaves, index, leaf=None, personal=None, extra=None, **how) -> str:
    hashes = [periksa.hash_leaf(one) for one in leaves]
    proof = "".join(f"{b64(one)}\n" for one in siblings(hashes, index))
    key = f"extra {b64(extra)}\n" if extra else ""
    text = f"{periksa.HEAD}\n{key}index {index}\n{proof}\n{checkpoint(hashes, **how)}"
    text += f"\n{(leaves[index] if leaf is None else leaf).decode()}\n"
    return text + (f"{personal}\n" if personal else "")


THREE = [entry(n) for n in range(3)]
GOOD = receipt(THREE, 1)


# --- known answers --------------------------------------------------------------------------------------------------

KNOWN_LEAF = (
    '{"a":[["1101","150000","0"],["3101","0","150000"]],"d":"KM/2026/11/0001","m":"AA==",'
    '"n":%d,"t":"2026-11-23T02:00:0%dZ","v":1}'
)
KNOWN = [(KNOWN_LEAF % (n, n)).encode() for n in range(3)]
KNOWN_HASHES = """651136e5b6e827a465c79610acc1ac3fdd02b6b74326e3eba5959064e4e17d5c
5dbd1b3543f0092b11d2bd614721bbf751b866418127e149a7520a154d0aa8b2
93e30e691a550f3152f3e2786481b8c437eae0d5de91c9813f6a767f5cb32b8a""".split()
KNOWN_NOTE = """koperasi.example/uji
3
MZ8Kc+cjGEVJQUPy7eMPsDRoWa9KOPuamDM66lgw3uQ=

— koperasi.example/uji 03oWfrw8na00faOQt0Xlfdc3lJBvveaokAXBs2gX+vrYhazg8hiB8G1YV8xUDDZlPP6y3c/KDgUAxsao0gZ8S6RthwA=
— pengawas.example/w1 \
8kByEgAAAABrA54gMvbyG07Q5FB2YZNISj89LYwrPXWoeok8D3vboz/sH5hDmmZqpS5Nyw9nWaIWi3kQgI8Go8CDEW5USdYHj5pwCQ==
"""


def test_the_known_leaves_have_the_known_hashes_and_roots():
    hashes = [periksa.hash_leaf(leaf) for leaf in KNOWN]
    assert [one.hex() for one in hashes] == KNOWN_HASHES
    assert periksa.root_of(hashes[:2]).hex() == "eab5d2f8e96ba96028ec21646a829ed3cfef8cf21364730ae975fa3bab7a2d34"
    assert periksa.root_of(hashes).hex() == "319f0a73e7231845494143f2ede30fb0346859af4a38fb9a98333aea5830dee4"
    assert periksa.included(hashes[1], 1, 3, [hashes[0], hashes[2]], periksa.root_of(hashes))
    assert periksa.consistent(2, 3, periksa.root_of(hashes[:2]), periksa.root_of(hashes), [hashes[2]])


@pytest.mark.parametrize("n", range(3))
def test_the_known_checkpoint_makes_each_known_leaf_valid(n):
    proof = siblings([bytes.fromhex(one) for one in KNOWN_HASHES], n)
    text = f"{periksa.HEAD}\nindex {n}\n" + "".join(f"{b64(one)}\n" for one in proof)
    verdict = judged(f"{text}\n{KNOWN_NOTE}\n{KNOWN[n].decode()}\n")
    assert verdict.code == periksa.VALID, verdict.words
    assert verdict.facts["amount"] == "150000" and verdict.facts["document"] == "KM/2026/11/0001"


def test_the_worked_example_of_the_format_is_judged_as_it_says():
    example = FORMAT.split("```\n")[1]
    lines = [one.split("   1  the proof")[0].rstrip() for one in example.split("\n")]
    verdict = judged("\n".join(lines).strip())
    assert verdict.code == periksa.VALID, verdict.words
    words = periksa.say(verdict, english=False)
    assert "Rp20.000 (dua puluh ribu rupiah) masuk" in words and "Senin 23 November 2026" in words
    assert "disaksikan pengawas, 23 November 2026 09.00 WIB" in words
    assert "Simpanan wajib Juni 2026" in words


def test_no_vector_is_missing():
    assert [len(list((VECTORS / kind).rglob("*.json"))) for kind in ("inclusion", "consistency")] == [98, 98]


@pytest.mark.parametrize("file", sorted(VECTORS.rglob("*.json")), ids=lambda file: str(file.relative_to(VECTORS)))
def test_the_public_vectors_are_judged_as_they_say(file):
    told = json.loads(file.read_text())
    proof = [base64.b64decode(one) for one in told["proof"] or []]
    if "leafIdx" in told:
        leaf, root = base64.b64decode(told["leafHash"]), base64.b64decode(told["root"])
        holds = periksa.included(leaf, told["leafIdx"], told["treeSize"], proof, root)
    else:
        roots = [base64.b64decode(told[name]) for name in ("root1", "root2")]
        holds = periksa.consistent(told["size1"], told["size2"], *roots, proof)
    assert holds is not told["wantErr"]


def test_every_place_in_every_small_tree_is_proven_and_no_other():
    leaves = [bytes([n]) for n in range(40)]
    hashes = [periksa.hash_leaf(leaf) for leaf in leaves]
    for size in range(1, 41):
        root = periksa.root_of(hashes[:size])
        for index in range(size):
            proof = siblings(hashes[:size], index)
            assert periksa.included(hashes[index], index, size, proof, root)
            assert not periksa.included(hashes[index], (index + 1) % size, size, proof, root) or size == 1
            assert not periksa.included(hashes[index], index, size, [*proof, hashes[0]], root)


# --- verdicts -------------------------------------------------------------------------------------------------------


def test_a_good_receipt_is_valid():
    verdict = judged(GOOD)
    assert (verdict.code, verdict.check) == (0, "")
    assert verdict.facts["way"] == "in" and verdict.facts["entry"] == 2
    assert list(verdict.facts["witnesses"]) == ["pengawas"]


def test_without_the_witness_it_is_not_witnessed_yet():
    assert outcome(receipt(THREE, 1, witness=False)) == (2, "kuorum")


def test_a_policy_that_asks_for_no_witness_is_met_and_says_that_nobody_looked():
    verdict = judged(receipt(THREE, 1, witness=False), ALONE)
    assert verdict.code == 0 and "belum ada orang lain" in verdict.words[0]


@pytest.mark.parametrize("policy", [None, "", "# kosong\n", "quorum none\n", f"witness w {WITNESS}\nquorum none\n"])
def test_without_the_key_of_the_log_nothing_is_decided(policy):
    assert outcome(GOOD, policy) == (3, "kunci")


def test_a_key_of_the_same_name_and_another_id_is_a_stranger():
    other = Ed25519PrivateKey.from_private_bytes(bytes(range(64, 96))).public_key().public_bytes_raw()
    key_id = hashlib.sha256(b"koperasi.example/uji\n\x01" + other).digest()[:4]
    policy = f"log koperasi.example/uji+{key_id.hex()}+{b64(bytes([1]) + other)}\nquorum none\n"
    assert outcome(GOOD, policy) == (3, "kunci")
    assert outcome(GOOD, f"log {LOG}\n" + policy) == (0, "")


def test_money_out_and_corrections_are_told():
    out = entry(0, a=[["511100", "1222.50", "0"], ["111100", "0", "1222.50"]], r=4)
    verdict = judged(receipt([out], 0))
    assert (verdict.facts["amount"], verdict.facts["way"], verdict.facts["undoes"]) == ("1222.50", "out", 5)
    assert "Rp1.222,50" in periksa.say(verdict, english=True) and "undoes entry #5" in periksa.say(verdict, True)


def test_without_cash_the_amount_is_the_sum_of_debits():
    moved = entry(0, a=[["511100", "5", "0"], ["512000", "7", "0"], ["151000", "0", "12"]])
    assert judged(receipt([moved], 0)).facts["amount"] == "12"


def test_the_personal_part_opens_with_its_key_only():
    key, personal = bytes(range(64, 96)), '["7","0","Iuran Juni","00"]'
    leaf = entry(0, m=b64(hmac.digest(key, personal.encode(), "sha256")))
    assert judged(receipt([leaf], 0, personal=personal, extra=key)).facts["memo"] == "Iuran Juni"
    assert outcome(receipt([leaf], 0, extra=bytes(32))) == (0, "")
    assert outcome(receipt([leaf], 0, personal=personal)) == (1, "pribadi")
    assert outcome(receipt([leaf], 0, personal=personal, extra=bytes(32))) == (1, "pribadi")
    other = '["7","0","Iuran Juli","00"]'
    verdict = judged(receipt([leaf], 0, personal=other, extra=key))
    assert (verdict.code, verdict.check) == (1, "pribadi") and "Juli" not in periksa.say(verdict, False)


def test_every_flipped_bit_is_noticed_or_outside_of_what_is_signed():
    """Over every bit of a receipt: what still counts as valid differs only where the witness's and log's names stand
    twice, which can only make a line of nobody; none of it may change what is shown."""
    good = judged(GOOD, ALONE).facts
    shown = {key: good[key] for key in ("amount", "document", "entry", "day", "cooperative")}
    text = GOOD.encode()
    for place in range(len(text) * 8):
        torn = bytearray(text)
        torn[place // 8] ^= 1 << (place % 8)
        try:
            verdict = judged(bytes(torn).decode(), ALONE)
        except (UnicodeDecodeError, periksa.Failed):
            continue
        if verdict.code == 0:
            assert {key: verdict.facts[key] for key in shown} == shown


def changed(old: str, new: str, count=1) -> str:
    assert old in GOOD
    return GOOD.replace(old, new, count)


LEAF = THREE[1].decode()
FIRST_HASH, SECOND_HASH = GOOD.split("\n")[2:4]
OTHERWISE = FIRST_HASH[:-2] + chr(ord(FIRST_HASH[-2]) + 1) + "="  # the same bytes, another last sign
BACKWARDS = json.dumps(dict(reversed(json.loads(LEAF).items())), separators=(",", ":"))
SIGNED = next(one for one in GOOD.split("\n") if one.startswith("— koperasi"))
COSIGNED = next(one for one in GOOD.split("\n") if one.startswith("— pengawas"))
ROOT_LINE = GOOD.split("\n")[7]


def torn(signature_line: str, place: int) -> str:
    *front, text = signature_line.split(" ")
    content = bytearray(base64.b64decode(text))
    content[place] ^= 1
    return " ".join([*front, b64(bytes(content))])


def leaf(text: str) -> str:
    return changed(LEAF, text)


BAD = {
    "nothing": ("", 3, "teks"),
    "a letter": ("Bu Susy yang baik,\n" + GOOD, 3, "teks"),
    "a proof of another version": (changed("proof@v1", "proof@v2"), 3, "teks"),
    "too long": ("x" * 1_000_001, 3, "teks"),
    "only the head": (periksa.HEAD, 1, "bentuk"),
    "no index": (changed("index 1\n", ""), 1, "bentuk"),
    "index with a zero in front": (changed("index 1\n", "index 01\n"), 1, "bentuk"),
    "negative index": (changed("index 1\n", "index -1\n"), 1, "bentuk"),
    "index in Arabic digits": (changed("index 1\n", "index ١\n"), 1, "bentuk"),
    "huge index": (changed("index 1\n", f"index {'9' * 40}\n"), 1, "bentuk"),
    "extra of a wrong length": (changed("index 1\n", "extra AAAA\nindex 1\n"), 1, "bentuk"),
    "extra after index": (changed("index 1\n", f"index 1\nextra {b64(bytes(32))}\n"), 1, "bentuk"),
    "two extras": (changed("index 1\n", f"extra {b64(bytes(32))}\n" * 2 + "index 1\n"), 1, "bentuk"),
    "a hash cut": (changed(FIRST_HASH, FIRST_HASH[:-4]), 1, "bentuk"),
    "a hash that is no base64": (changed(FIRST_HASH, "?" * 44), 1, "bentuk"),
    "a hash in another spelling": (changed(FIRST_HASH, OTHERWISE), 1, "bentuk"),
    "a hash with a space": (changed(FIRST_HASH, f" {FIRST_HASH}"), 1, "bentuk"),
    "a hash too few": (changed(f"{FIRST_HASH}\n", ""), 1, "letak"),
    "a hash too many": (changed(f"{FIRST_HASH}\n", f"{FIRST_HASH}\n" * 2), 1, "letak"),
    "another hash": (changed(FIRST_HASH, b64(bytes(32))), 1, "letak"),
    "hashes swapped": (changed(f"{FIRST_HASH}\n{SECOND_HASH}", f"{SECOND_HASH}\n{FIRST_HASH}"), 1, "letak"),
    "too many hashes": (changed(FIRST_HASH, "\n".join([FIRST_HASH] * 64)), 1, "bentuk"),
    "no checkpoint": (GOOD.split("\n\n")[0], 1, "bentuk"),
    "a checkpoint without signatures": (GOOD.split("— ")[0], 1, "bentuk"),
    "a size with a zero in front": (changed("\n3\n", "\n03\n"), 1, "bentuk"),
    "a size in words": (changed("\n3\n", "\ntiga\n"), 1, "bentuk"),
    "a larger size": (changed("\n3\n", "\n4\n"), 1, "tanda tangan"),
    "an index beyond the size": (changed("\n3\n", "\n1\n"), 1, "letak"),
    "another root": (changed(ROOT_LINE, b64(bytes(32))), 1, "letak"),
    "a short root": (changed(ROOT_LINE, "AAAA"), 1, "bentuk"),
    "a control character in the checkpoint": (changed("uji\n3", "uji\x07\n3"), 1, "bentuk"),
    "another origin": (changed("koperasi.example/uji\n3", "koperasi.example/lain\n3"), 3, "kunci"),
    "the log's line gone": (changed(SIGNED + "\n", ""), 3, "kunci"),
    "the log's signature torn": (changed(SIGNED, torn(SIGNED, 40)), 1, "tanda tangan"),
    "the log's key id torn": (changed(SIGNED, torn(SIGNED, 0)), 3, "kunci"),
    "one good and one false line of the log": (changed(SIGNED, SIGNED + "\n" + torn(SIGNED, 40)), 1, "tanda tangan"),
    "the log's signature short": (changed(SIGNED, SIGNED[:-8]), 1, "tanda tangan"),
    "the witness's signature torn": (changed(COSIGNED, torn(COSIGNED, 60)), 1, "saksi"),
    "the witness's time moved": (changed(COSIGNED, torn(COSIGNED, 11)), 1, "saksi"),
    "the witness's key id torn": (changed(COSIGNED, torn(COSIGNED, 0)), 2, "kuorum"),
    "the witness's line short": (changed(COSIGNED, " ".join([*COSIGNED.split(" ")[:2], "8kByEgAAAABr"])), 1, "saksi"),
    "the log's line under the witness's name": (
        changed(COSIGNED, SIGNED.replace("koperasi.example/uji", "pengawas.example/w1")), 2, "kuorum"),
    "a hyphen for the dash": (changed(SIGNED, SIGNED.replace("—", "-")), 1, "bentuk"),
    "a signature line without a name": (changed(SIGNED, "—  " + SIGNED.split(" ")[2]), 1, "bentuk"),
    "a name with a plus": (changed("— koperasi.example/uji", "— koperasi+uji"), 1, "bentuk"),
    "sixty-five signatures": (changed(SIGNED, "\n".join([SIGNED] * 65)), 1, "bentuk"),
    "no leaf": (GOOD.split("\n\n{")[0], 3, "isi"),
    "the leaf without a blank line": (changed("\n\n{", "\n{"), 1, "bentuk"),
    "two leaves": (changed(LEAF, f"{LEAF}\n{LEAF}"), 1, "bentuk"),
    "a word after the leaf": (GOOD + "Lunas\n", 1, "bentuk"),
    "the leaf too long": (leaf(entry(1, x="y" * 66_000).decode()), 1, "bentuk"),
    "the leaf no JSON": (leaf("{saya}"), 1, "catatan"),
    "the leaf nested without end": (leaf('{"a":' + "[" * 20_000 + "]" * 20_000 + "}"), 1, "catatan"),
    "the leaf a list": (leaf("{}"), 1, "catatan"),
    "a space in the leaf": (leaf(LEAF.replace(",", ", ", 1)), 1, "catatan"),
    "keys in another order": (leaf(BACKWARDS), 1, "catatan"),
    "a key twice": (leaf(LEAF.replace('"v":1', '"v":1,"v":1')), 1, "catatan"),
    "an amount as a number": (leaf(LEAF.replace('"20000"', "20000")), 1, "catatan"),
    "an amount with a sign": (leaf(LEAF.replace('"20000"', '"-20000"')), 1, "catatan"),
    "an amount with dots": (leaf(LEAF.replace('"20000"', '"20.000"')), 1, "catatan"),
    "an amount with an exponent": (leaf(LEAF.replace('"20000"', '"2e4"')), 1, "catatan"),
    "a fraction of a number": (leaf(LEAF.replace('"v":1', '"v":1.0')), 1, "catatan"),
    "infinity": (leaf(LEAF.replace('"v":1', '"v":Infinity')), 1, "catatan"),
    "a number that no double holds": (leaf(LEAF.replace('"n":1', '"n":9007199254740993')), 1, "catatan"),
    "a true version": (leaf(LEAF.replace('"v":1', '"v":true')), 1, "catatan"),
    "a version of the future": (leaf(LEAF.replace('"v":1', '"v":2')), 1, "catatan"),
    "no document": (leaf(LEAF.replace('"d":"BKM-2026-000002",', "")), 1, "catatan"),
    "a time that is none": (leaf(LEAF.replace("T02:00:01Z", "T25:00:01Z")), 1, "catatan"),
    "a time with a zone": (leaf(LEAF.replace("T02:00:01Z", "T02:00:01+07:00")), 1, "catatan"),
    "a day that is none": (leaf(LEAF.replace("2026-11-23", "2026-02-30", 1)), 1, "catatan"),
    "one amount changed": (leaf(LEAF.replace('"20000"', '"90000"', 1)), 1, "catatan"),
    "both amounts changed": (leaf(LEAF.replace('"20000"', '"90000"')), 1, "letak"),
    "the document changed": (leaf(LEAF.replace("BKM-2026-000002", "BKM-2026-000003")), 1, "letak"),
    "another entry of the same book": (leaf(THREE[2].decode()), 1, "nomor"),
    "an escaped letter": (leaf(LEAF.replace("dues", "\\u0064ues")), 1, "catatan"),
    "a lone surrogate": (leaf(LEAF.replace("dues", "\\ud800")), 1, "catatan"),
    "a personal part without its key": (GOOD + '["x"]\n', 1, "pribadi"),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_what_is_wrong_is_named(name):
    text, code, check = BAD[name]
    assert outcome(text) == (code, check)


@pytest.mark.parametrize(
    "text",
    ["\ufeff" + GOOD, GOOD.replace("\n", "\r\n"), "\n \t\n" + GOOD, GOOD + "\n\n  \r\n", GOOD.rstrip("\n")],
    ids=["byte order mark", "CRLF", "white space before", "white space after", "no newline at the end"],
)
def test_what_telephones_add_is_read_kindly(text):
    assert outcome(text) == (0, "")


def test_a_cosignature_counts_once_and_the_latest_time_is_shown():
    hashes = [periksa.hash_leaf(leaf) for leaf in THREE]
    later = checkpoint(hashes, at=1795399300).split("\n")[-2]
    verdict = judged(changed(COSIGNED, f"{COSIGNED}\n{later}"))
    assert verdict.code == 0 and verdict.facts["witnesses"]["pengawas"].endswith("09:01:40+07:00")


def test_a_terminal_is_not_moved_by_what_a_receipt_says():
    verdict = judged(receipt([entry(0, d="\u202eBKM\u0085")], 0))
    assert verdict.code == 0 and "\u202e" not in periksa.say(verdict, False)


# --- policies -------------------------------------------------------------------------------------------------------


def keys(count: int) -> list[str]:
    found = []
    for n in range(count):
        public = Ed25519PrivateKey.from_private_bytes(bytes([n]) * 32).public_key().public_bytes_raw()
        key_id = hashlib.sha256(f"w{n}".encode() + b"\n\x04" + public).digest()[:4]
        found.append(f"witness w{n} w{n}+{key_id.hex()}+{b64(bytes([4]) + public)}")
    return found


W = "\n".join(keys(4)) + "\n"


@pytest.mark.parametrize(
    ("rule", "seen", "met"),
    [
        ("quorum none", "", True), ("quorum w1", "w1", True), ("quorum w1", "w0 w2", False),
        ("group g any w0 w1\nquorum g", "w1", True), ("group g all w0 w1\nquorum g", "w1", False),
        ("group g 2 w0 w1 w2\nquorum g", "w0 w2", True), ("group g 2 w0 w1 w2\nquorum g", "w3 w2", False),
        ("group g any w0 w1\ngroup h all g w2\nquorum h", "w0 w2", True),
        ("group g any w0 w1\ngroup h all g w2\nquorum h", "w0 w1", False),
        ("  # saksi\n\n\tquorum \t w1 ", "w1", True),
    ],
)  # fmt: skip
def test_quorums(rule, seen, met):
    assert periksa.read_policy(W + rule + "\n").met_by(set(seen.split())) is met


@pytest.mark.parametrize(
    "text",
    [
        W, W + "quorum w9\n", W + "quorum w1\nquorum w1\n", "quorum\n", W + W + "quorum none\n", "saksi w1\n",
        f"log {LOG}\nlog {LOG}\nquorum none\n", f"log {LOG[:-4]}AAAA\nquorum none\n", "log bukan-kunci\nquorum none\n",
        f"log {LOG.replace('d37a', 'D37A')}\nquorum none\n", f"log {LOG} a b\nquorum none\n",
        "group g any w0\nquorum g\n", W + "group g 0 w0\nquorum g\n", W + "group g 3 w0 w1\nquorum g\n",
        W + "group g 02 w0 w1\nquorum g\n", W + "group g any\nquorum g\n", W + "group g any none\nquorum g\n",
        W + "group g any w0 w0\nquorum g\n", W + "group g any w0\ngroup h any w0\nquorum h\n",
        W + "group w0 any w1\nquorum w0\n", W + "group none any w1\nquorum none\n", W + "group g any g\nquorum g\n",
        W + "quorum w1\x00\n", GOOD, POLICY + GOOD, f"witness none {WITNESS}\nquorum none\n",
    ],
)  # fmt: skip
def test_a_policy_that_cannot_be_used_is_refused(text):
    with pytest.raises(periksa.BadPolicy):
        periksa.read_policy(text)


def test_keys_of_kinds_that_we_do_not_use_count_for_nothing():
    ml = hashlib.sha256(b"koperasi.example/uji\n\x06" + bytes(1312)).digest()[:4]
    policy = f"log koperasi.example/uji+{ml.hex()}+{b64(bytes([6]) + bytes(1312))}\n"
    assert outcome(GOOD, policy + "quorum none\n") == (3, "kunci")
    assert outcome(GOOD, policy + POLICY) == (0, "")
    assert outcome(GOOD, f"log x.example/y+00112233+{b64(b'{later}')}\n" + POLICY) == (0, "")


# --- whole logs -----------------------------------------------------------------------------------------------------


def tiles(folder: Path, leaves: list[bytes]) -> Path:
    hashes, level = [periksa.hash_leaf(leaf) for leaf in leaves], 0
    folder.mkdir()
    (folder / "checkpoint").write_text(checkpoint(hashes))
    for at in range(0, len(leaves), 256):
        part = leaves[at : at + 256]
        bundle = b"".join(len(leaf).to_bytes(2, "big") + leaf for leaf in part)
        write(folder / "tile" / "entries", at // 256, len(part), bundle)
    while hashes:
        for at in range(0, len(hashes), 256):
            part = hashes[at : at + 256]
            write(folder / "tile" / str(level), at // 256, len(part), b"".join(part))
        hashes = [periksa.root_of(hashes[at : at + 256]) for at in range(0, len(hashes) // 256 * 256, 256)]
        level += 1
    return folder


def write(folder: Path, at: int, width: int, content: bytes) -> None:
    file = folder / (periksa.tile_name(at) + (f".p/{width}" if width < 256 else ""))
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)


def audited(folder, policy=POLICY, old=()):
    verdict = periksa.audit(folder, periksa.read_policy(policy), list(old))
    return verdict.code, verdict.check


@pytest.mark.parametrize("size", [1, 3, 255, 256, 257, 600])
def test_a_whole_log_is_audited(tmp_path, size):
    assert audited(tiles(tmp_path / "log", [entry(n) for n in range(size)])) == (0, "")


def test_names_of_tiles():
    assert [periksa.tile_name(at) for at in (0, 999, 1000, 1234067)] == ["000", "999", "x001/000", "x001/x234/067"]


def test_every_changed_file_of_a_log_is_noticed(tmp_path):
    folder = tiles(tmp_path / "log", [entry(n) for n in range(300)])
    for file in [one for one in folder.rglob("*") if one.is_file()]:
        whole = file.read_bytes()
        for place in (0, len(whole) // 2, len(whole) - 5):
            torn = bytearray(whole)
            torn[place] ^= 1
            file.write_bytes(bytes(torn))
            assert audited(folder)[0] != 0, (file, place)
        file.write_bytes(whole[:-1])
        assert audited(folder)[0] != 0 or file.name == "checkpoint", file
        file.unlink()
        assert audited(folder)[0] == 3, file
        file.write_bytes(whole)
    assert audited(folder) == (0, "")


def test_an_old_receipt_convicts_a_rewritten_and_a_cut_log(tmp_path):
    """A forger with the log's key signs whatever he likes; what was handed out before does not change."""
    old = periksa.read_old(receipt([entry(n) for n in range(5)], 4))
    honest = tiles(tmp_path / "a", [entry(n) for n in range(9)])
    rewritten = tiles(tmp_path / "b", [entry(n, d="BKM-X") if n == 2 else entry(n) for n in range(9)])
    cut = tiles(tmp_path / "c", [entry(n) for n in range(4)])
    assert audited(honest, old=old) == (0, "")
    assert audited(rewritten, old=old) == audited(cut, old=old) == (1, "lama")
    assert audited(honest, old=periksa.read_old(checkpoint([bytes(32)], origin="lain.example/x"))) == (3, "lama")


# --- evidence -------------------------------------------------------------------------------------------------------


def evidence(shown: str, seen: str = "", old: int = 3, proof=()) -> str:
    lines = "".join(f"{b64(one)}\n" for one in proof)
    text = f"# lumbung: bukti saksi w1, 2026-11-23T02:00:00Z, x\n# yang ditunjukkan:\nold {old}\n{lines}\n{shown}"
    return text + (f"\n# yang kami lihat dan tandatangani sebelumnya:\n{seen}" if seen else "")


ROW = [periksa.hash_leaf(bytes([n])) for n in range(5)]
LONGER = siblings(ROW, 3)  # not a proof of anything that joins
JOINS = [ROW[2], ROW[3], periksa.root_of(ROW[:2]), ROW[4]]  # RFC 6962 2.1.2: PROOF(3, D[5])


@pytest.mark.parametrize(
    ("text", "verdict", "code"),
    [
        (evidence(checkpoint(ROW[2:5]), checkpoint(ROW[:3])), "terbukti", 1),
        (evidence(checkpoint(ROW[:2]), checkpoint(ROW[:3])), "dugaan", 3),
        (evidence(checkpoint(ROW), checkpoint(ROW[:3]), 3, LONGER), "dugaan", 3),
        (evidence(checkpoint(ROW), checkpoint(ROW[:3]), 3, JOINS), "bukan bukti", 3),
        (evidence(checkpoint(ROW[:3]), checkpoint(ROW[:3])), "bukan bukti", 3),
        (evidence(checkpoint(ROW[:3])), "bukan bukti", 3),
        (evidence(checkpoint(ROW[2:5]).replace("\n3\n", "\n4\n"), checkpoint(ROW[:3])), "bukan bukti", 3),
        (evidence(checkpoint(ROW[:3], origin="lain.example/x"), checkpoint(ROW[:3])), "tidak dapat diputuskan", 3),
        (evidence(checkpoint(ROW[:3]))[:90], "tidak dapat diputuskan", 3),
        (evidence(checkpoint(ROW[:3]), checkpoint(ROW[:3]))[:-90], "tidak dapat diputuskan", 3),
    ],
)
def test_evidence_says_what_it_proves_and_no_more(tmp_path, capsys, text, verdict, code):
    (tmp_path / "policy").write_text(POLICY)
    (tmp_path / "bukti.txt").write_text(text)
    answered, printed = run(capsys, tmp_path / "bukti.txt", "--policy", tmp_path / "policy", "--json")
    assert (json.loads(printed)[0]["verdict"], answered) == (verdict, code)


def test_without_the_key_evidence_convicts_nobody(tmp_path, capsys):
    (tmp_path / "bukti.txt").write_text(evidence(checkpoint(ROW[2:5]), checkpoint(ROW[:3])))
    assert run(capsys, tmp_path / "bukti.txt")[0] == 3


# --- the command ----------------------------------------------------------------------------------------------------


@pytest.fixture
def files(tmp_path):
    (tmp_path / "policy").write_text(POLICY)
    (tmp_path / "kuitansi.txt").write_text(GOOD)
    (tmp_path / "proof").write_text(GOOD.split("\n\n{")[0] + "\n")
    (tmp_path / "leaf").write_bytes(THREE[1])
    (tmp_path / "palsu.txt").write_text(BAD["both amounts changed"][0])
    (tmp_path / "baru.txt").write_text(receipt(THREE, 1, witness=False))
    return tmp_path


def run(capsys, *words):
    code = periksa.main([str(word) for word in words])
    return code, capsys.readouterr().out


def test_the_command_says_it_in_both_languages(files, capsys):
    code, printed = run(capsys, files / "kuitansi.txt", "--policy", files / "policy")
    assert code == 0 and printed.startswith("SAH: ada di buku yang disaksikan\n  Rp20.000")
    code, printed = run(capsys, files / "palsu.txt", "--policy", files / "policy", "--english")
    assert code == 1 and printed.startswith("NOT VALID: the entry is not in that book")


def test_a_proof_and_its_leaf_in_two_files(files, capsys):
    assert run(capsys, files / "proof", "--policy", files / "policy")[0] == 3
    assert run(capsys, files / "proof", "--leaf", files / "leaf", "--policy", files / "policy")[0] == 0


@pytest.mark.parametrize(
    ("names", "code"),
    [(["kuitansi.txt"], 0), (["kuitansi.txt", "baru.txt"], 2), (["baru.txt", "proof"], 3),
     (["proof", "palsu.txt", "kuitansi.txt"], 1), (["tidak-ada"], 3)],
)  # fmt: skip
def test_the_worst_of_several_decides(files, capsys, names, code):
    words = [files / name for name in names]
    assert run(capsys, *words, "--policy", files / "policy")[0] == code


def test_several_receipts_in_one_text(files, capsys):
    (files / "dua").write_text(GOOD + "\n" + GOOD)
    code, printed = run(capsys, files / "dua", "--policy", files / "policy", "--json")
    assert code == 0 and [one["verdict"] for one in json.loads(printed)] == ["sah", "sah"]


def test_bad_policies_and_files_that_are_no_text_are_told(files, capsys):
    (files / "biner").write_bytes(b"\xff\xfe\x00")
    assert run(capsys, files / "kuitansi.txt", "--policy", files / "kuitansi.txt")[0] == 3
    assert run(capsys, files / "biner", "--policy", files / "policy")[0] == 3
    assert run(capsys, files / "kuitansi.txt", "--policy", files / "tidak-ada")[0] == 3


def test_the_exit_codes_stand_in_the_help(capsys):
    with pytest.raises(SystemExit):
        periksa.main(["--help"])
    shown = capsys.readouterr().out
    assert all(f"  {code}  " in shown for code in (0, 1, 2, 3))


@pytest.mark.parametrize(("value", "words"), [
    (0, "nol"), (11, "sebelas"), (15, "lima belas"), (20_000, "dua puluh ribu"), (1_000, "seribu"), (100, "seratus"),
    (1_001_100, "satu juta seribu seratus"), (2_500_000_000, "dua miliar lima ratus juta"),
    (1115, "seribu seratus lima belas"),
])  # fmt: skip
def test_amounts_in_words(value, words):
    assert periksa.spelled(value) == words


def test_it_stands_alone(files):
    """In a Python that has never heard of Lumbung or Django, from a folder of its own."""
    program = files / "lumbung_periksa.py"
    program.write_bytes((ROOT / "lumbung_periksa.py").read_bytes())
    asks = (
        "import sys; import lumbung_periksa as p; code = p.main(sys.argv[1:]);"
        "ours = [name for name in sys.modules if name.split('.')[0] in ('lumbung', 'django', 'pyrage')];"
        "assert not ours, ours; assert 'socket' not in sys.modules; sys.exit(code)"
    )
    words = [sys.executable, "-c", asks, "kuitansi.txt", "--policy", "policy"]
    done = subprocess.run(words, cwd=files, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "SAH" in done.stdout


def test_its_source_imports_the_standard_library_and_cryptography_only():
    import ast

    tree = ast.parse((ROOT / "lumbung_periksa.py").read_text())
    names = {
        name.split(".")[0]
        for node in ast.walk(tree)
        for name in (
            [one.name for one in node.names] if isinstance(node, ast.Import)
            else [node.module] if isinstance(node, ast.ImportFrom) else []
        )
    }  # fmt: skip
    assert names - set(sys.stdlib_module_names) == {"cryptography"}


# --- what the app hands out -------------------------------------------------------------------------------------------


@pytest.fixture
def handed_out(db, tmp_path, capsys):
    """A receipt, its leaf, the policy and the whole log of a book of five entries, as the commands give them."""
    from datetime import date

    from lumbung import ids
    from lumbung.cooperatives.actions import create_cooperative
    from lumbung.cooperatives.tenant import acting_for
    from lumbung.ledger.actions import open_book, post_event
    from lumbung.money import rp
    from lumbung.site import cli

    coop = create_cooperative(
        slug="karbes", name="KMP Karbes", kind="kmp", village_code="35.73.04.1009", books_from=date(2025, 1, 1)
    )
    with acting_for(coop.id):
        open_book(cooperative_id=coop.id)
        for day in range(1, 6):
            post_event(
                "income.other", coop.id, on=date(2025, 2, day), amount=rp(5_000 * day), by=7,
                request_id=ids.new_request(), memo="Iuran “Siti” & é",
            )  # fmt: skip
    for name, words in {
        "policy": ["policy"], "proof": ["receipt", "BKM-2025-000003", "--leaf", str(tmp_path / "leaf")],
        "told": ["tiles", str(tmp_path / "tiles")],
    }.items():  # fmt: skip
        capsys.readouterr()
        assert cli.main([*words, "--cooperative", "karbes"]) == 0
        (tmp_path / name).write_text(capsys.readouterr().out)
    return tmp_path


def test_what_the_app_hands_out_is_valid_by_this_reading_too(handed_out, capsys):
    given = ["--policy", handed_out / "policy"]
    code, printed = run(capsys, handed_out / "proof", "--leaf", handed_out / "leaf", *given)
    assert code == 0 and "Rp15.000 (lima belas ribu rupiah) masuk" in printed and "BKM-2025-000003, #3" in printed
    assert run(capsys, handed_out / "tiles", *given, "--old", handed_out / "proof")[0] == 0


def test_a_changed_leaf_of_the_app_is_not(handed_out, capsys):
    leaf_file = handed_out / "leaf"
    leaf_file.write_bytes(leaf_file.read_bytes().replace(b'"15000"', b'"95000"'))
    given = ["--leaf", leaf_file, "--policy", handed_out / "policy"]
    code, printed = run(capsys, handed_out / "proof", *given)
    assert code == 1 and "tidak ada di buku itu" in printed
