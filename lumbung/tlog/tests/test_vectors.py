"""The public vectors of transparency-dev/merkle (Apache-2.0, vectors/LICENSE): 196 proofs, most of them wrong."""

import json
from base64 import b64decode
from pathlib import Path

import pytest

from lumbung.tlog import tree

VECTORS = Path(__file__).parent / "vectors" / "testdata"

# merkle.testonly: the leaf inputs of its examples and the roots of the trees of 0 to 8 of them
LEAVES = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"]
ROOTS = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
HASHES = [tree.leaf_hash(bytes.fromhex(leaf)) for leaf in LEAVES]


def vectors(kind: str) -> list:
    files = sorted((VECTORS / kind).rglob("*.json"))
    return [pytest.param(json.loads(file.read_text()), id=str(file.relative_to(VECTORS))) for file in files]


def read(vector: dict, *names: str) -> list[bytes]:
    return [b64decode(vector[name]) for name in names]


def proof(vector: dict) -> list[bytes]:
    return [b64decode(node) for node in vector["proof"] or []]


def test_no_vector_is_missing():
    assert (len(vectors("inclusion")), len(vectors("consistency"))) == (98, 98)


@pytest.mark.parametrize("vector", vectors("inclusion"))
def test_inclusion_is_judged_as_the_vectors_say(vector):
    leaf, root = read(vector, "leafHash", "root")

    holds = tree.verify_inclusion(leaf, vector["leafIdx"], vector["treeSize"], proof(vector), root)

    assert holds is not vector["wantErr"]


@pytest.mark.parametrize("vector", vectors("consistency"))
def test_consistency_is_judged_as_the_vectors_say(vector):
    old_root, new_root = read(vector, "root1", "root2")

    holds = tree.verify_consistency(vector["size1"], vector["size2"], proof(vector), old_root, new_root)

    assert holds is not vector["wantErr"]


@pytest.mark.parametrize("size", range(9))
def test_trees_have_the_published_roots(size):
    assert tree.root_of(HASHES[:size]).hex() == ROOTS[size]


def test_our_proofs_are_those_of_the_vectors():
    for param in vectors("inclusion"):
        vector = param.values[0]
        if not vector["wantErr"] and b64decode(vector["leafHash"]) in HASHES:
            assert tree.inclusion_proof(HASHES, vector["leafIdx"], vector["treeSize"]) == proof(vector)
    for param in vectors("consistency"):
        vector = param.values[0]
        if not vector["wantErr"] and b64decode(vector["root2"]).hex() in ROOTS:
            assert tree.consistency_proof(HASHES, vector["size1"], vector["size2"]) == proof(vector)
