"""What the log signed and with which keys; what witnesses saw, in `models.seen`."""

from lumbung.witness.models import seen  # noqa: F401 - known to Django; whoever needs a model takes it from there
from lumbung.witness.models.log import Branch, Checkpoint, LogKey

__all__ = ["Branch", "Checkpoint", "LogKey"]
