"""A whole tree as it grew: the root at any size, with each leaf hashed into its branch once."""

from . import tree

BRANCH = 256  # leaves; a tile of c2sp.org/tlog-tiles


class Growth:
    """The roots of the beginnings of a tree, and of its full branches. Asked for sizes that rise, it hashes little."""

    def __init__(self, leaves: list[bytes]):
        self.leaves = leaves
        full = len(leaves) - len(leaves) % BRANCH
        self.branches = [tree.root_of(leaves[at : at + BRANCH]) for at in range(0, full, BRANCH)]
        self._frontier, self._size = b"", 0

    def frontier(self, size: int) -> bytes:
        """The frontier of the first `size` leaves. Raises ValueError: there are not so many."""
        if size > len(self.leaves):
            raise ValueError(f"{len(self.leaves)} leaves have no beginning of {size}")
        whole = size // BRANCH
        if whole < self._size:
            self._frontier, self._size = b"", 0
        self._frontier = tree.append_many(self._frontier, self._size, self.branches[self._size : whole])
        self._size = whole
        return self._frontier + tree.append_many(b"", 0, self.leaves[whole * BRANCH : size])

    def root(self, size: int) -> bytes | None:
        """The root of the first `size` leaves; None when there are not so many."""
        return None if size > len(self.leaves) else tree.root(self.frontier(size), size)
