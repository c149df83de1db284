"""A tree told by its branches is the tree of its leaves, at every size and in any order."""

import pytest

from lumbung.tlog import tree
from lumbung.tlog.growth import BRANCH, Growth

LEAVES = [tree.leaf_hash(str(number).encode()) for number in range(3 * BRANCH + 7)]
SIZES = [0, 1, 2, 255, 256, 257, 511, 512, 513, 768, 775]


@pytest.mark.parametrize("order", [SIZES, SIZES[::-1], [300, 1, 775, 256, 0]], ids=["rising", "falling", "mixed"])
def test_every_beginning_has_the_root_and_the_frontier_of_its_leaves(order):
    growth = Growth(LEAVES)
    for size in order:
        assert growth.root(size) == tree.root_of(LEAVES[:size])
        assert growth.frontier(size) == tree.append_many(b"", 0, LEAVES[:size])


def test_its_branches_are_the_roots_of_256_leaves_each():
    assert Growth(LEAVES).branches == [tree.root_of(LEAVES[at : at + BRANCH]) for at in (0, 256, 512)]


def test_there_is_no_beginning_longer_than_the_whole():
    growth = Growth(LEAVES)
    assert growth.root(len(LEAVES) + 1) is None
    with pytest.raises(ValueError, match="no beginning"):
        growth.frontier(len(LEAVES) + 1)
