"""What every page may show of a person's own safety."""

from django.utils.functional import SimpleLazyObject

from lumbung.security import notices


def told(request) -> dict:
    """`notices`: what she has not read. Asked for only where a page shows it, and only when there is something."""
    sitting = getattr(request, "sitting", None)
    if sitting is None or not getattr(sitting, "has_news", False):
        return {"notices": []}
    return {"notices": SimpleLazyObject(lambda: notices.waiting(sitting.person_id))}
