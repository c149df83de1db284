import pytest

from lumbung.tlog import checkpoint, cosignature, note, tree
from lumbung.tlog.checkpoint import Checkpoint
from lumbung.tlog.tests.known import COSIGNATURE, HASHES, LOG, ORIGIN, SEEN_AT, SIGNED, WITNESS

HEAD = Checkpoint(ORIGIN, 3, tree.root_of(HASHES))
ROOT = "MZ8Kc+cjGEVJQUPy7eMPsDRoWa9KOPuamDM66lgw3uQ="


def test_the_worked_example_is_signed_byte_for_byte():
    assert str(checkpoint.sign(HEAD, LOG)) == SIGNED


def test_the_worked_example_is_cosigned_byte_for_byte():
    assert str(cosignature.cosign(note.parse(SIGNED), WITNESS, time=SEEN_AT)) == SIGNED + COSIGNATURE


def test_a_signed_checkpoint_says_origin_size_and_root():
    assert checkpoint.verify(note.parse(SIGNED + COSIGNATURE), LOG.key) == HEAD


def test_a_checkpoint_of_another_origin_is_refused():
    other = checkpoint.sign(Checkpoint("koperasi.example/lain", 3, HEAD.root), LOG)

    with pytest.raises(note.Unverified, match=r"of koperasi\.example/lain, not of koperasi\.example/uji"):
        checkpoint.verify(other, LOG.key)
    assert checkpoint.verify(other, LOG.key, origin="koperasi.example/lain").size == 3


def test_a_checkpoint_not_signed_by_the_log_is_refused():
    impostor = note.Signer(ORIGIN, bytes(32))

    with pytest.raises(note.Unverified):
        checkpoint.verify(checkpoint.sign(HEAD, impostor), LOG.key)


def test_extension_lines_of_others_are_kept_and_signed_but_ours_has_none():
    text = f"{ORIGIN}\n3\n{ROOT}\ntotal 5\n"

    assert checkpoint.parse(text) == Checkpoint(ORIGIN, 3, HEAD.root, ("total 5",))
    assert checkpoint.verify(note.sign(text, LOG), LOG.key).text == text
    with pytest.raises(AssertionError):
        checkpoint.sign(checkpoint.parse(text), LOG)


@pytest.mark.parametrize(
    "text",
    [
        "",
        f"{ORIGIN}\n3\n",
        f"{ORIGIN}\n3\n{ROOT}",
        f"{ORIGIN}\n3\n{ROOT}\nekor",
        f"\n3\n{ROOT}\n",
        f"{ORIGIN}\n03\n{ROOT}\n",
        f"{ORIGIN}\n-3\n{ROOT}\n",
        f"{ORIGIN}\n٣\n{ROOT}\n",
        f"{ORIGIN}\n3\n{ROOT[:-4]}\n",
        f"{ORIGIN}\n3\n{ROOT[:-2]}R=\n",
        f"{ORIGIN}\n3\n{ROOT}\n\nx\n",
        f"{ORIGIN}\n3\n{ROOT}\n\n",
    ],
)
def test_a_text_that_is_no_checkpoint_is_refused(text):
    with pytest.raises(note.Malformed):
        checkpoint.parse(text)


def test_a_witness_tells_when_it_saw_the_checkpoint():
    signed = note.parse(SIGNED)
    twice = cosignature.cosign(cosignature.cosign(signed, WITNESS, time=SEEN_AT), WITNESS, time=SEEN_AT - 5)

    assert cosignature.verify(signed, WITNESS.key) is None
    assert cosignature.verify(twice, WITNESS.key) == SEEN_AT


def test_a_cosignature_holds_for_its_time_and_its_checkpoint_only():
    signed = cosignature.cosign(note.parse(SIGNED), WITNESS, time=SEEN_AT)
    value = signed.signatures[-1].value
    later = WITNESS.signature((SEEN_AT + 1).to_bytes(8) + value[8:])
    too_late = WITNESS.sign(f"cosignature/v1\ntime {2**63}\n{signed.text}".encode())
    impossible = WITNESS.signature((2**63).to_bytes(8) + too_late)

    for text, signature in (
        (signed.text, later),
        (signed.text, impossible),
        (signed.text, WITNESS.signature(value[:20])),
        (signed.text.replace("\n3\n", "\n4\n"), signed.signatures[-1]),
    ):
        with pytest.raises(note.Unverified):
            cosignature.verify(note.Note(text, (signature,)), WITNESS.key)


def test_a_log_cannot_be_taken_for_a_witness_nor_a_witness_for_a_log():
    with pytest.raises(AssertionError):
        note.sign("Halo.\n", WITNESS)
    with pytest.raises(AssertionError):
        cosignature.cosign(note.parse(SIGNED), LOG, time=SEEN_AT)
