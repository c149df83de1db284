"""Any entry is proven to a stranger, in books of any size, before and after branches are kept."""

import hmac
import json
from base64 import b64decode
from datetime import date
from hashlib import sha256

import pytest

from lumbung import ids
from lumbung.ledger import actions as ledger
from lumbung.ledger.reports import leaf_hashes, leaves
from lumbung.ledger.tests.conftest import BENDAHARA
from lumbung.tlog import tree
from lumbung.web.words import Refused
from lumbung.witness import reports
from lumbung.witness.models import Branch
from lumbung.witness.reports import proofs
from lumbung.witness.tests import stranger
from lumbung.witness.tests.test_signing import strip

SIZES = [1, 2, 3, 255, 256, 257, 511, 512, 700, 1024, 1300]


def fill(coop, count: int) -> None:
    facts = {"on": date(2025, 2, 3), "amount": 2_000_000, "by": BENDAHARA, "holder": 7}
    ledger.post(coop, [ledger.draft_event("dues.paid", request_id=ids.new_request(), **facts) for _ in range(count)])


@pytest.fixture
def grown(coop):
    """A book grown to each of the sizes in turn."""

    def _grown():
        done = 0
        for size in SIZES:
            fill(coop, size - done)
            done = size
            yield size

    return _grown


def test_every_size_proves_its_first_middle_and_last_entry(coop, grown):
    policy = reports.policy(coop)
    for size in grown():
        for number in {1, size // 2 + 1, size, max(1, size - 300)}:
            (leaf,) = leaves(coop, number - 1, number)
            said = stranger.checked(reports.proof(coop, number), leaf.content, policy)
            assert (said["index"], said["size"], said["origin"]) == (number - 1, size, "lumbung.example/karbes")


def test_the_extra_opens_the_personal_part_and_nothing_else(coop, post):
    posted = post(memo="titipan José")
    (leaf,) = leaves(coop, 0, 1)
    said = stranger.checked(reports.proof(coop, posted.number), leaf.content, reports.policy(coop))
    commitment = b64decode(json.loads(leaf.content)["m"])
    assert hmac.digest(said["extra"], leaf.personal, "sha256") == commitment
    assert json.loads(leaf.personal)[2] == "titipan José"
    assert "José" not in leaf.content.decode()


def test_the_end_of_a_book_is_consistent_with_every_beginning(coop, grown):
    roots = {size: tree.root_of(leaf_hashes(coop, 0, size)) for size in grown()}
    for old, root in roots.items():
        path = reports.consistency(coop, old, SIZES[-1])
        assert tree.verify_consistency(old, SIZES[-1], path, root, roots[SIZES[-1]])


def test_branches_are_what_their_leaves_say(coop, grown):
    list(grown())
    kept = Branch.objects.filter(cooperative_id=coop).order_by("place")
    assert [bytes(row.root) for row in kept] == [
        stranger.mth(leaf_hashes(coop, place * 256, place * 256 + 256)) for place in range(SIZES[-1] // 256)
    ]


def test_a_book_from_before_proves_without_branches_and_grows_them_all_at_the_next(coop):
    from lumbung.witness import actions

    fill(coop, 300)
    strip(coop)
    actions.sign_every_book()
    assert Branch.objects.filter(cooperative_id=coop).count() == 1
    strip(coop)
    fill(coop, 1)
    (leaf,) = leaves(coop, 4, 5)
    stranger.checked(reports.proof(coop, 5), leaf.content, reports.policy(coop))
    fill(coop, 300)
    assert Branch.objects.filter(cooperative_id=coop).count() == 2


def test_an_entry_that_is_not_there_is_said_in_words(coop, post):
    post()
    for number in (0, 2, 10**17):
        with pytest.raises(Refused, match="Tidak ada catatan nomor"):
            reports.proof(coop, number)


def test_a_book_whose_leaf_was_changed_proves_nothing(coop, post):
    from lumbung.ledger.tests.test_audit import stripped

    for _ in range(3):
        post()
    with stripped() as cursor:
        cursor.execute("UPDATE ledger_entry SET leaf_hash = salt WHERE number = 2 AND cooperative_id = %s", [coop])
        with pytest.raises(Refused, match="Periksa"):
            reports.proof(coop, 1)


def test_a_proof_of_a_large_book_reads_little(coop, grown, django_assert_max_num_queries):
    list(grown())
    with django_assert_max_num_queries(8):
        reports.proof(coop, 700)


# --- books of more than 65,536 entries --------------------------------------------------------------------------------

BIG = 2 * 256 * 256 + 300 * 256 + 77


@pytest.fixture(scope="module")
def big():
    """The leaf hashes of a book too big to post in a test, and the roots of its branches."""
    hashes = [sha256(number.to_bytes(4)).digest() for number in range(BIG)]
    return hashes, [tree.root_of(hashes[at : at + 256]) for at in range(0, BIG // 256 * 256, 256)]


@pytest.fixture
def of_big(big, monkeypatch):
    """A log that reads from it; which pieces it asked for."""
    hashes, branches = big
    asked = []
    monkeypatch.setattr(proofs, "_BOUGHS", {})
    monkeypatch.setattr(proofs.books, "leaf_hashes", lambda _coop, start, stop: hashes[start:stop])
    monkeypatch.setattr(proofs, "_branches", lambda _coop, first, past: asked.append(first) or branches[first:past])
    return lambda size: (proofs._Log(1, size), asked)


@pytest.mark.parametrize("size", [BIG, 2 * 256 * 256, 256 * 256 + 1])
def test_a_big_book_is_proven_from_branches_and_what_is_remembered_of_them(big, of_big, size):
    root = tree.root_of(big[0][:size])
    for index in (0, size // 2, size - 1, size - 257):
        log, _asked = of_big(size)
        siblings = [log.root(*span) for span in tree.inclusion_ranges(index, size)]
        assert tree.verify_inclusion(big[0][index], index, size, siblings, root)


def test_the_second_proof_of_a_big_book_asks_for_what_it_ends_in_only(big, of_big):
    for expected in (4, 1):  # three full boughs of 65,536 entries, and one that is not full yet
        log, asked = of_big(BIG)
        asked.clear()
        [log.root(*span) for span in tree.inclusion_ranges(BIG - 1, BIG)]
        assert len(asked) == expected


def test_a_big_book_continues_every_beginning(big, of_big):
    log, root = of_big(BIG)[0], tree.root_of(big[0])
    for old in (256, 65_536, 100_000, BIG - 1):
        path = [log.root(*span) for span in tree.consistency_ranges(old, BIG)]
        assert tree.verify_consistency(old, BIG, path, tree.root_of(big[0][:old]), root)


def test_what_was_remembered_of_a_book_is_forgotten_when_a_proof_does_not_hold(of_big):
    log, _asked = of_big(BIG)
    log.root(0, 131_072)
    proofs._BOUGHS[2, 0] = b"another book"
    proofs._forget(1)
    assert list(proofs._BOUGHS) == [(2, 0)]
