"""A text as a square of dots, for a screen that somebody photographs."""

import segno

MOST = 2_300  # characters: a denser square is read by no phone


def square(text: str) -> str:
    """The picture as the address of an image; empty when the text is too long for one."""
    if len(text.encode()) > MOST:
        return ""
    return segno.make(text, error="l", micro=False, mode="byte").svg_data_uri(border=4, light="#fff", dark="#000")
