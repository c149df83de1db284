"""A person is forgotten: her entries stay in the tree as they were signed, and nobody can tell that they are hers."""

from base64 import b64encode
from datetime import date

import pytest

from lumbung import ids
from lumbung.ledger import actions, audit, rules
from lumbung.ledger.models import Entry
from lumbung.ledger.reports.book import book_facts
from lumbung.ledger.rows import leaf_of, rows
from lumbung.ledger.tests.conftest import BENDAHARA, KETUA, SLAMET, SUTINI
from lumbung.ledger.tests.test_audit import stripped
from lumbung.web.words import Refused

THEN, LATER = date(2025, 2, 3), date(2036, 3, 1)


@pytest.fixture
def left(coop, post):
    """Sutini paid twice, Slamet once; she left and took everything with her, which was a reversal of both."""
    for holder in (SUTINI, SLAMET, SUTINI):
        post(holder=holder, memo=f"iuran {holder}")
    for number in (1, 3):
        facts = {"on": THEN, "by": BENDAHARA, "reason": "keluar", "request_id": ids.new_request()}
        actions.reverse(coop, number, **facts)
    return coop


def forget(coop, holder=SUTINI, **more):
    facts = {"cooperative_id": coop, "holder": holder, "today": LATER, "by": KETUA, "reason": "minta dihapus"}
    return actions.erase_holder(**{**facts, **more})


def test_the_tree_stays_and_verify_names_the_entries_as_erased(left):
    root, leaves = book_facts(left).root, [leaf_of(row) for row in rows(left)]

    assert forget(left) == [1, 3, 4, 5]

    assert audit.problems(left) == []
    assert book_facts(left).root == root
    assert [leaf_of(row) for row in rows(left)] == leaves
    assert [number for number, _document in audit.erased(left)] == [1, 3, 4, 5]


def test_her_commitments_cannot_be_opened_any_more_and_his_can(left):
    """Whoever guesses everything about her still lacks the 32 random bytes that are nowhere any more."""
    before = {row.number: row for row in rows(left)}
    forget(left)
    for row in rows(left):
        stands = f'"m":"{b64encode(rules.commitment(row.draft, row.digest, row.salt)).decode()}"'.encode() in leaf_of(
            row
        )
        guess = before[row.number]
        guessed = rules.commitment(guess.draft, guess.digest, row.salt)
        assert stands == (row.number == 2)
        assert (b64encode(guessed) in leaf_of(row)) == (row.number == 2)
    salts = {bytes(salt) for salt in Entry.objects.filter(cooperative_id=left).values_list("salt", flat=True)}
    assert salts == {b"", before[2].salt}


def test_nothing_of_hers_is_left_in_words(left):
    forget(left)
    gone = Entry.objects.filter(cooperative_id=left).exclude(number=2)
    assert {(row.memo, bytes(row.request_digest)) for row in gone} == {("", b"")}


def test_a_second_time_finds_nothing_to_do(left):
    forget(left)
    assert forget(left) == []


def test_what_is_still_hers_is_settled_first(coop, post):
    post()
    with pytest.raises(Refused, match="belum nihil"):
        forget(coop)


def test_the_papers_are_kept_for_as_long_as_the_bylaws_say(left):
    with pytest.raises(Refused, match="1 Maret 2035"):
        forget(left, today=date(2035, 2, 28))
    assert forget(left, today=date(2035, 3, 1))


def test_it_needs_a_reason(left):
    with pytest.raises(Refused, match="alasan"):
        forget(left, reason=" ")


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE ledger_transfer SET amount = amount + 100 WHERE number = 1 AND cooperative_id = %s",
        "UPDATE ledger_entry SET booked_on = '2025-02-09' WHERE number = 1 AND cooperative_id = %s",
        "UPDATE ledger_entry SET document = 'BKM-2025-000009' WHERE number = 1 AND cooperative_id = %s",
        "UPDATE ledger_erasure SET commitment = leaf_hash FROM ledger_entry e WHERE e.cooperative_id ="
        " ledger_erasure.cooperative_id AND ledger_erasure.number = 1 AND e.number = 1 AND e.cooperative_id = %s",
        "UPDATE ledger_entry SET salt = leaf_hash WHERE number = 1 AND cooperative_id = %s",
        "DELETE FROM ledger_erasure WHERE number = 1 AND cooperative_id = %s",
    ],
)
def test_an_erased_entry_is_still_watched(left, change):
    forget(left)
    with stripped() as cursor:
        cursor.execute(change, [left])
        assert cursor.rowcount == 1
        found = audit.problems(left)
    assert 1 in {problem.number for problem in found}
