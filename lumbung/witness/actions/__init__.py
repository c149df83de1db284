"""What the log does: sign each head, change its keys."""

from lumbung.witness.actions.rotation import go_on_as_another, rotate_key
from lumbung.witness.actions.signing import sign_every_book, sign_head

__all__ = ["go_on_as_another", "rotate_key", "sign_every_book", "sign_head"]
