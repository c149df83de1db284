"""What the log signed and with which keys."""

from lumbung.witness.models.log import Branch, Checkpoint, LogKey

__all__ = ["Branch", "Checkpoint", "LogKey"]
