"""A key in two halves: both give it back, one says nothing, a slip of the pen is noticed."""

import pyrage
import pytest

from lumbung.backup import halves, sealing
from lumbung.web.words import Refused


def identity() -> str:
    return sealing.new_key()[0]


def test_two_halves_give_the_key_back():
    for _time in range(50):
        secret = identity()
        one, other = halves.split(secret)
        assert halves.join(one.text, other.text) == halves.join(other.text, one.text) == secret


def test_halves_are_read_as_people_write_them():
    secret = identity()
    one, other = halves.split(secret)
    assert halves.join(one.text.lower().replace("-", " "), f"  {other.text}\n") == secret


def test_one_half_alone_is_drawn_anew_each_time_and_looks_like_chance():
    """The same key gives other halves, and over many splits every sign stands at every place in both halves."""
    secret, seen = identity(), [[set() for _sign in range(58)] for _half in (1, 2)]
    for _time in range(600):
        for half, places in zip(halves.split(secret), seen, strict=True):
            for place, sign in enumerate(half.text.replace("-", "")[:58]):
                places[place].add(sign)
    assert all(len(signs) == 32 for places in seen for signs in places)


def test_a_slip_of_the_pen_is_noticed():
    one, other = halves.split(identity())
    swapped, caught, tried = one.text.replace("-", ""), 0, 0
    for place in range(60):
        for sign in "QZ7":
            if sign != swapped[place]:
                tried += 1
                try:
                    sealing.public_part(halves.join(swapped[:place] + sign + swapped[place + 1 :], other.text))
                except Refused:
                    caught += 1
    assert caught == tried


@pytest.mark.parametrize("text", ["", "AAAA", "b" * 60, "1" * 60, "Q" * 59, "Q" * 61, "é" * 60])
def test_what_is_no_half_is_refused_in_words(text):
    _one, other = halves.split(identity())
    with pytest.raises(Refused, match="salah ketik"):
        halves.join(text, other.text)


def test_the_same_half_twice_is_refused():
    one, _other = halves.split(identity())
    with pytest.raises(Refused, match="sama"):
        halves.join(one.text, one.text)


def test_halves_of_two_keys_make_none():
    one, _ = halves.split(identity())
    _, other = halves.split(identity())
    with pytest.raises(Refused, match="tidak membentuk"):
        sealing.public_part(halves.join(one.text, other.text))


def test_the_words_follow_from_the_half_and_nothing_else():
    one, other = halves.split(identity())
    assert one.words == halves.words_of(one.text.lower()) and len(one.words.split()) == 2
    assert len(set(halves.WORDS)) == 64


def test_our_splitting_rests_on_the_form_of_an_age_key():
    assert len(str(pyrage.x25519.Identity.generate())) == len(halves.FRONT) + halves.LENGTH
