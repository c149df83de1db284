"""What is done with books: note that they were printed."""

from lumbung import clock
from lumbung.books.models import Printing
from lumbung.sql import writes


@writes
def note_printing(*, cooperative_id: int, books: list[tuple[str, str]], form: str, by: int) -> None:
    """Remember who printed which books when; each with the word of what it covered."""
    facts = {"cooperative_id": cooperative_id, "form": form, "by": by, "printed_at": clock.now()}
    Printing.objects.bulk_create(Printing(book=key, period=period, **facts) for key, period in books)
