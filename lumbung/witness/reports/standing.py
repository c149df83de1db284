"""Who signed a book last, and who saw it last: what the page Periksa says beside its figures."""

from lumbung.ledger.reports.book import book_head
from lumbung.witness.models import LogKey
from lumbung.witness.models.seen import Cosignature
from lumbung.witness.reports.days import kept
from lumbung.witness.reports.keys import public
from lumbung.witness.rules import Seal


def of(cooperative_id: int) -> dict:
    """`key` that sealed the newest head (None when nobody did), the newest `kept` head, who has `seen` it last."""
    book, key = book_head(cooperative_id), None
    if book and book.seal:
        key = LogKey.objects.filter(cooperative_id=cooperative_id, id=Seal.unpacked(book.seal).key_id).first()
    witnessed = Cosignature.objects.filter(cooperative_id=cooperative_id).select_related("witness")
    return {
        "key": key and f"{key.name}+{public(key).id.hex()}",
        "kept": kept(cooperative_id).first(),
        "seen": witnessed.order_by("-time").first(),
    }
