"""Money that works elsewhere: at the bank, at the agency's desk, with the Puskop."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from lumbung.demo.deeds import BANK, Deed, day_in, last_day, months_from
from lumbung.demo.pilot import Profile
from lumbung.money import rp


def elsewhere(profile: Profile, start: date, today: date) -> Iterator[Deed]:
    """An older cooperative keeps its savings with the Puskop, which shares its profit each month."""
    for month in months_from(start, today):
        words = "Bagi hasil simpanan di Puskop"
        yield Deed(day_in(month, 5), "partnership.share", rp(profile.members * 4_000), memo=words)


def agency(random: Random, profile: Profile, start: date, today: date) -> Iterator[Deed]:
    """BRILink at the desk; the bank credits the fees of the month."""
    for month in months_from(start + timedelta(days=70), today):
        yield Deed(last_day(month), "agency.fee", rp(random.randrange(60, 240) * 1_500), BANK, "Fee BRILink bulan ini")


def bank(random: Random, profile: Profile, start: date, today: date) -> Iterator[Deed]:
    """The excess goes to the bank each month; the bank takes its fee and gives its interest."""
    for month in months_from(start, today):
        yield Deed(day_in(month, 11), "money.moved", 0, memo="Setor kelebihan kas ke bank")
        if month > start:
            yield Deed(last_day(month), "bank.interest", 0, BANK, "Bunga rekening")
            yield Deed(last_day(month), "bank.fee", rp(6_500), BANK, "Biaya administrasi rekening")
