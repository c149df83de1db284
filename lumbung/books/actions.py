"""What is done with books: note that they were printed, and who took the whole register away."""

from datetime import date, datetime, time

from django.utils.translation import gettext as _

from lumbung import clock
from lumbung.books.models import Printing
from lumbung.cooperatives.actions import open_task, take_turn
from lumbung.cooperatives.reports import bylaws
from lumbung.security.actions import record
from lumbung.security.reports import names
from lumbung.sql import writes
from lumbung.web.words import Refused

OF_EVERY_MEMBER = frozenset({"daftar-anggota", "simpanan-anggota"})  # books that name all of them


@writes
def note_printing(*, cooperative_id: int, books: list[tuple[str, str]], form: str, by: int) -> None:
    """Remember who printed which books when; each with the word of what it covered."""
    facts = {"cooperative_id": cooperative_id, "form": form, "by": by, "printed_at": clock.now()}
    Printing.objects.bulk_create(Printing(book=key, period=period, **facts) for key, period in books)


@writes
def take_members_out(*, cooperative_id: int, form: str, by: int) -> str:
    """Somebody takes a book of every member away: counted, kept in the trail, told to the chair.

    Shape   the mark that the file carries: who, when, and the number in the trail
    Raises  Refused: more often today than the cooperative allows
    """
    take_turn(cooperative_id)
    today = clock.today()
    most = bylaws(cooperative_id, today).export_cap
    if _taken(cooperative_id, by, today) >= most:
        raise Refused(_("Hari ini Anda sudah %(most)s kali mengunduh daftar anggota. Lanjutkan besok."), most=most)
    kept = record(cooperative_id=cooperative_id, person_id=by, deed="members.exported", subject=form)
    name, at = names([by]).get(by, ""), clock.local(clock.now())
    open_task(
        cooperative_id=cooperative_id, kind="members.exported", by=by,
        message=f"{name} mengunduh daftar anggota {at:%d/%m/%Y %H.%M}. Ketua memastikan untuk apa.",
    )  # fmt: skip
    return _("Diunduh %(name)s, %(at)s, nomor %(no)s.") % {"name": name, "at": f"{at:%d/%m/%Y %H.%M}", "no": kept.id}


def _taken(cooperative_id: int, by: int, today: date) -> int:
    """How many files of every member a person has taken since midnight; those of one moment are one file."""
    midnight = datetime.combine(today, time(), tzinfo=clock.ZONE)
    rows = Printing.objects.filter(cooperative_id=cooperative_id, by=by, book__in=OF_EVERY_MEMBER)
    return rows.filter(printed_at__gte=midnight).values("printed_at").distinct().count()
