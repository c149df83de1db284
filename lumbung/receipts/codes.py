"""Codes that a telephone reads: a receipt's text as a QR drawing, for paper, a roll and the screen."""

from io import BytesIO

import segno

from lumbung.receipts.proofs import Proof

LARGEST_ON_PAPER = 25  # 117 modules and the quiet zone are 125; at 3 dots each 375 of the 384 of a 58 mm roll
QUIET = 4
SQUARE = {
    "58": 375,
    "80": 500,
    "a5": 340,
}  # one square in thousandths of a mm: 3 dots, 4 dots, what half a sheet has room for


def code(text: str) -> segno.QRCode | None:
    """The smallest code of level L that says a text, in bytes of UTF-8; None when no code can say so much."""
    try:
        return segno.make(text.encode(), error="l", mode="byte", boost_error=False, micro=False)
    except segno.DataOverflowError:
        return None


def on_paper(proof: Proof) -> list[segno.QRCode]:
    """The codes for paper: without the commitment's key when one would be too dense, then in two; else none.

    Two are what a big book needs (some 260,000 entries): the proof, and the entry; a reader puts them together.
    """
    bare = proof.without_key()
    for texts in ([proof.on_paper()], [bare.on_paper()], bare.on_paper_in_two()):
        made = [code(text) for text in texts]
        if all(one and one.version <= LARGEST_ON_PAPER for one in made):
            return made
    return []


def for_paper(proofs: list[Proof], sheet: str) -> list[dict]:
    """The codes of a paper in their true size: {drawing, an SVG text; width, mm}. A roll's square is whole dots."""
    made = [one for proof in proofs for one in on_paper(proof)]
    return [{"drawing": _svg(one), "width": _side(one) * SQUARE[sheet] / 1000} for one in made]


def _side(made: segno.QRCode) -> int:
    return made.symbol_size(border=QUIET)[0]


def _svg(made: segno.QRCode) -> str:
    file = BytesIO()
    made.save(file, kind="svg", xmldecl=False, svgns=True, border=QUIET, dark="#000")
    return file.getvalue().decode()


def for_page(proof: Proof, sheet: str) -> list[str]:
    """A paper's drawings, each as an address of its own, for a page that is printed in its true size."""
    size = {"scale": SQUARE[sheet] / 1000, "unit": "mm"}
    return [made.svg_data_uri(border=QUIET, light="#fff", **size) for made in on_paper(proof)]


def for_screen(proof: Proof) -> str:
    """The drawing for a page, as large as there is room, black on white in any theme; empty when it says too much."""
    made = code(proof.on_screen())
    return made.svg_data_uri(border=QUIET, light="#fff", omitsize=True) if made else ""
