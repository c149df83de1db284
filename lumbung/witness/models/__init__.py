"""What the log signed and with which keys."""

from lumbung.witness.models.log import Branch, Checkpoint, Head, LogKey

__all__ = ["Branch", "Checkpoint", "Head", "LogKey"]
