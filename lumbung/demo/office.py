"""What keeps a cooperative running: bills, meetings, the bank, gifts, advances, and the mistakes that people make."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from lumbung.demo import banking, thrift
from lumbung.demo.deeds import BANK, Deed, day_in, months_back, months_from
from lumbung.demo.goods import goods
from lumbung.demo.pilot import Profile
from lumbung.money import rp

LAPTOPS_FROM = date(2025, 8, 21)  # the ministry hands them out from this day


def office(random: Random, profile: Profile, start: date, today: date) -> Iterator[Deed]:
    """Everything beside members and goods, by what this cooperative does."""
    yield from _bills(random, profile, start, today)
    yield from _meetings(random, profile, start, today)
    if not profile.is_new:
        yield from banking.elsewhere(profile, start, today)
    for word, happening in HAPPENINGS.items():
        if word in profile.deeds:
            yield from happening(random, profile, start, today)


def _bills(random: Random, profile: Profile, start: date, today: date) -> Iterator[Deed]:
    size = 1 + profile.members // 60
    for month in months_from(start + timedelta(days=25), today):
        power = rp(random.randrange(20, 42) * 1_000 * size)
        yield Deed(day_in(month, random.randint(12, 20)), "expense.utilities", power, memo="Token listrik kantor")
        if size > 1:
            yield Deed(day_in(month, 10), "expense.internet", rp(100_000), memo="Paket internet kantor")
        if random.random() < 0.7:
            paper = rp(random.randrange(12, 60) * 1_000)
            words = random.choice(
                ("Fotokopi kartu iuran", "Buku kuitansi dan pulpen", "Cetak formulir anggota", "Kertas dan map")
            )
            yield Deed(day_in(month, random.randint(3, 25)), "expense.stationery", paper, memo=words)
        if random.random() < 0.3:
            yield Deed(day_in(month, random.randint(5, 27)), "expense.transport", rp(25_000), memo="Transport ke dinas")


def _meetings(random: Random, profile: Profile, start: date, today: date) -> Iterator[Deed]:
    for month in months_from(start, today):
        snacks = rp(random.randrange(6, 12) * 10_000)
        yield Deed(
            day_in(month, random.randint(18, 26)), "expense.board_meeting", snacks, memo="Konsumsi rapat pengurus"
        )
        if month.month == 2 and month > start:
            cost = rp(profile.members * 6_000)
            yield Deed(day_in(month, 22), "expense.annual_meeting", cost, memo="Konsumsi dan sewa kursi RAT")


def _savings(random: Random, profile: Profile, start: date, today: date) -> Iterator[Deed]:
    """A few members put money aside, and take some of it before the holidays."""
    savers = random.sample(range(min(profile.members, 30)), min(profile.members // 6, 14))
    for month in months_from(start + timedelta(days=35), today):
        for saver in savers:
            if random.random() < 0.6:
                amount = rp(random.choice((25, 50, 50, 100, 150, 200)) * 1_000)
                yield Deed(day_in(month, random.randint(2, 26)), "savings.deposited", amount, who=saver)
            if random.random() < 0.12:
                amount = rp(random.choice((50, 100, 150)) * 1_000)
                yield Deed(day_in(month, random.randint(15, 28)), "savings.withdrawn", amount, who=saver)


def _honoraria(random: Random, profile: Profile, start: date, today: date) -> Iterator[Deed]:
    amount = rp((1 + profile.members // 50) * 100_000)
    for month in months_from(start + timedelta(days=60), today):
        yield Deed(day_in(month, 27), "expense.honoraria", amount, memo="Honor pengurus dan pengawas")


def _laptop(random: Random, profile: Profile, start: date, today: date) -> Iterator[Deed]:
    day = max(LAPTOPS_FROM, start + timedelta(days=20)) + timedelta(days=random.randint(0, 25))
    yield Deed(day, "grant.laptop", rp(8_000_000), memo="Laptop hibah kementerian, menurut BAST", key="laptop")


def _grant(random: Random, profile: Profile, start: date, today: date) -> Iterator[Deed]:
    day = start + timedelta(days=100)
    yield Deed(day, "grant.cash", rp(10_000_000), BANK, "Hibah modal awal dari CSR, tanpa syarat")


def _advance(random: Random, profile: Profile, start: date, today: date) -> Iterator[Deed]:
    """One long settled, one of last month still out."""
    day = start + timedelta(days=75)
    yield Deed(day, "advance.given", rp(250_000), memo="konsumsi pelatihan anggota", who="sekretaris", key="panjar-1")
    yield Deed(
        day + timedelta(days=6), "advance.settled", rp(235_000), memo="Konsumsi pelatihan anggota, nota lengkap",
        who="expense.education", after="panjar-1",
    )  # fmt: skip
    yield Deed(
        day_in(months_back(today, 1), 24),
        "advance.given",
        rp(150_000),
        memo="spanduk bazar kelurahan",
        who="ketua",
        key="panjar-2",
    )


def _lent(random: Random, profile: Profile, start: date, today: date) -> Iterator[Deed]:
    """The chair paid a printer and got the money back a month later."""
    day = start + timedelta(days=50)
    cost = rp(68_000)
    yield Deed(
        day, "officer.paid_for_us", cost, memo="Cetak spanduk, dibayar dulu oleh ketua", who="ketua", key="talangan"
    )
    yield Deed(day + timedelta(days=30), "officer.repaid", cost, memo="Talangan ketua", who="ketua", after="talangan")


def _reversal(random: Random, profile: Profile, start: date, today: date) -> Iterator[Deed]:
    """Rp53.000 typed with a nought too many, undone the next morning, and typed again."""
    for count, day in enumerate(
        (months_back(today, 5) + timedelta(days=8), months_back(today, 1) + timedelta(days=13))
    ):
        key = f"salah-{count}"
        memo = "Cetak kartu anggota"
        yield Deed(day, "expense.stationery", rp(530_000), memo=memo, key=key)
        yield Deed(day + timedelta(days=1), "reverse", memo="salah ketik jumlah", after=key)
        yield Deed(day + timedelta(days=1), "expense.stationery", rp(53_000), memo=memo, after=key)


def _unknown(random: Random, profile: Profile, start: date, today: date) -> Iterator[Deed]:
    """Last month somebody paid into the account and wrote no name."""
    day = day_in(months_back(today, 1), random.randint(20, 28))
    yield Deed(day, "receipt.unidentified", rp(120_000), BANK, "TRSF E-BANKING CR 2311 TANPA NAMA")


def _billed(random: Random, profile: Profile, start: date, today: date) -> Iterator[Deed]:
    """This cooperative books its dues on the first of the month, before they are paid."""
    for month in months_from(start + timedelta(days=31), today):
        yield Deed(month, "bill")


HAPPENINGS = {
    "bank": banking.bank,
    "agency": banking.agency,
    "savings": _savings,
    "honoraria": _honoraria,
    "laptop": _laptop,
    "grant": _grant,
    "advance": _advance,
    "lent": _lent,
    "reversal": _reversal,
    "unknown": _unknown,
    "billed": _billed,
    "terms": thrift.terms,
    "goods": goods,
}
