from base64 import b64encode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lumbung.tlog import checkpoint, cosignature, note, proof, tree
from lumbung.tlog.tests.known import COSIGNATURE, HASHES, LOG, SEEN_AT, SIGNED, WITNESS

EXTRA = bytes(range(32))
PROOF = proof.make(1, tree.inclusion_proof(HASHES, 1, 3), note.parse(SIGNED + COSIGNATURE), extra=EXTRA)


def test_a_proof_is_written_as_the_standard_says():
    lines = (
        "c2sp.org/tlog-proof@v1\n"
        f"extra {b64encode(EXTRA).decode()}\n"
        "index 1\n"
        f"{b64encode(HASHES[0]).decode()}\n"
        f"{b64encode(HASHES[2]).decode()}\n"
        f"\n{SIGNED}{COSIGNATURE}"
    )

    assert lines == PROOF
    assert str(proof.parse(PROOF)) == PROOF


def test_whoever_trusts_the_log_can_check_a_leaf():
    shown = proof.verify(PROOF, HASHES[1], LOG.key)

    assert (shown.checkpoint.origin, shown.checkpoint.size, shown.index, shown.seen) == (LOG.key.name, 3, 1, {})


def test_a_known_witness_adds_when_it_saw_the_tree():
    stranger = note.Key("dinas.example", bytes(32), note.COSIGNATURE)

    assert proof.verify(PROOF, HASHES[1], LOG.key, witnesses=[WITNESS.key, stranger]).seen == {
        WITNESS.key.name: SEEN_AT
    }


def test_the_extra_bytes_come_back_and_prove_nothing():
    assert proof.parse(PROOF).extra == EXTRA
    assert proof.parse(proof.make(0, [], note.parse(SIGNED))).extra is None
    assert proof.verify(PROOF.replace("extra A", "extra B"), HASHES[1], LOG.key).index == 1


def test_the_only_leaf_of_a_tree_needs_no_siblings():
    signed = checkpoint.sign(checkpoint.Checkpoint(LOG.key.name, 1, HASHES[0]), LOG)

    assert proof.verify(proof.make(0, [], signed), HASHES[0], LOG.key).checkpoint.size == 1


@pytest.mark.parametrize("leaf", [HASHES[0], HASHES[2], bytes(32), b""])
def test_another_leaf_is_not_proven(leaf):
    with pytest.raises(note.Unverified, match="not number 1"):
        proof.verify(PROOF, leaf, LOG.key)


def test_a_log_that_is_not_trusted_proves_nothing():
    with pytest.raises(note.Unverified):
        proof.verify(PROOF, HASHES[1], note.Signer(LOG.key.name, bytes(32)).key)


def test_a_wrong_line_of_a_trusted_witness_spoils_the_proof():
    signed = cosignature.cosign(note.parse(SIGNED), WITNESS, time=SEEN_AT)
    forged = note.Note(signed.text, (signed.signatures[0], WITNESS.signature(bytes(72))))
    text = proof.make(1, tree.inclusion_proof(HASHES, 1, 3), forged)

    assert proof.verify(text, HASHES[1], LOG.key).index == 1
    with pytest.raises(note.Unverified, match="pengawas"):
        proof.verify(text, HASHES[1], LOG.key, witnesses=[WITNESS.key])


@given(st.integers(PROOF.index("index"), len(PROOF) - 1), st.characters(exclude_categories=["Cs"]))
def test_no_letter_after_the_extra_line_can_be_changed(place, letter):
    changed = PROOF[:place] + letter + PROOF[place + 1 :]
    if changed != PROOF:
        try:
            shown = proof.verify(changed, HASHES[1], LOG.key, witnesses=[WITNESS.key])
        except (note.Malformed, note.Unverified):
            return
        assert shown.seen == {}  # what remains possible: to hide that a witness signed


@pytest.mark.parametrize(
    "text",
    [
        "",
        SIGNED,
        PROOF.replace("@v1", "@v2"),
        PROOF.replace("index 1", "index 01"),
        PROOF.replace("index 1", "index -1"),
        PROOF.replace("index 1\n", ""),
        PROOF.replace("index 1", f"index 1\nextra {b64encode(EXTRA).decode()}"),
        PROOF.replace("extra ", "ekstra "),
        PROOF.replace(b64encode(HASHES[0]).decode(), b64encode(HASHES[0][:31]).decode()),
        PROOF.replace("\n\n", "\n"),
        PROOF.partition("\n\n")[0] + "\n\n",
        "c2sp.org/tlog-proof@v1\n\n" + SIGNED,
    ],
)
def test_a_text_that_is_no_proof_is_refused(text):
    with pytest.raises(note.Malformed):
        proof.verify(text, HASHES[1], LOG.key)
