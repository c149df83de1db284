"""The Merkle tree of RFC 6962 section 2.1 (RFC 9162 has the same shape), over SHA-256.

A tree that only grows is kept as its **frontier**: the roots of its perfect subtrees, largest first, 32 bytes each,
one for every 1-bit of its size. From it one can append and tell the root, without the leaves.
A proof needs the leaf hashes; they may be a sequence, or a function `(start, stop) -> their hashes` that reads them in
pieces, so that a big book never lies in memory twice.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import sha256

HASH_SIZE = 32
EMPTY_ROOT = sha256(b"").digest()
LONGEST_LEAF = 65_535  # a C2SP entry bundle writes a leaf's length in 16 bits
PIECE = 1 << 16  # leaf hashes asked for at a time: 2 MB

LeafHashes = Sequence[bytes] | Callable[[int, int], Iterable[bytes]]


def leaf_hash(leaf: bytes) -> bytes:
    """The hash of a leaf's bytes. Raises ValueError: longer than `LONGEST_LEAF`."""
    if len(leaf) > LONGEST_LEAF:
        raise ValueError(f"a leaf of {len(leaf)} bytes, but no tile can hold more than {LONGEST_LEAF}")
    return sha256(b"\x00" + leaf).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    return sha256(b"\x01" + left + right).digest()


# Growing


def append(frontier: bytes, size: int, leaf_hash: bytes) -> bytes:
    """The frontier of `size + 1` leaves. Each trailing 1-bit of `size` is a perfect subtree that now finds its pair."""
    _check(frontier, size)
    node, end = leaf_hash, len(frontier)
    while size & 1:
        end -= HASH_SIZE
        node = sha256(b"\x01" + frontier[end : end + HASH_SIZE] + node).digest()
        size >>= 1
    return frontier[:end] + node


def append_many(frontier: bytes, size: int, leaf_hashes: Iterable[bytes]) -> bytes:
    """The frontier after all of `leaf_hashes`, level by level: one hash for each new node and nothing else."""
    _check(frontier, size)
    level, end, kept = list(leaf_hashes), len(frontier), []
    while level:
        if size & 1:  # the last perfect subtree of this height stands left of the new nodes
            end -= HASH_SIZE
            level.insert(0, frontier[end : end + HASH_SIZE])
        if len(level) & 1:
            kept.append(level.pop())
        nodes = iter(level)
        level = [sha256(b"\x01" + left + right).digest() for left, right in zip(nodes, nodes, strict=True)]
        size >>= 1
    return frontier[:end] + b"".join(reversed(kept))


def root(frontier: bytes, size: int) -> bytes:
    """The root of the tree whose frontier this is."""
    _check(frontier, size)
    if not size:
        return EMPTY_ROOT
    node = frontier[-HASH_SIZE:]
    for start in range(len(frontier) - 2 * HASH_SIZE, -1, -HASH_SIZE):
        node = sha256(b"\x01" + frontier[start : start + HASH_SIZE] + node).digest()
    return node


def root_of(leaf_hashes: Sequence[bytes]) -> bytes:
    """The root of a whole tree."""
    return root(append_many(b"", 0, leaf_hashes), len(leaf_hashes))


def _check(frontier: bytes, size: int) -> None:
    if len(frontier) != HASH_SIZE * size.bit_count():
        raise ValueError(f"a tree of {size} leaves has no frontier of {len(frontier)} bytes")


# Proving


def inclusion_proof(leaf_hashes: LeafHashes, index: int, size: int) -> list[bytes]:
    """The siblings on the way from leaf `index` up to the root of the first `size` leaves, lowest first.

    Raises  ValueError: no such leaf in a tree of that size
    """
    read = _reader(leaf_hashes)
    return [_subtree_root(read, *span) for span in inclusion_ranges(index, size)]


def inclusion_ranges(index: int, size: int) -> list[tuple[int, int]]:
    """The ranges of leaves whose roots are an inclusion proof, for whoever keeps some of the roots.

    Raises  ValueError: no such leaf in a tree of that size
    """
    if not 0 <= index < size:
        raise ValueError(f"no leaf {index} in a tree of {size}")
    start, stop, siblings = 0, size, []
    while stop - start > 1:
        middle = start + _split(stop - start)
        if index < middle:
            siblings.append((middle, stop))
            stop = middle
        else:
            siblings.append((start, middle))
            start = middle
    return siblings[::-1]


