"""What every page may ask of help: the guide that belongs to it."""

from urllib.parse import quote

from django.urls import reverse

from lumbung.help import guides


def guide(request) -> dict:
    """`guide_url`: the guide of the page shown, with the way back; "" when it has none."""
    match = getattr(request, "resolver_match", None)
    found = guides.of_page(match.view_name) if match and match.view_name else None
    if found is None:
        return {"guide_url": ""}
    return {"guide_url": f"{reverse('help:guide', kwargs={'word': found.word})}?dari={quote(request.path)}"}
