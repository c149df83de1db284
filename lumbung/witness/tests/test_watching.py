"""The law of a witness: what follows from each kind of request, for any tree."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lumbung.tlog import checkpoint as checkpoints
from lumbung.tlog import tree
from lumbung.tlog.checkpoint import Checkpoint
from lumbung.tlog.note import Malformed, Signer
from lumbung.witness.watching import LONGEST, Kind, Known, Request, judge, parse

LOG = Signer("koperasi.example/uji", bytes(range(32)))
STRANGER = Signer("koperasi.example/uji", bytes(range(32, 64)))
LEAVES = [tree.leaf_hash(bytes([number])) for number in range(40)]
OTHERS = [tree.leaf_hash(bytes([number, 1])) for number in range(40)]


def signed(size, *, leaves=LEAVES, by=LOG, root=None, origin="koperasi.example/uji"):
    return checkpoints.sign(Checkpoint(origin, size, root or tree.root_of(leaves[:size])), by)


def asked(old, size, *, leaves=LEAVES, proof=None, **facts):
    proof = tree.consistency_proof(leaves, old, size) if proof is None else proof
    return Request(old, tuple(proof), signed(size, leaves=leaves, **facts))


def known(*sizes):
    return Known((LOG.key,), {size: tree.root_of(LEAVES[:size]) for size in sizes})


def verdict(request, what):
    found = judge(parse(str(request)), what)
    return found.status, found.kind, found.size


# --- its text -----------------------------------------------------------------------------------------------------


@given(st.integers(0, 40), st.integers(0, 40))
def test_a_request_is_read_as_it_was_written(one, other):
    request = asked(min(one, other), max(one, other))
    assert parse(str(request)) == request


def test_the_text_is_what_the_specification_shows():
    first, second, blank, *note = str(asked(2, 3)).split("\n")
    assert (first, blank, note[0], note[1]) == ("old 2", "", "koperasi.example/uji", "3")
    assert len(second) == 44


@pytest.mark.parametrize(
    "spoil",
    [
        lambda text: text.replace("old 2", "old 02"),
        lambda text: text.replace("old 2", "old -1"),
        lambda text: text.replace("old 2", "new 2"),
        lambda text: text.replace("old 2\n", "old 2\nAAAA\n"),
        lambda text: text.replace("old 2\n", "old 2\n" + "A" * 43 + "=\n" * 1 + ("A" * 43 + "=\n") * 63),
        lambda text: text.replace("\n\n", "\n", 1),
        lambda text: text[:-1],
        lambda text: text.replace("koperasi.example/uji\n3\n", "koperasi.example/uji\nthree\n", 1),
        lambda text: "old 2\n\n",
        lambda text: "",
        lambda text: text + "x" * LONGEST,
    ],
)
def test_what_is_written_otherwise_is_refused(spoil):
    with pytest.raises(Malformed):
        parse(spoil(str(asked(2, 3))))


@given(st.text())
def test_no_text_breaks_the_reader(text):
    with pytest.raises(Malformed):
        parse(text)


# --- what follows -------------------------------------------------------------------------------------------------


@given(st.integers(0, 40), st.integers(0, 40))
def test_what_continues_what_was_seen_is_signed(one, other):
    old, new = sorted((one, other))
    assert verdict(asked(old, new), known(old) if old else known()) == (200, Kind.SEEN, old)


def test_a_log_that_nobody_made_known_is_not_answered_for():
    assert verdict(asked(0, 3), None)[:2] == (404, Kind.UNKNOWN_LOG)


def test_a_key_that_nobody_made_known_is_refused():
    assert verdict(asked(2, 3, by=STRANGER), known(2)) == (403, Kind.UNKNOWN_KEY, 2)


def test_a_forged_line_under_a_known_key_is_refused():
    true, false = asked(2, 3), asked(2, 4)
    forged = Request(2, true.proof, type(true.signed)(true.signed.text, false.signed.signatures))
    assert verdict(forged, known(2))[0] == 403


def test_more_was_seen_than_is_shown_at_all():
    assert verdict(Request(5, (), signed(3)), known(3))[:2] == (400, Kind.MALFORMED)


@pytest.mark.parametrize("old", [0, 1, 3])
def test_whoever_does_not_know_what_was_seen_last_is_told(old):
    assert verdict(asked(old, 6), known(2)) == (409, Kind.STALE, 2)


def test_an_older_checkpoint_that_was_signed_before_is_no_offence():
    assert verdict(asked(0, 3), known(3, 8)) == (409, Kind.STALE, 8)


@given(st.integers(2, 40).flatmap(lambda seen: st.tuples(st.just(seen), st.integers(0, seen - 1))))
def test_a_book_that_became_shorter_is_never_signed(sizes):
    seen, cut = sizes
    for old in range(cut + 1):
        assert verdict(asked(old, cut), known(seen)) == (409, Kind.SHORTER, seen)


@given(st.integers(1, 40))
def test_two_books_of_one_size_convict_whatever_the_asker_says_we_saw(size):
    assert verdict(Request(size, (), signed(size, leaves=OTHERS)), known(size)) == (422, Kind.SPLIT, size)
    assert verdict(Request(0, (), signed(size, leaves=OTHERS)), known(size)) == (409, Kind.SPLIT, size)


def test_another_book_of_a_size_seen_long_ago_convicts_too():
    assert verdict(Request(0, (), signed(3, leaves=OTHERS)), known(3, 8)) == (409, Kind.SPLIT, 8)


@given(st.integers(1, 39).flatmap(lambda old: st.tuples(st.just(old), st.integers(old + 1, 40))))
def test_a_book_with_another_beginning_is_never_signed(sizes):
    old, new = sizes
    assert verdict(asked(old, new, leaves=OTHERS), known(old)) == (422, Kind.UNCONNECTED, old)
    assert verdict(Request(old, (), signed(new)), known(old)) == (422, Kind.UNCONNECTED, old)


def test_the_first_time_and_the_same_again_need_no_proof_and_take_none():
    noise = (LEAVES[0],)
    assert verdict(Request(0, noise, signed(3)), known()) == (422, Kind.UNCONNECTED, 0)
    assert verdict(Request(3, noise, signed(3)), known(3)) == (422, Kind.UNCONNECTED, 3)
    assert verdict(Request(3, (), signed(3)), known(3)) == (200, Kind.SEEN, 3)


def test_an_empty_book_has_the_root_of_nothing():
    assert verdict(asked(0, 0), known()) == (200, Kind.SEEN, 0)
    assert verdict(Request(0, (), signed(0, root=LEAVES[0])), known()) == (422, Kind.UNCONNECTED, 0)
