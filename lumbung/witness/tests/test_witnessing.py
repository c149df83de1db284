"""A book and its witness: what is shown is signed once it is kept, and what bends is refused and kept as evidence."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection, transaction

from lumbung import clock
from lumbung.cooperatives.tenant import acting_for
from lumbung.ledger.actions import seal_again
from lumbung.ledger.tests.conftest import BENDAHARA, KETUA, new_cooperative
from lumbung.sql import guards
from lumbung.tlog import checkpoint as checkpoints
from lumbung.tlog import cosignature, note
from lumbung.tlog.note import Signer
from lumbung.web.words import Refused
from lumbung.witness import watching
from lumbung.witness.actions import asking, rotate_key, signing
from lumbung.witness.actions import watching as seeing
from lumbung.witness.actions.keys import signer_of
from lumbung.witness.audit import problems
from lumbung.witness.models import LogKey
from lumbung.witness.models.seen import Cosignature, Refusal, Retired, Seen
from lumbung.witness.reports import asking as asked
from lumbung.witness.reports import heads
from lumbung.witness.reports import watching as seen
from lumbung.witness.reports import witnessed as signed_for
from lumbung.witness.reports.keys import log_keys
from lumbung.witness.watching import Kind

NOON = datetime(2026, 11, 23, 5, tzinfo=UTC)


@pytest.fixture(autouse=True)
def noon():
    with clock.frozen(NOON):
        yield


@pytest.fixture
def neighbour(db):
    """The witness next door, who was told of our key."""
    other = new_cooperative("tetangga")
    with acting_for(other.id):
        return seeing.begin(cooperative_id=other.id, holder="koperasi", by=KETUA)


@pytest.fixture
def known(coop, neighbour):
    """We know the neighbour as our witness, and the neighbour knows our log."""
    vkey = log_keys(coop)[0].vkey
    with acting_for(neighbour.cooperative_id):
        seeing.watch(watcher=neighbour, vkey=vkey, label="KMP Karbes", by=KETUA)
    return asking.add_witness(
        cooperative_id=coop, vkey=seen.key_of(neighbour).vkey, label="Tetangga", kind="tetangga", url="", by=KETUA
    )


def show(neighbour, text):
    """Bring a request next door."""
    with acting_for(neighbour.cooperative_id):
        return seeing.answer(watcher=neighbour, text=str(text), way="file")


def evidence(neighbour):
    with acting_for(neighbour.cooperative_id):
        return [
            (one.refusal.kind, one.convicts, one.settled)
            for one in seen.evidence(neighbour, list(seen.refusals(neighbour)))
        ]


def sizes(neighbour):
    with acting_for(neighbour.cooperative_id):
        return sorted(Seen.objects.values_list("size", flat=True))


def ask(known, old=None):
    return asked.request_for(known, heads.head(known.cooperative_id), old)


# --- the honest way -----------------------------------------------------------------------------------------------


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


# --- books that bend ----------------------------------------------------------------------------------------------


def with_guards_off(*statements):
    guards.drop()
    with connection.cursor() as cursor:
        for sql, *values in statements:
            cursor.execute(sql, values)
    signing._SIGNERS.clear()


def cut_tail(coop, size):
    """Take the newest entries out of the book and set everything back, as somebody who has the file can."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT frontier, root FROM ledger_book WHERE cooperative_id = %s", [coop])
    kept = signing.leaf_hashes(coop, 0, size)
    frontier = signing.tree.append_many(b"", 0, kept)
    with_guards_off(
        ("DELETE FROM ledger_transfer WHERE cooperative_id = %s AND number > %s", coop, size),
        ("DELETE FROM ledger_entry WHERE cooperative_id = %s AND number > %s", coop, size),
        ("UPDATE ledger_book SET last_number = %s, leaf_count = %s, frontier = %s, root = %s WHERE cooperative_id = %s",
         size, size, frontier, signing.tree.root(frontier, size), coop),
        ("UPDATE ledger_series SET last = %s WHERE cooperative_id = %s", size, coop),
    )  # fmt: skip
    seal_again(coop, clock.now())


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


# --- what verify says ---------------------------------------------------------------------------------------------


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


# --- keys ---------------------------------------------------------------------------------------------------------


def test_a_new_key_is_trusted_only_when_the_witness_was_told(coop, post, neighbour, known):
    post()
    show(neighbour, ask(known))
    rotate_key(cooperative_id=coop, by=BENDAHARA)
    post()
    assert show(neighbour, ask(known, 1)).status == 403
    newest = log_keys(coop)[0].vkey
    with acting_for(neighbour.cooperative_id):
        seeing.watch(watcher=neighbour, vkey=newest, label="", by=KETUA)
    assert show(neighbour, ask(known, 1)).status == 200


