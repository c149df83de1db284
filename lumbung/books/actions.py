"""What is done with books: note that they were printed."""

from lumbung import clock
from lumbung.books.models import Printing
from lumbung.sql import writes


@writes
def note_printing(*, cooperative_id: int, books: list[str], form: str, period: str, by: int) -> None:
    """Remember who printed which books when."""
    facts = {"cooperative_id": cooperative_id, "form": form, "period": period, "by": by, "printed_at": clock.now()}
    Printing.objects.bulk_create(Printing(book=key, **facts) for key in books)
