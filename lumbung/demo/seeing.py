"""Whose NIK the pilot's secretary compared with a card: it stays written who looked, and when."""

from datetime import date, datetime, timedelta

from lumbung import clock
from lumbung.demo.writer import Writer
from lumbung.demo.writing import EVENING
from lumbung.members import nik
from lumbung.members.models import Member

DAYS_AGO = (23, 16, 9)


def compare_cards(writer: Writer, today: date) -> None:
    """Three of the first members came with their card, on three evenings of late."""
    members = Member.objects.filter(cooperative_id=writer.id).exclude(nik_sealed=None).order_by("number")
    for ago, member in zip(DAYS_AGO, members[: len(DAYS_AGO)], strict=False):
        with clock.frozen(datetime.combine(today - timedelta(days=ago), EVENING)):
            nik.looked_at(member=member, by=writer.by)
