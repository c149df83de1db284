"""Keys of logs and witnesses, answers that come back, and how many witnesses are enough."""

import pytest

from lumbung.cooperatives.tenant import acting_for
from lumbung.ledger.tests.conftest import BENDAHARA, KETUA
from lumbung.tlog import checkpoint as checkpoints
from lumbung.tlog import cosignature, note
from lumbung.tlog.note import Signer
from lumbung.web.words import Refused
from lumbung.witness.actions import asking, rotate_key
from lumbung.witness.actions import watching as seeing
from lumbung.witness.models.seen import Cosignature, Retired
from lumbung.witness.reports import asking as asked
from lumbung.witness.reports import watching as seen
from lumbung.witness.reports import witnessed as signed_for
from lumbung.witness.reports.keys import log_keys
from lumbung.witness.tests.next_door import ask, show

# --- keys -------------------------------------------------------------------------------------------------------------


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


# --- what comes back --------------------------------------------------------------------------------------------------


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
