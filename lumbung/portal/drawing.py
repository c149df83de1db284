"""A square of dots that a phone reads."""

from io import BytesIO

import segno
from django.utils.safestring import SafeString, mark_safe


def square(text: str) -> SafeString:
    """A QR drawing, to stand in a page as it is: no colours of its own beside black and white, no style."""
    file = BytesIO()
    segno.make(text, error="m", micro=False).save(
        file, kind="svg", xmldecl=False, svgns=False, border=2, dark="#000", light="#fff", omitsize=True, svgclass="qr",
        lineclass=None,
    )  # fmt: skip
    return mark_safe(file.getvalue().decode())  # noqa: S308 - drawn here, from our own address
