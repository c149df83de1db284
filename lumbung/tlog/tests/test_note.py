import pytest
from hypothesis import given
from hypothesis import strategies as st

from lumbung.tlog import note
from lumbung.tlog.tests.known import LOG, LOG_VKEY, WITNESS, WITNESS_VKEY

# the example of c2sp.org/signed-note
EXAMPLE_KEY = note.Key.from_vkey("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")
EXAMPLE = """\
This is an example message.

— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
"""
OTHER = note.Signer("lain.example", bytes(32))


def test_the_example_of_the_standard_verifies():
    assert note.verify(note.parse(EXAMPLE), [EXAMPLE_KEY]) == [EXAMPLE_KEY]
    assert str(note.parse(EXAMPLE)) == EXAMPLE


def test_known_seeds_have_the_known_verifier_keys():
    assert (LOG.key.vkey, WITNESS.key.vkey) == (LOG_VKEY, WITNESS_VKEY)
    assert note.Key.from_vkey(LOG_VKEY) == LOG.key
    assert note.Key.from_vkey(WITNESS_VKEY) == WITNESS.key


def test_the_kind_of_a_key_is_part_of_its_id():
    assert note.Key(LOG.key.name, LOG.key.public, note.COSIGNATURE).id != LOG.key.id


@pytest.mark.parametrize(
    "vkey",
    [
        "",
        "koperasi.example/uji",
        LOG_VKEY.replace("d37a167e", "d37a167f"),
        LOG_VKEY.replace("d37a167e", "D37A167E"),
        LOG_VKEY.replace("uji", "ujo"),
        LOG_VKEY.replace("uji", "u ji"),
        LOG_VKEY.replace("uji", "u+ji"),
        LOG_VKEY[:-1] + "5",
        LOG_VKEY[:-4],
        LOG_VKEY + "\n",
        "+" + LOG_VKEY.split("+", 1)[1],
    ],
)
def test_a_verifier_key_with_anything_wrong_is_refused(vkey):
    with pytest.raises(note.Malformed):
        note.Key.from_vkey(vkey)


def test_several_may_sign_and_each_is_found():
    signed = note.parse(str(note.sign("Halo.\n\nDua alinea.\n", LOG, OTHER)))

    assert signed.text == "Halo.\n\nDua alinea.\n"
    assert note.verify(signed, [OTHER.key, LOG.key]) == [OTHER.key, LOG.key]
    assert note.verify(signed, [LOG.key, EXAMPLE_KEY]) == [LOG.key]


def test_signatures_of_strangers_are_passed_over_even_with_a_known_name_or_id():
    signed = note.sign("Halo.\n", LOG)
    same_name = note.Signature(LOG.key.name, b"\0\0\0\0", b"wrong")
    same_id = note.Signature("lain.example", LOG.key.id, b"wrong")

    assert note.verify(note.Note(signed.text, (same_name, same_id, *signed.signatures)), [LOG.key]) == [LOG.key]


def test_a_note_that_no_known_key_signed_proves_nothing():
    with pytest.raises(note.Unverified, match="no signature by a known key"):
        note.verify(note.sign("Halo.\n", OTHER), [LOG.key])


def test_one_wrong_signature_by_a_known_key_spoils_the_note():
    signed = note.sign("Halo.\n", LOG, OTHER)
    twice = note.Note(signed.text, (*signed.signatures, LOG.signature(OTHER.sign(b"Halo.\n"))))

    for keys in ([LOG.key], [OTHER.key, LOG.key]):
        with pytest.raises(note.Unverified, match="koperasi.example/uji does not hold"):
            note.verify(twice, keys)


@given(st.integers(0, len(EXAMPLE) - 1), st.characters(exclude_categories=["Cs"]))
def test_no_letter_of_a_note_can_be_changed(place, letter):
    changed = EXAMPLE[:place] + letter + EXAMPLE[place + 1 :]
    if changed != EXAMPLE:
        with pytest.raises((note.Malformed, note.Unverified)):
            note.verify(note.parse(changed), [EXAMPLE_KEY])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "Halo.\n",
        "Halo.\n\n",
        EXAMPLE.rstrip("\n"),
        EXAMPLE.replace("\n", "\r\n"),
        EXAMPLE.replace("message", "mess\tage"),
        EXAMPLE + "\n",
        EXAMPLE + "ekor\n",
        EXAMPLE.replace("—", "-"),
        EXAMPLE.replace("— ", "—"),
        EXAMPLE.replace("example.com/foo", "example.com+foo"),
        EXAMPLE.replace("example.com/foo", "example.com\u00a0foo"),
        EXAMPLE.replace("aQM=", "aQM"),
        EXAMPLE.replace("aQM=", "aQN="),  # the same bytes in a second spelling
        EXAMPLE.replace("aQM=", "aQM=\u00e9"),
        "Halo.\n\n— example.com/foo Uw2QOg==\n",
        "x" * 1_000_000 + EXAMPLE,
        "Halo.\n\n" + "— a Uw2QOg1=\n" * 101,
    ],
)
def test_a_text_that_is_no_note_is_refused(text):
    with pytest.raises(note.Malformed):
        note.parse(text)


def test_sixteen_signatures_are_accepted_as_the_standard_demands():
    signers = [note.Signer(f"saksi.example/{number}", bytes([number] * 32)) for number in range(16)]

    assert len(note.verify(note.sign("Halo.\n", *signers), [signer.key for signer in signers])) == 16


@pytest.mark.parametrize("text", ["", "Halo.", "Ha\tlo.\n"])
def test_a_text_that_cannot_stand_in_a_note_is_not_signed(text):
    with pytest.raises(note.Malformed):
        note.sign(text, LOG)