def consistency_proof(leaf_hashes: LeafHashes, old: int, new: int) -> list[bytes]:
    """The nodes that show that the tree of `old` leaves is the beginning of the tree of `new` leaves.

    Empty when old is 0 (every tree begins with the empty one) or equal to new.
    Raises  ValueError: old is larger than new
    """
    read = _reader(leaf_hashes)
    return [_subtree_root(read, *span) for span in consistency_ranges(old, new)]


def consistency_ranges(old: int, new: int) -> list[tuple[int, int]]:
    """The ranges of leaves whose roots are a consistency proof.

    Raises  ValueError: old is larger than new
    """
    if not 0 <= old <= new:
        raise ValueError(f"a tree of {old} is no beginning of one of {new}")
    return [] if old in (0, new) else list(_consistency_ranges(old, new))


def _consistency_ranges(old: int, new: int) -> Iterator[tuple[int, int]]:
    """SUBPROOF of RFC 6962 section 2.1.2 from the bottom up: the ranges of leaves whose roots are the proof."""
    start, stop, siblings = 0, new, []
    while old < stop:
        middle = start + _split(stop - start)
        if old <= middle:
            siblings.append((middle, stop))
            stop = middle
        else:
            siblings.append((start, middle))
            start = middle
    if start:  # else the old tree is one perfect subtree, whose root the verifier already knows
        yield start, stop
    yield from reversed(siblings)


def _split(size: int) -> int:
    """The largest power of two below `size`."""
    return 1 << (size - 1).bit_length() - 1


def _reader(leaf_hashes: LeafHashes) -> Callable[[int, int], Iterable[bytes]]:
    return leaf_hashes if callable(leaf_hashes) else lambda start, stop: leaf_hashes[start:stop]


def _subtree_root(read: Callable[[int, int], Iterable[bytes]], start: int, stop: int) -> bytes:
    frontier = b""
    for begin in range(start, stop, PIECE):
        piece = list(read(begin, min(begin + PIECE, stop)))
        if len(piece) != min(PIECE, stop - begin):
            raise ValueError(f"leaves are missing after number {begin + len(piece)}")
        frontier = append_many(frontier, begin - start, piece)
    return root(frontier, stop - start)


# Verifying


def verify_inclusion(leaf_hash: bytes, index: int, size: int, proof: Sequence[bytes], root: bytes) -> bool:
    """Is this leaf number `index` of the tree of `size` leaves with this root? RFC 9162 section 2.1.3.2."""
    if not (0 <= index < size and _are_hashes(leaf_hash, root, *proof)):
        return False
    at, last, node = index, size - 1, leaf_hash
    for sibling in proof:
        if last == 0:
            return False
        on_left, at, last = _climb(at, last)
        node = node_hash(sibling, node) if on_left else node_hash(node, sibling)
    return last == 0 and node == root


def verify_consistency(old: int, new: int, proof: Sequence[bytes], old_root: bytes, new_root: bytes) -> bool:
    """Does the tree (new, new_root) begin with the tree (old, old_root)? RFC 9162 section 2.1.4.2.

    Old size 0 is refused: nothing was seen yet, so nothing can be proven; whoever keeps sizes decides that case.
    """
    if old == new:
        return old > 0 and not proof and old_root == new_root
    if not (0 < old < new and proof and _are_hashes(old_root, new_root, *proof)):
        return False
    path = [old_root, *proof] if old.bit_count() == 1 else list(proof)
    perfect = _trailing_zeros(old)
    at, last = old - 1 >> perfect, new - 1 >> perfect
    old_node = new_node = path[0]
    for sibling in path[1:]:
        if last == 0:
            return False
        on_left, at, last = _climb(at, last)
        old_node = node_hash(sibling, old_node) if on_left else old_node
        new_node = node_hash(sibling, new_node) if on_left else node_hash(new_node, sibling)
    return last == 0 and old_node == old_root and new_node == new_root


def _climb(at: int, last: int) -> tuple[bool, int, int]:
    """Is the sibling of node `at` on its left, and where are that node and the level's last one, once joined?

    The last node of a level may have no sibling there; it then rises until it has one.
    """
    on_left = bool(at & 1) or at == last
    steps = 1 + (_trailing_zeros(at) if on_left else 0)
    return on_left, at >> steps, last >> steps


def _trailing_zeros(number: int) -> int:
    return (number & -number).bit_length() - 1


def _are_hashes(*values: bytes) -> bool:
    return all(len(value) == HASH_SIZE for value in values)
