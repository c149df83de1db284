"""The second kind of signature of a day's checkpoint: ML-DSA-44, over the structure that the standard packs."""

import pytest
from cryptography.hazmat.primitives.asymmetric.mldsa import MLDSA44PublicKey

from lumbung.tlog import checkpoint, cosignature, note
from lumbung.tlog.tests.known import LOG

SIGNER = note.Signer("koperasi.example/uji", bytes(range(32)), note.ML_DSA)
HEAD = checkpoint.Checkpoint("koperasi.example/uji", 3, bytes(range(32)))
TIME = 1795399200


def test_what_is_signed_is_packed_as_the_standard_says():
    """Written out by hand: label, name, time, origin, from 0, up to 3, root."""
    signed = cosignature.cosign(checkpoint.sign(HEAD, LOG), SIGNER, time=TIME)
    value = signed.by(SIGNER.key)[0].value
    name = b"\x14koperasi.example/uji"
    packed = b"subtree/v1\n\x00" + name + TIME.to_bytes(8) + name + bytes(8) + b"\0\0\0\0\0\0\0\3" + bytes(range(32))

    MLDSA44PublicKey.from_public_bytes(SIGNER.key.public).verify(value[8:], packed)
    assert int.from_bytes(value[:8]) == TIME
    assert len(value) == 8 + 2420


def test_it_verifies_beside_the_other_signature_and_tells_its_time():
    signed = note.parse(str(cosignature.cosign(checkpoint.sign(HEAD, LOG), SIGNER, time=TIME)))
    assert cosignature.verify(signed, note.Key.from_vkey(SIGNER.key.vkey)) == TIME
    assert checkpoint.verify(signed, LOG.key) == HEAD


def test_another_time_or_another_root_is_not_what_was_signed():
    signed = cosignature.cosign(checkpoint.sign(HEAD, LOG), SIGNER, time=TIME)
    line = signed.by(SIGNER.key)[0]
    later = note.Signature(line.name, line.key_id, (TIME + 1).to_bytes(8) + line.value[8:])
    other = checkpoint.Checkpoint(HEAD.origin, 3, bytes(32)).text
    for wrong in (note.Note(signed.text, (later,)), note.Note(other, (line,))):
        with pytest.raises(note.Unverified):
            cosignature.verify(wrong, SIGNER.key)


def test_a_key_of_the_wrong_length_is_no_key():
    with pytest.raises(note.Malformed, match="ML-DSA-44"):
        note.Key("x", bytes(32), note.ML_DSA)
