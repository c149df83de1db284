"""The leaf and the digest, written by hand for speed, are what the plain writers make of the same values."""

import hmac
import json
from base64 import b64encode
from datetime import UTC, date, datetime
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lumbung.ledger import rules
from lumbung.ledger.rules import Draft, Move
from lumbung.money import decimal_string
from lumbung.tlog.canonical import canonical

POSTED = datetime(2025, 2, 3, 4, 5, 6, tzinfo=UTC)
codes = st.sampled_from(["111100", "320000", "310000", "411100", '"', "é", "e\u0301"])
text = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
number = st.integers(0, 2**63 - 1)
moves = st.builds(
    Move, codes, codes, st.integers(1, 2**63 - 1), number, number, number, st.sampled_from(["", "member"])
)
drafts = st.builds(
    Draft, text, st.dates(), text, text, st.uuids(), number, st.lists(moves, max_size=4).map(tuple),
    st.none() | number, st.none() | st.integers(1, 2**53),
)  # fmt: skip


def plain_leaf(draft, *, number, document, posted_at, request_digest, salt):
    """The leaf as decision 0004 says it, through `canonical`."""
    sides = {}
    for move in draft.moves:
        sides.setdefault(move.debit, [0, 0])[0] += move.amount
        sides.setdefault(move.credit, [0, 0])[1] += move.amount
    moves = [[str(part) for part in move] for move in draft.moves]
    personal = [str(draft.made_by), str(draft.approved_by or 0), draft.memo, draft.request_id.hex]
    personal = canonical([*personal, request_digest.hex(), moves])
    body = {
        "a": [[code, decimal_string(debit), decimal_string(credit)] for code, (debit, credit) in sides.items()],
        "d": document,
        "k": draft.kind,
        "m": b64encode(hmac.digest(salt, personal, "sha256")).decode(),
        "n": number - 1,
        "p": draft.booked_on.isoformat(),
        "t": posted_at.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "v": 1,
    }
    return canonical(body | ({"r": draft.reverses - 1} if draft.reverses else {}))


def plain_digest(draft):
    asked = [draft.kind, draft.booked_on.isoformat(), draft.series, draft.memo, draft.reverses or 0, draft.moves]
    return sha256(json.dumps(asked, ensure_ascii=False, separators=(",", ":")).encode()).digest()


@given(drafts, st.integers(1, 2**53), text)
def test_the_leaf_is_canonical_json(draft, number, document):
    facts = {
        "number": number,
        "document": document,
        "posted_at": POSTED,
        "request_digest": rules.digest(draft),
        "salt": bytes(32),
    }
    assert rules.leaf(draft, **facts) == plain_leaf(draft, **facts)


@given(drafts)
def test_the_digest_is_that_of_plain_json(draft):
    assert rules.digest(draft) == plain_digest(draft)


def test_an_accent_typed_in_two_ways_is_one_leaf():
    """The text after a newline keeps its accent: it is the text that is composed, never its spelling in JSON."""
    draft = Draft("dues.paid", date(2025, 2, 3), "BKM", "Jose\u0301\n\u0301", rules.UUID(int=1), 1, ())
    same = draft._replace(memo="José\n\u0301")
    facts = {
        "number": 1,
        "document": "BKM-2025-000001",
        "posted_at": POSTED,
        "request_digest": b"",
        "salt": bytes(32),
    }
    assert rules.leaf(draft, **facts) == rules.leaf(same, **facts) == plain_leaf(draft, **facts)


@pytest.mark.parametrize("drafts", [1, 3])
def test_what_goes_out_of_a_place_and_into_it_is_one_row_of_its_balance(drafts):
    into = Move("111100", "320000", 500, 0, 7)
    out = Move("320000", "111100", 200, 7, 0)
    day = Draft("x", date(2025, 2, 3), "JU", "", rules.UUID(int=1), 1, (into, out))
    assert sorted(rules.deltas(9, [day] * drafts)) == [
        (9, 0, "111100", 0, "2025-02", 500 * drafts, 200 * drafts),
        (9, 0, "320000", 0, "2025-02", 200 * drafts, 500 * drafts),
        (9, 7, "320000", 0, "2025-02", 200 * drafts, 500 * drafts),
    ]
