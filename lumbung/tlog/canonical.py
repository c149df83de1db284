"""The one way to write a value as bytes: canonical JSON (RFC 8785), for the few kinds of value that a book needs.

Text, whole numbers up to 2**53 - 1, lists and objects with ASCII keys; text comes out in Unicode form NFC.
Nothing that two programs could write differently: no floats, no nulls, no booleans. Amounts go in as text.
"""

import json
from json.encoder import encode_basestring
from unicodedata import normalize

LARGEST = 2**53 - 1  # beyond it a JSON number is no longer exact everywhere

_encode = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False, check_circular=False).encode


def canonical(value: str | int | list | tuple | dict) -> bytes:
    """Canonical JSON of `value` in UTF-8.

    Raises  TypeError: a kind of value that is not for the books, or a key that is not ASCII text
            ValueError: a number beyond `LARGEST`, or text that is not Unicode (a lone surrogate)
    """
    _check(value)
    text = _encode(value)
    if not text.isascii():
        text = _encode(_composed(value))
    return text.encode()


def quoted(text: str) -> str:
    """A text as it stands in canonical JSON, for a hot place that writes the brackets around it by hand."""
    return encode_basestring(text if text.isascii() else normalize("NFC", text))


def _check(value: object) -> None:
    match value:
        case str():
            pass
        case bool():
            raise TypeError("a book writes no booleans")
        case int():
            if not -LARGEST <= value <= LARGEST:
                raise ValueError(f"{value} is not exact in JSON: write it as text")
        case list() | tuple():
            _check_all(value)
        case dict():
            if not all(isinstance(key, str) and key.isascii() for key in value):
                raise TypeError("keys are ASCII text")
            _check_all(value.values())
        case _:
            raise TypeError(f"a book writes no {type(value).__name__}: {value!r}")


def _check_all(values: object) -> None:
    for value in values:
        if type(value) is not str:  # most values are text: no call for them
            _check(value)


def _composed(value: object) -> object:
    """The same value with all text in form NFC, so that an e with an accent is one thing however it was typed."""
    match value:
        case str():
            return normalize("NFC", value)
        case list() | tuple():
            return [_composed(item) for item in value]
        case dict():
            return {key: _composed(item) for key, item in value.items()}
    return value
