"""What verify knows from what witnesses signed for."""

from lumbung.witness.actions import asking
from lumbung.witness.audit import problems
from lumbung.witness.tests.next_door import ask, cut_tail, show, with_guards_off

# --- what verify says -------------------------------------------------------------------------------------------------


def verified(coop):
    return [problem.message for problem in problems(coop)]


def witnessed_at_three(post, neighbour, known):
    post(), post(), post()
    asking.take_answer(witness=known, text=show(neighbour, ask(known)).body, way="text")


def test_a_whole_book_with_witnesses_is_whole(coop, post, neighbour, known):
    witnessed_at_three(post, neighbour, known)
    post()
    assert verified(coop) == []


def test_verify_knows_from_a_witness_that_the_tail_is_gone(coop, post, neighbour, known):
    witnessed_at_three(post, neighbour, known)
    cut_tail(coop, 2)
    assert "Tetangga pernah melihat buku ini sampai catatan 3, padahal sekarang hanya sampai 2." in verified(coop)


def test_verify_knows_from_a_witness_that_an_entry_was_replaced(coop, post, neighbour, known):
    witnessed_at_three(post, neighbour, known)
    cut_tail(coop, 2)
    post(amount=1_000)
    post()
    assert "Buku tidak lagi berawal seperti yang dilihat Tetangga (3 catatan)." in verified(coop)


def test_verify_finds_a_cosignature_that_was_touched(coop, post, neighbour, known):
    witnessed_at_three(post, neighbour, known)
    with_guards_off(("UPDATE witness_cosignature SET time = time + 1 WHERE cooperative_id = %s", coop))
    assert verified(coop) == ["Tanda tangan Tetangga untuk 3 catatan tidak sah lagi."]
