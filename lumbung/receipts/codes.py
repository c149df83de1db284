"""Codes that a telephone reads: a receipt's text as a QR drawing, for paper, a roll and the screen."""

from io import BytesIO

import segno
from django.utils.safestring import SafeString, mark_safe

from lumbung.receipts.proofs import Proof

LARGEST_ON_PAPER = 25  # 117 modules and the quiet zone are 125; at 3 dots each 375 of the 384 of a 58 mm roll
QUIET = 4
MODULE = {
    "58": "0.375",
    "80": "0.5",
    "a5": "0.34",
}  # mm of one square: 3 dots, 4 dots, and what half a sheet has room for


def code(text: str) -> segno.QRCode:
    """The smallest code of level L that says a text, in bytes of UTF-8. Raises segno.DataOverflowError."""
    return segno.make(text.encode(), error="l", mode="byte", boost_error=False, micro=False)


def paper_code(proof: Proof) -> segno.QRCode | None:
    """The code for paper; without the commitment's key when it would be too dense; None when it still is."""
    for text in (proof.on_paper(), proof.on_paper(key=False)):
        made = _code_or_none(text)
        if made and made.version <= LARGEST_ON_PAPER:
            return made
    return None


def _code_or_none(text: str) -> segno.QRCode | None:
    try:
        return code(text)
    except segno.DataOverflowError:
        return None


def for_paper(made: segno.QRCode, sheet: str) -> str:
    """SVG text in its true size: each square is a whole number of a roll printer's dots."""
    file = BytesIO()
    made.save(
        file, kind="svg", xmldecl=False, svgns=True, border=QUIET, scale=float(MODULE[sheet]), unit="mm", dark="#000"
    )
    return file.getvalue().decode()


def for_screen(text: str) -> SafeString | None:
    """A drawing to stand in a page as it is; None when no code can say so much."""
    made = _code_or_none(text)
    if made is None:
        return None
    file = BytesIO()
    made.save(
        file, kind="svg", xmldecl=False, svgns=False, border=QUIET, dark="#000", light="#fff", omitsize=True,
        svgclass="qr", lineclass=None,
    )  # fmt: skip
    return mark_safe(file.getvalue().decode())  # noqa: S308 - squares drawn here
