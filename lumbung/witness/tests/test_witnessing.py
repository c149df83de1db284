"""A book and its witness: what is shown is signed once it is kept, and what bends is refused and kept as evidence."""

from datetime import timedelta

import pytest
from django.db import transaction

import lumbung_periksa
from lumbung import clock
from lumbung.cooperatives.tenant import acting_for
from lumbung.ledger.actions import seal_again
from lumbung.tlog import checkpoint as checkpoints
from lumbung.tlog import cosignature, note
from lumbung.tlog.note import Signer
from lumbung.witness import reports, watching
from lumbung.witness.actions import asking, signing
from lumbung.witness.actions import watching as seeing
from lumbung.witness.actions.keys import signer_of
from lumbung.witness.audit import problems
from lumbung.witness.models import LogKey
from lumbung.witness.models.seen import Refusal, Seen
from lumbung.witness.reports import asking as asked
from lumbung.witness.reports import heads
from lumbung.witness.reports import watching as seen
from lumbung.witness.reports import witnessed as signed_for
from lumbung.witness.reports.keys import log_keys
from lumbung.witness.tests.next_door import NOON, ask, cut_tail, evidence, show, sizes, with_guards_off
from lumbung.witness.watching import Kind

# --- the honest way ---------------------------------------------------------------------------------------------------


def test_a_day_is_witnessed_and_the_next_one_continues_it(coop, post, neighbour, known):
    post()
    first = show(neighbour, ask(known))
    asking.take_answer(witness=known, text=str(ask(known).signed) + first.body, way="file")
    post(), post()
    with clock.frozen(NOON + timedelta(days=1)):
        second = show(neighbour, ask(known))
        told = asking.take_answer(witness=known, text=second.body, way="text")

    assert (first.status, second.status, told.outcome) == (200, 200, "signed")
    assert sizes(neighbour) == [1, 3]
    witnessed = signed_for.witnessed(coop)
    assert checkpoints.parse(witnessed.text).size == 3
    assert cosignature.verify(witnessed, seen.key_of(neighbour)) == int((NOON + timedelta(days=1)).timestamp())
    assert note.verify(witnessed, log_keys(coop))


def test_the_same_head_again_gets_a_new_date_and_no_second_row(post, neighbour, known):
    post()
    show(neighbour, ask(known))
    with clock.frozen(NOON + timedelta(hours=1)):
        again = show(neighbour, ask(known, 1))
    assert (again.status, sizes(neighbour)) == (200, [1])
    whole = note.parse(str(ask(known, 1).signed) + again.body)
    assert cosignature.verify(whole, seen.key_of(neighbour)) == int((NOON + timedelta(hours=1)).timestamp())


def test_whoever_forgot_what_was_seen_is_told_the_size_as_the_standard_says(post, neighbour, known):
    post(), post()
    show(neighbour, ask(known))
    post()
    answer = show(neighbour, ask(known, 1))
    assert (answer.status, answer.body, answer.content_type) == (409, "2\n", "text/x.tlog.size")
    told = asking.take_answer(witness=known, text=answer.body, way="text")
    assert (told.outcome, ask(known).old) == ("anew", 2)
    assert show(neighbour, ask(known)).status == 200
    assert evidence(neighbour) == []


def test_nothing_is_signed_that_was_not_kept(post, neighbour, known, monkeypatch):
    """The row is there when the signature is made, and both go when the transaction fails."""
    kept = []

    def fails(*_args, **_facts):
        kept.append(Seen.objects.count())
        raise OSError("power cut")

    post()
    monkeypatch.setattr(seeing.cosignature, "cosign", fails)
    with pytest.raises(OSError, match="power cut"), transaction.atomic():
        show(neighbour, ask(known))
    assert (kept, sizes(neighbour)) == ([1], [])


def test_a_log_that_nobody_made_known_gets_404_and_leaves_nothing(post, neighbour):
    other = Signer("lumbung.example/lain", b"\x02" * 32)
    head = checkpoints.Checkpoint(other.key.name, 1, bytes(32))
    answer = show(neighbour, watching.Request(0, (), checkpoints.sign(head, other)))
    assert (answer.status, evidence(neighbour), sizes(neighbour)) == (404, [], [])


def test_nonsense_gets_400(neighbour):
    assert show(neighbour, "halo").status == 400


# --- books that bend --------------------------------------------------------------------------------------------------


def test_a_tail_that_was_cut_is_refused_and_the_evidence_kept(coop, post, neighbour, known):
    post(), post(), post()
    asking.take_answer(witness=known, text=show(neighbour, ask(known)).body, way="text")
    cut_tail(coop, 2)

    assert checkpoints.parse(heads.head(coop).text).size == 2
    answer = show(neighbour, ask(known))
    assert (answer.status, answer.body) == (409, "3\n")
    assert evidence(neighbour) == [("shorter", False, False)]
    assert asking.take_answer(witness=known, text=answer.body, way="text").outcome == "ahead"
    assert sizes(neighbour) == [3]
    assert signed_for.witnessed(coop) is None, "what the witness saw is no head of this book"


