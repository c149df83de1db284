"""Where papers are signed."""

from lumbung.books.signing import signed_at

__all__ = ["signed_at"]
