"""The page's arithmetic against what others published: RFC 6962, RFC 8032, FIPS 180, C2SP, and our worked example."""

import hashlib
import json
from io import BytesIO

import pytest
import segno

from lumbung import money
from lumbung.tlog.tests import known
from lumbung.tlog.tests.test_vectors import HASHES, ROOTS, VECTORS
from lumbung.witness.periksa.tests.books import base64

INCLUSION = """vectors => Promise.all(vectors.map(async v => {
  const read = text => Periksa.unbase64(text);
  const proof = (v.proof || []).map(read);
  return Periksa.isIncluded(read(v.leafHash), BigInt(v.leafIdx), BigInt(v.treeSize), proof, read(v.root));
}))"""
CONSISTENCY = """vectors => Promise.all(vectors.map(async v => {
  const read = text => Periksa.unbase64(text);
  const proof = (v.proof || []).map(read);
  return Periksa.isConsistent(BigInt(v.size1), BigInt(v.size2), proof, read(v.root1), read(v.root2));
}))"""


def vectors(kind: str) -> dict[str, dict]:
    """By name; whole numbers as text, since some are larger than JavaScript's numbers are exact."""
    files = sorted((VECTORS / kind).rglob("*.json"))
    return {str(file.relative_to(VECTORS)): json.loads(file.read_text(), parse_int=str) for file in files}


@pytest.mark.parametrize(("kind", "ask"), [("inclusion", INCLUSION), ("consistency", CONSISTENCY)])
def test_all_public_vectors_are_judged_as_they_say(program, kind, ask):
    given = vectors(kind)
    holds = dict(zip(given, program(ask, list(given.values())), strict=True))

    assert len(given) == 98
    assert {name for name in given if holds[name] is given[name]["wantErr"]} == set()


def test_trees_of_the_published_leaves_have_the_published_hashes(program):
    ask = "leaves => Promise.all(leaves.map(async leaf => Periksa.hex(await Periksa.leafHash(Periksa.unbase64(leaf)))))"
    leaves = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"]
    assert program(ask, [base64(bytes.fromhex(leaf)) for leaf in leaves]) == [one.hex() for one in HASHES]
    assert HASHES[0].hex() == ROOTS[1]


def test_the_worked_example_of_the_reference_comes_out(program):
    signed = known.SIGNED + known.COSIGNATURE
    receipts = [
        f"c2sp.org/tlog-proof@v1\nindex 1\n{base64(known.HASHES[0])}\n{base64(known.HASHES[2])}\n\n{signed}\n"
        f"{known.LEAVES[1].decode()}"
    ]
    policy = f"log {known.LOG_VKEY}\nwitness pengawas {known.WITNESS_VKEY}\nquorum pengawas\n"
    ask = """async ([receipts, policy]) => {
      const found = await Periksa.judgeAll(receipts[0], [await Periksa.readPolicy(policy)]);
      const [{ verdict, check, witnesses: [{ at }], entry: { amount } }] = found;
      return [verdict, check, at.getTime() / 1000, String(amount)];
    }"""
    assert program(ask, [receipts, policy]) == ["sah", "", known.SEEN_AT, "15000000"]


@pytest.mark.parametrize("size", [0, 1, 55, 56, 63, 64, 111, 112, 119, 127, 128, 1000])
def test_our_own_sha_2_is_sha_2(program, size):
    message = bytes(n % 251 for n in range(size))
    ask = """text => { const bytes = Periksa.unbase64(text);
      return [Periksa.hex(Periksa.ownSha256(bytes)), Periksa.hex(Periksa.ownSha512(bytes))]; }"""
    wanted = [hashlib.sha256(message).hexdigest(), hashlib.sha512(message).hexdigest()]
    assert program(ask, base64(message)) == wanted


RFC8032 = [  # section 7.1: public key, message, signature
    ("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
     "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"),
    ("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
     "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"),
    ("fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
     "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"),
]  # fmt: skip


@pytest.mark.parametrize("own", [False, True])
def test_signatures_of_rfc_8032_hold_and_changed_ones_do_not(program, own):
    ask = """([key, message, signature, own]) => Periksa.holds({ public: Periksa.unbase64(key) },
      Periksa.unbase64(signature), Periksa.unbase64(message), { own })"""

    def holds(key, message, signature):
        return program(ask, [*map(base64, (key, message, signature)), own])

    for key, message, signature in [map(bytes.fromhex, one) for one in RFC8032]:
        assert holds(key, message, signature)
        assert not holds(key, message + b"!", signature)
        assert not holds(key, message, bytes([signature[0] ^ 1]) + signature[1:])
        assert not holds(key[:-1] + bytes([key[-1] ^ 0x40]), message, signature)
        assert not holds(key, message, signature[:-1])
        assert not holds(bytes(32), message, signature)


def test_amounts_are_spelled_as_on_the_paper(program):
    amounts = [0, 1, 100, 1_100, 1_200, 2_000, 2_100, 9_900, 10_000, 11_100, 19_900, 100_000, 100_100, 1_234_567_800,
               100_000_000_050, 1_001_001_00, 2 * 10**15 + 7, 10**17]  # fmt: skip
    ask = "amounts => amounts.map(amount => Periksa.inWords(BigInt(amount), 'id'))"
    assert program(ask, [str(amount) for amount in amounts]) == [money.words(amount) for amount in amounts]


def test_english_amounts_read_as_english(program):
    ask = "amount => Periksa.inWords(BigInt(amount), 'en')"
    spelled = "one million two hundred thirty-four thousand five hundred sixty-seven rupiah fifty sen"
    assert program(ask, "123456750") == spelled


SCAN = """async picture => {
  const drawn = await createImageBitmap(new Blob([Periksa.unbase64(picture)]));
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [drawn.width, drawn.height];
  const drawing = canvas.getContext("2d");
  drawing.drawImage(drawn, 0, 0);
  const found = jsQR(drawing.getImageData(0, 0, canvas.width, canvas.height).data, canvas.width, canvas.height);
  return found ? Periksa.hex(Uint8Array.from(found.binaryData)) : "";
}"""


@pytest.mark.parametrize("version", range(1, 41))
def test_codes_of_every_size_are_read(program, version):
    """jsQR as it is published reads none of version 23, the size of a book of 4,096 entries."""
    said, file = bytes(range(10)), BytesIO()
    segno.make(said, error="l", mode="byte", version=version, boost_error=False, micro=False).save(
        file, kind="png", scale=4, border=4
    )
    assert program(SCAN, base64(file.getvalue())) == said.hex()
