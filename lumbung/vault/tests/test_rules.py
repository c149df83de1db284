"""A sealed value opens with its key in its place, and never otherwise."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lumbung.vault import rules

SECRET = bytes(range(32))
KEY = rules.key(7, SECRET)
PLACE = rules.place("members_member", "nik_sealed", 3, 11)


@given(st.binary(max_size=200))
def test_what_is_sealed_opens_again(plain):
    sealed = rules.seal(KEY, plain, PLACE)
    assert (rules.key_of(sealed), rules.unseal(KEY, sealed, PLACE)) == (7, plain)
    assert len(sealed) == rules.SHORTEST + len(plain)


@pytest.mark.parametrize(
    "elsewhere",
    [
        ("members_member", "nik_sealed", 3, 12),
        ("members_member", "nik_sealed", 4, 11),
        ("members_member", "kk_sealed", 3, 11),
        ("members_other", "nik_sealed", 3, 11),
    ],
)
def test_in_another_place_it_does_not_open(elsewhere):
    with pytest.raises(rules.Unopened):
        rules.unseal(KEY, rules.seal(KEY, b"x", PLACE), rules.place(*elsewhere))


def test_a_changed_bit_anywhere_does_not_open():
    sealed = rules.seal(KEY, b"3573044503859999", PLACE)
    for at in range(len(sealed)):
        changed = sealed[:at] + bytes([sealed[at] ^ 1]) + sealed[at + 1 :]
        with pytest.raises(rules.Unopened):
            rules.key_of(changed)
            rules.unseal(KEY, changed, PLACE)


def test_the_same_value_never_looks_the_same_twice():
    assert len({rules.seal(KEY, b"x", PLACE)[9:] for _each in range(500)}) == 500


@pytest.mark.parametrize("torn", [b"", b"\x01", b"\x02" + bytes(60), bytes(rules.SHORTEST)])
def test_what_is_no_sealed_value_says_so(torn):
    with pytest.raises(rules.Unopened):
        rules.key_of(torn)


@given(st.text(max_size=20), st.text(max_size=20))
def test_an_index_tells_equal_from_other(one, other):
    index = [rules.blind(KEY.index, "3", "nik", text) for text in (one, other)]
    assert (index[0] == index[1]) == (one == other) and len(index[0]) == rules.INDEX_BYTES


def test_an_index_of_another_key_or_cooperative_is_another():
    other = rules.key(8, bytes(32))
    assert (
        len({rules.blind(KEY.index, "3", "x"), rules.blind(KEY.index, "4", "x"), rules.blind(other.index, "3", "x")})
        == 3
    )


def test_a_wrapped_key_is_bound_to_its_owner_and_its_master():
    wrapped = rules.wrap(SECRET, b"k" * 32, "data 3 7")
    assert rules.unwrap(SECRET, wrapped, "data 3 7") == b"k" * 32
    for master, owner in ((SECRET, "data 4 7"), (bytes(32), "data 3 7")):
        with pytest.raises(rules.Unopened):
            rules.unwrap(master, wrapped, owner)


def test_each_use_of_a_secret_has_a_key_of_its_own():
    assert len({rules.derived(SECRET, use) for use in ("seal", "index", "wrap")}) == 3
    assert KEY.index not in (SECRET, rules.derived(SECRET, "seal"))
