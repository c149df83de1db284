import time
from functools import cache
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lumbung.tlog import tree
from lumbung.tlog.tests.known import HASHES, LEAVES

NUMBERED = [sha256(str(number).encode()).digest() for number in range(600)]
sizes = st.integers(1, len(NUMBERED))


@cache
def plain_root(start: int, stop: int) -> bytes:
    """The root as RFC 6962 section 2.1 defines it, word for word."""
    if start == stop:
        return sha256(b"").digest()
    if stop - start == 1:
        return NUMBERED[start]
    half = 1
    while half * 2 < stop - start:
        half *= 2
    return sha256(b"\x01" + plain_root(start, start + half) + plain_root(start + half, stop)).digest()


def flipped(data: bytes, bit: int) -> bytes:
    """`data` with one bit changed."""
    return (int.from_bytes(data) ^ 1 << bit % (8 * len(data))).to_bytes(len(data))


def test_the_worked_example_has_its_hashes_roots_and_proofs():
    assert LEAVES[0] == (
        b'{"a":[["1101","150000","0"],["3101","0","150000"]],"d":"KM/2026/11/0001","m":"AA==","n":0,'
        b'"t":"2026-11-23T02:00:00Z","v":1}'
    )
    assert [leaf.hex() for leaf in HASHES] == [
        "651136e5b6e827a465c79610acc1ac3fdd02b6b74326e3eba5959064e4e17d5c",
        "5dbd1b3543f0092b11d2bd614721bbf751b866418127e149a7520a154d0aa8b2",
        "93e30e691a550f3152f3e2786481b8c437eae0d5de91c9813f6a767f5cb32b8a",
    ]
    assert tree.root_of(HASHES[:2]).hex() == "eab5d2f8e96ba96028ec21646a829ed3cfef8cf21364730ae975fa3bab7a2d34"
    assert tree.root_of(HASHES).hex() == "319f0a73e7231845494143f2ede30fb0346859af4a38fb9a98333aea5830dee4"
    assert tree.inclusion_proof(HASHES, 1, 3) == [HASHES[0], HASHES[2]]
    assert tree.consistency_proof(HASHES, 2, 3) == [HASHES[2]]


def test_a_frontier_always_knows_the_root():
    frontier = b""
    for size, leaf in enumerate(NUMBERED):
        assert tree.root(frontier, size) == plain_root(0, size)
        frontier = tree.append(frontier, size, leaf)
    assert len(frontier) == 32 * len(NUMBERED).bit_count()


@given(st.integers(0, 300), st.integers(0, 300))
def test_many_leaves_at_once_grow_the_tree_as_one_after_another(before, more):
    frontier = tree.append_many(b"", 0, NUMBERED[:before])
    one_by_one = frontier
    for number in range(before, before + more):
        one_by_one = tree.append(one_by_one, number, NUMBERED[number])

    assert tree.append_many(frontier, before, iter(NUMBERED[before : before + more])) == one_by_one
    assert tree.root(one_by_one, before + more) == plain_root(0, before + more)


@given(st.data(), sizes)
def test_every_leaf_can_be_proven_and_no_other_put_in_its_place(data, size):
    index = data.draw(st.integers(0, size - 1))
    proof, root = tree.inclusion_proof(NUMBERED, index, size), plain_root(0, size)
    assert tree.verify_inclusion(NUMBERED[index], index, size, proof, root)

    bit = data.draw(st.integers(0, 255))
    assert not tree.verify_inclusion(flipped(NUMBERED[index], bit), index, size, proof, root)
    assert not tree.verify_inclusion(NUMBERED[index], index, size, proof, flipped(root, bit))
    assert not tree.verify_inclusion(NUMBERED[index], index, size, [*proof, NUMBERED[0]], root)
    assert not tree.verify_inclusion(
        NUMBERED[index], data.draw(st.integers(-1, 999).filter(index.__ne__)), size, proof, root
    )
    for place in range(len(proof)):
        wrong = [*proof[:place], flipped(proof[place], bit), *proof[place + 1 :]]
        assert not tree.verify_inclusion(NUMBERED[index], index, size, wrong, root)
        assert not tree.verify_inclusion(NUMBERED[index], index, size, proof[:place] + proof[place + 1 :], root)


