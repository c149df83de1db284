"""What other packages show on a member's page: savings, dues, loans. The register lies below them and knows none.

A panel is a template and a function that gives it its context; a package adds its own when it starts.
"""

from collections.abc import Callable
from typing import NamedTuple


class Panel(NamedTuple):
    """A part of a member's page: the template, and `context(request, member)` for it."""

    order: int
    template: str
    context: Callable


_PANELS: dict[str, Panel] = {}


def show(template: str, context: Callable, *, order: int = 50) -> None:
    """Add a part to every member's page; lower orders come first."""
    _PANELS[template] = Panel(order, template, context)


def of(request, member) -> list[dict]:
    """The parts of one member's page, in order: each its template and what stands in it."""
    shown = sorted(_PANELS.values(), key=lambda panel: panel.order)
    return [{"template": panel.template, **panel.context(request, member)} for panel in shown]
