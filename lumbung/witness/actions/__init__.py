"""What the log does: sign each head, change its keys."""

from lumbung.witness.actions.rotation import rotate_key
from lumbung.witness.actions.signing import follow, sign_where_missing

__all__ = ["follow", "rotate_key", "sign_where_missing"]
