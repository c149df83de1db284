import json
from unicodedata import normalize

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from lumbung.tlog.canonical import LARGEST, canonical

text = st.text(st.characters(exclude_categories=["Cs"]))
keys = st.text(st.characters(max_codepoint=127))
values = st.recursive(
    text | st.integers(-LARGEST, LARGEST), lambda inner: st.lists(inner) | st.dictionaries(keys, inner), max_leaves=20
)


def composed(value):
    """`value` with its text in form NFC, the long way."""
    if isinstance(value, str):
        return normalize("NFC", value)
    if isinstance(value, list):
        return [composed(item) for item in value]
    return {key: composed(item) for key, item in value.items()} if isinstance(value, dict) else value


@given(values)
def test_it_writes_what_the_reference_writes(value):
    assert canonical(value) == rfc8785.dumps(composed(value))


@given(values)
def test_writing_what_was_read_gives_the_same_bytes(value):
    assert canonical(json.loads(canonical(value))) == canonical(value)


def test_control_characters_quotes_and_slashes_are_written_as_rfc_8785_says():
    assert (
        canonical('\x00\x1f\b\t\n\f\r"\\/\x7f\u2028é') == '"\\u0000\\u001f\\b\\t\\n\\f\\r\\"\\\\/\x7f\u2028é"'.encode()
    )


def test_an_accent_is_one_thing_however_it_was_typed():
    assert canonical({"memo": ["Jose\u0301"]}) == canonical({"memo": ("Jos\u00e9",)}) == '{"memo":["José"]}'.encode()
    assert canonical("\n\u0301") == '"\\n\u0301"'.encode()  # the accent stays with its newline, not with its spelling


@pytest.mark.parametrize("value", [1.0, None, True, b"x", {1, 2}, {"a": [None]}, [["x", 0.5]], {1: "a"}, {"é": "a"}])
def test_what_two_programs_could_write_differently_is_refused(value):
    with pytest.raises(TypeError):
        canonical(value)


@pytest.mark.parametrize("value", [2**53, -(2**53), "\ud800"])
def test_what_json_cannot_hold_is_refused(value):
    with pytest.raises(ValueError, match="exact in JSON|surrogates not allowed"):
        canonical([value])
