"""A receipt that proves itself: the code on the screen and the file, for every page that shows a receipt."""

from django.http import HttpResponse

from lumbung.receipts import codes
from lumbung.receipts.proofs import proofs_or_why


def shown_proof(cooperative_id: int, numbers) -> dict:
    """What `receipts/proof.html` shows: the drawings, or why there is none. Empty where nobody signs the books."""
    proofs, why = proofs_or_why(cooperative_id, numbers)
    drawings = [drawing for drawing in map(codes.for_screen, proofs) if drawing]
    return {"drawings": drawings, "why": why} if proofs or why else {}


def as_file(document: str, cooperative_id: int, numbers) -> HttpResponse:
    """The text of a receipt to keep; where the book cannot prove anything now, the words that say why."""
    proofs, why = proofs_or_why(cooperative_id, numbers)
    if not proofs:
        return HttpResponse(why, status=409 if why else 404, content_type="text/plain; charset=utf-8")
    kept = {"Content-Disposition": f'attachment; filename="{document}.kuitansi.txt"', "Cache-Control": "no-store"}
    text = "".join(proof.as_file() for proof in proofs)
    return HttpResponse(text, content_type="text/plain; charset=utf-8", headers=kept)
