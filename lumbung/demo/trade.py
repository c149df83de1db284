"""Snacks at the corner of the cooperative: bought and sold, or left by members to be sold for a share."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from lumbung.demo.deeds import TILL, Deed, day_in, last_day, months_from
from lumbung.demo.pilot import Profile
from lumbung.money import rp

PRODUCERS = ("keripik tempe", "kue lumpur", "rempeyek", "onde-onde", "susu kedelai")
COMMISSION = 1_500  # hundredths of a percent: 15 %
FLOAT = rp(300_000)  # what stays in the till


def size(profile: Profile) -> int:
    """How much more is bought and sold than in the smallest shop."""
    return max(1, profile.members // 30)


def trade(random: Random, profile: Profile, start: date, today: date) -> Iterator[Deed]:
    """Working cash, goods in and snacks out; each month the till gets what it lacks and gives back what is too much."""
    first, many = start + timedelta(days=12), size(profile)
    for month in months_from(first, today):
        yield Deed(max(day_in(month, 9), first), "unit.funded", FLOAT * many, memo="Modal kerja Pojok UMKM")
        yield from _buying(random, month, first, many)
        yield from _selling(random, month, first, many)
        yield Deed(last_day(month), "goods.used_member", 0, TILL, "Harga pokok terjual kepada anggota")
        yield Deed(last_day(month), "goods.used_non_member", 0, TILL, "Harga pokok terjual kepada bukan anggota")
        yield Deed(last_day(month), "unit.returned", FLOAT * many, memo="Setoran Pojok UMKM ke bendahara")


def _buying(random: Random, month: date, first: date, many: int) -> Iterator[Deed]:
    for day in (2, 9, 16, 23):
        on = day_in(month, day)
        if on > first:
            what = random.choice(("Kulakan makanan ringan", "Belanja air mineral dan kopi", "Belanja bahan kue"))
            yield Deed(on, "goods.bought", rp(random.randrange(90, 190) * 1_000 * many), TILL, what)


def _selling(random: Random, month: date, first: date, many: int) -> Iterator[Deed]:
    for day in range(1, 29, random.choice((2, 3))):
        on = day_in(month, day + random.randint(0, 1))
        if on > first:
            whose = "sale.member" if random.random() < 0.55 else "sale.non_member"
            words = "Penjualan makanan ringan, anggota" if whose == "sale.member" else "Penjualan makanan ringan, umum"
            yield Deed(on, whose, rp(random.randrange(35, 105) * 1_000 * many), TILL, words)


def consigned(random: Random, start: date, today: date) -> Iterator[Deed]:
    """Members leave what they make; every second Saturday they are paid what it brought."""
    first = start + timedelta(days=40)
    for month in months_from(first, today):
        for product in PRODUCERS:
            for day in (6, 13, 20, 27):
                on = day_in(month, day)
                if on > first and random.random() < 0.75:
                    amount = rp(random.randrange(24, 96) * 1_000)
                    yield Deed(on, "sale.consigned", amount, TILL, f"Titip jual {product}", product)
            for day in (14, 28):
                if day_in(month, day) > first:
                    yield Deed(day_in(month, day), "consignor.paid", 0, TILL, f"Hak penitip {product}", product)