@given(st.data(), sizes)
def test_every_tree_continues_its_beginnings_and_no_other(data, new):
    old = data.draw(st.integers(1, new))
    proof, roots = tree.consistency_proof(NUMBERED, old, new), (plain_root(0, old), plain_root(0, new))
    assert tree.verify_consistency(old, new, proof, *roots)

    bit = data.draw(st.integers(0, 255))
    assert not tree.verify_consistency(old, new, proof, flipped(roots[0], bit), roots[1])
    assert not tree.verify_consistency(old, new, proof, roots[0], flipped(roots[1], bit))
    assert not tree.verify_consistency(old, new, [*proof, NUMBERED[0]], *roots)
    for place in range(len(proof)):
        wrong = [*proof[:place], flipped(proof[place], bit), *proof[place + 1 :]]
        assert not tree.verify_consistency(old, new, wrong, *roots)
        assert not tree.verify_consistency(old, new, proof[:place] + proof[place + 1 :], *roots)


def test_a_rewritten_past_cannot_be_proven():
    rewritten = [NUMBERED[0], sha256(b"other").digest(), *NUMBERED[2:]]

    proof = tree.consistency_proof(rewritten, 50, 100)

    assert not tree.verify_consistency(50, 100, proof, plain_root(0, 50), tree.root_of(rewritten[:100]))


def test_the_empty_tree_begins_every_tree_but_proves_nothing():
    assert tree.root(b"", 0) == tree.root_of([]) == sha256(b"").digest()
    assert tree.consistency_proof(NUMBERED, 0, 5) == []
    assert not tree.verify_consistency(0, 5, [], tree.EMPTY_ROOT, plain_root(0, 5))
    assert not tree.verify_consistency(0, 0, [], tree.EMPTY_ROOT, tree.EMPTY_ROOT)


def test_leaf_hashes_may_come_in_pieces(monkeypatch):
    monkeypatch.setattr(tree, "PIECE", 7)
    asked = []

    def read(start, stop):
        asked.append(stop - start)
        return iter(NUMBERED[start:stop])

    assert tree.inclusion_proof(read, 123, 400) == tree.inclusion_proof(NUMBERED, 123, 400)
    assert tree.consistency_proof(read, 123, 400) == tree.consistency_proof(NUMBERED, 123, 400)
    assert max(asked) == 7


def test_what_cannot_be_proven_is_refused():
    for index, size in ((3, 3), (-1, 3), (0, 0)):
        with pytest.raises(ValueError, match="no leaf"):
            tree.inclusion_proof(NUMBERED, index, size)
    with pytest.raises(ValueError, match="no beginning"):
        tree.consistency_proof(NUMBERED, 4, 3)
    with pytest.raises(ValueError, match="missing after number 600"):
        tree.inclusion_proof(NUMBERED, 0, 601)


def test_a_frontier_of_another_size_is_refused():
    frontier = tree.append_many(b"", 0, NUMBERED[:5])

    for act in (tree.root, lambda *at: tree.append(*at, NUMBERED[0]), lambda *at: tree.append_many(*at, NUMBERED)):
        with pytest.raises(ValueError, match="no frontier of 64 bytes"):
            act(frontier, 7)


def test_a_leaf_too_long_for_a_tile_is_refused():
    assert len(tree.leaf_hash(bytes(65_535))) == 32
    with pytest.raises(ValueError, match="65536 bytes"):
        tree.leaf_hash(bytes(65_536))


def test_appending_takes_microseconds():
    leaves, frontier = NUMBERED * 20, b""

    started = time.perf_counter()
    for size, leaf in enumerate(leaves):
        frontier = tree.append(frontier, size, leaf)
    one_by_one = time.perf_counter() - started
    tree.append_many(b"", 0, leaves)
    at_once = time.perf_counter() - started - one_by_one

    assert one_by_one / len(leaves) < 20e-6  # about 1 us on a quiet machine
    assert at_once / len(leaves) < 10e-6  # about 0.6 us