def test_a_retired_witness_signs_nothing_and_another_begins_with_another_key(post, neighbour, known):
    post()
    with acting_for(neighbour.cooperative_id):
        seeing.retire(watcher=neighbour, why="laptop hilang", by=KETUA)
        seeing.retire(watcher=neighbour, why="laptop hilang", by=KETUA)
        again = seeing.begin(cooperative_id=neighbour.cooperative_id, holder="koperasi", by=KETUA)
        assert (again.name, Retired.objects.count()) == (neighbour.name, 1)
        assert bytes(again.public) != bytes(neighbour.public)
    assert show(neighbour, ask(known)).status == 404


def test_a_second_tap_begins_no_second_witness(neighbour):
    with acting_for(neighbour.cooperative_id):
        assert seeing.begin(cooperative_id=neighbour.cooperative_id, holder="koperasi", by=KETUA).id == neighbour.id


def test_the_secret_half_lies_sealed(neighbour):
    seed = seeing._signer(neighbour)._private.private_bytes_raw()
    assert seed not in bytes(neighbour.sealed)
    with pytest.raises(Refused, match="secret-key"):
        neighbour.public = bytes(32)
        seeing._signer(neighbour)


@pytest.mark.parametrize("spoil", [lambda k: k[:-2], lambda k: "", lambda k: k.replace("+", " ", 1), lambda k: "x" + k])
def test_a_key_that_was_copied_badly_is_refused_in_words(coop, neighbour, spoil):
    with pytest.raises(Refused, match="tidak utuh"):
        seen.log_key(spoil(log_keys(coop)[0].vkey))
    with pytest.raises(Refused, match="kunci buku, bukan kunci saksi"):
        seen.witness_key(log_keys(coop)[0].vkey)
    with pytest.raises(Refused, match="kunci saksi, bukan kunci buku"):
        seen.log_key(seen.key_of(neighbour).vkey)


# --- what comes back ----------------------------------------------------------------------------------------------


def test_an_answer_that_is_not_the_witness_s_is_refused(coop, post, neighbour, known):
    post()
    signed = ask(known).signed
    liar = cosignature.cosign(signed, Signer(neighbour.name, bytes(32), note.COSIGNATURE), time=1)
    for text in (str(liar), liar.signatures[-1].line, "halo", "", str(signed)):
        with pytest.raises(Refused):
            asking.take_answer(witness=known, text=text, way="text")
    assert Cosignature.objects.count() == 0


def test_an_answer_is_for_our_book_or_it_is_nothing(coop, post, neighbour, known):
    """A true cosignature under a head that our log never signed."""
    post()
    head = checkpoints.Checkpoint("lumbung.example/karbes", 7, bytes(32))
    forged = checkpoints.sign(head, Signer("lumbung.example/karbes", bytes(32)))
    with pytest.raises(Refused, match="bukan jawaban saksi untuk buku kita"):
        asking.take_answer(
            witness=known, text=str(cosignature.cosign(forged, seeing._signer(neighbour), time=1)), way="file"
        )


def test_a_witness_on_the_same_machine_is_told_and_does_not_count(coop, post, neighbour, known):
    post()
    asking.take_answer(witness=known, text=show(neighbour, ask(known)).body, way="text")
    assert [(row.label, alone) for row, alone in signed_for.trusted(coop)] == [("Tetangga", False)]
    assert signed_for.quorum_lines(coop).endswith("quorum none\n")

    post()
    office = Signer("dinas.example/saksi", bytes(range(32)), note.COSIGNATURE)
    theirs = asking.add_witness(
        cooperative_id=coop, vkey=office.key.vkey, label="Dinas", kind="kantor", url="", by=KETUA
    )
    asking.take_answer(
        witness=theirs, way="file", text=str(cosignature.cosign(ask(theirs).signed, office, time=1_795_399_200))
    )
    post()
    asking.take_answer(witness=known, text=show(neighbour, ask(known)).body, way="text")

    assert checkpoints.parse(signed_for.witnessed(coop).text).size == 2, "the newest with an independent witness"
    assert checkpoints.parse(signed_for.witnessed(coop, at_least=3).text).size == 3, "or what a newer entry has"
    name = f"dinas.example/saksi+{office.key.id.hex()}"
    assert signed_for.quorum_lines(coop).endswith(f"group saksi 1 {name}\nquorum saksi\n")


def test_a_witness_that_was_ended_counts_no_more_and_can_begin_again(coop, post, neighbour, known):
    post()
    asking.take_answer(witness=known, text=show(neighbour, ask(known)).body, way="text")
    asking.end_witness(witness=known, by=KETUA)
    assert (signed_for.witnessed(coop), asked.standings(coop, 1)) == (None, [])
    asking.add_witness(
        cooperative_id=coop, vkey=known.vkey, label="Lagi", kind="tetangga", url="https://saksi.example/a/", by=KETUA
    )
    assert [(one.witness.label, one.witness.url, one.behind) for one in asked.standings(coop, 4)] == [
        ("Lagi", "https://saksi.example/a", 3)
    ]
