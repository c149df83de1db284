"""Questions about the books of a cooperative."""

from datetime import datetime

from django.db.models import Max

from lumbung.books.models import Printing


def last_printed(cooperative_id: int) -> dict[str, datetime]:
    """{book: when it was last printed}; a book that never was is not there."""
    rows = Printing.objects.filter(cooperative_id=cooperative_id).values("book").annotate(last=Max("printed_at"))
    return {row["book"]: row["last"] for row in rows}