def test_a_longer_book_that_was_signed_for_alarms_before_anybody_asks(coop, post, neighbour, known):
    post(), post(), post()
    asking.take_answer(witness=known, text=show(neighbour, ask(known)).body, way="text")
    cut_tail(coop, 2)
    assert (asked.alarms(coop), asked.standings(coop, 2)[0].words) == (
        1,
        "Tetangga pernah melihat buku kita sampai catatan 3, padahal di sini hanya sampai 2."
        " Jangan mencatat dulu; pulihkan cadangan terbaru.",
    )


def test_a_witness_that_boasts_is_asked_again_and_troubles_verify_not(coop, post, neighbour, known):
    """A size alone is signed by nobody."""
    post()
    assert asking.take_answer(witness=known, text="999999", way="text").outcome == "ahead"
    assert (asked.alarms(coop), problems(coop), ask(known).old) == (1, [], 1)
    answer = show(neighbour, ask(known))
    assert asking.take_answer(witness=known, text=answer.body, way="text").outcome == "anew"
    assert asking.take_answer(witness=known, text=show(neighbour, ask(known)).body, way="text").outcome == "signed"
    assert asked.alarms(coop) == 0


def test_what_was_cut_and_written_anew_convicts(coop, post, neighbour, known):
    post(), post(), post()
    asking.take_answer(witness=known, text=show(neighbour, ask(known)).body, way="text")
    cut_tail(coop, 2)
    post(amount=1_000)  # another third entry

    answer = show(neighbour, ask(known, 3))

    assert (answer.status, answer.kind) == (422, Kind.SPLIT)
    assert evidence(neighbour) == [("split", True, False)]
    with acting_for(neighbour.cooperative_id):
        text = seen.evidence_text(neighbour, Refusal.objects.get())
    ours = log_keys(coop)
    parts = [part[part.index("lumbung.example/karbes\n3\n") :] for part in text.split("# yang")[1:]]
    shown, before = (note.parse(part.rstrip("\n") + "\n") for part in parts)
    assert [bool(note.verify(each, ours)) for each in (shown, before)] == [True, True]
    assert shown.text != before.text
    verdict = lumbung_periksa.judge_evidence(text, lumbung_periksa.read_policy(reports.policy(coop)))
    assert (verdict.name[0], verdict.code) == ("terbukti", 1)

    post()  # and grown beyond what was seen: it still does not connect
    assert show(neighbour, ask(known, 3)).kind is Kind.UNCONNECTED


def test_two_books_shown_to_two_people_meet_at_the_witness(coop, post, neighbour, known):
    """The cooperative keeps two books under one key, each of two entries."""
    post()
    mark = transaction.savepoint()
    post(amount=5_000)
    one = ask(known)
    transaction.savepoint_rollback(mark)
    signing._SIGNERS.clear()
    post(amount=9_000)
    other = ask(known)

    assert show(neighbour, one).status == 200
    assert show(neighbour, other).kind is Kind.SPLIT
    assert evidence(neighbour) == [("split", True, False)]


def test_a_history_rewritten_with_new_keys_is_a_stranger(coop, post, neighbour, known):
    post(), post()
    show(neighbour, ask(known))
    with_guards_off(("DELETE FROM witness_logkey WHERE cooperative_id = %s", coop))
    seal_again(coop, clock.now())
    post()

    answer = show(neighbour, ask(known, 2))

    assert (answer.status, evidence(neighbour)) == (403, [("unknown_key", False, False)])
    with acting_for(neighbour.cooperative_id):
        assert "kunci yang tidak kami kenal" in seen.pressing(neighbour)[0].words


def test_a_bad_proof_under_a_true_head_is_no_conviction_and_is_settled_by_a_good_one(post, neighbour, known):
    """Anyone may send a head of ours with a spoiled proof: that is no offence of ours."""
    post(), post(), post()
    show(neighbour, ask(known))
    post()
    true = ask(known, 3)
    spoiled = watching.Request(3, tuple(bytes(32) for _ in true.proof), true.signed)
    assert show(neighbour, spoiled).status == 422
    assert evidence(neighbour) == [("unconnected", False, False)]
    assert show(neighbour, true).status == 200
    assert evidence(neighbour) == [("unconnected", False, True)]


def test_the_same_evidence_is_kept_once_and_a_flood_fills_no_disk(coop, post, neighbour, known):
    post(), post()
    show(neighbour, ask(known))
    for number in range(seeing.MOST_A_DAY + 3):
        stranger = Signer("lumbung.example/karbes", number.to_bytes(32))
        fake = checkpoints.sign(checkpoints.Checkpoint("lumbung.example/karbes", 9, bytes(32)), stranger)
        for _twice in range(2):
            show(neighbour, watching.Request(2, (), fake))
    assert len(evidence(neighbour)) == seeing.MOST_A_DAY


def test_what_convicts_stands_over_the_page_whatever_else_came(coop, post, neighbour, known):
    post()
    show(neighbour, ask(known))
    head = checkpoints.Checkpoint("lumbung.example/karbes", 1, bytes(32))
    key = LogKey.objects.get(cooperative_id=coop, kind=note.NOTE)
    show(neighbour, watching.Request(1, (), checkpoints.sign(head, signer_of(key))))
    for number in range(5):
        stranger = Signer("lumbung.example/karbes", number.to_bytes(32))
        show(neighbour, watching.Request(1, (), checkpoints.sign(head, stranger)))
    with acting_for(neighbour.cooperative_id):
        assert [one.convicts for one in seen.pressing(neighbour)] == [True, False, False]
