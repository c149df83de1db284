"""The cooperative whose past lies in workbooks: its books come in through the intake, then its life goes on."""

from datetime import date, datetime
from pathlib import Path
from random import Random

from lumbung import clock, ids
from lumbung.cash.reports import balance
from lumbung.cooperatives import actions as cooperatives
from lumbung.cooperatives.models import Cooperative
from lumbung.cooperatives.tenant import acting_for
from lumbung.demo import membership, office
from lumbung.demo.deeds import KAS, last_day, months_back
from lumbung.demo.life import Life
from lumbung.demo.membership import Joiner
from lumbung.demo.people import Person as Villager
from lumbung.demo.pilot import SEED, Profile
from lumbung.demo.standing import settle
from lumbung.demo.writer import Writer
from lumbung.demo.writing import EVENING, write_life
from lumbung.intake import reports
from lumbung.intake.actions import accept_difference, take
from lumbung.ledger.actions import open_book
from lumbung.members.models import Member

SAMPLES = Path(__file__).parents[2] / "samples" / "a"
BOOKS = {"members": "buku-anggota.xlsx", "dues": "iuran-2025.xlsx", "cash": "kas-harian-2025.xlsx"}
YEAR = 2025  # of the workbooks
TAKEN_ON = date(YEAR + 1, 1, 5)
TREASURER = "Susanti Purnomo"  # number 003 of the member book
NOT_HERE = ("partnership.share", "expense.internet")  # neither savings elsewhere nor a line


def build_from_workbooks(profile: Profile, by: int, today: date) -> Writer:
    """Take the three books in as a treasurer would in January, and live on from there until today."""
    with clock.frozen(datetime.combine(TAKEN_ON, EVENING)):
        cooperative = _found(profile)
        with acting_for(cooperative.id):
            open_book(cooperative_id=cooperative.id)
            for kind, file in BOOKS.items():
                take(cooperative_id=cooperative.id, kind=kind, path=SAMPLES / file, by=by, today=TAKEN_ON)
            _accept_what_is_left(cooperative, by)
    with acting_for(cooperative.id):
        writer = Writer(cooperative, _life(profile, cooperative, today), by)
        writer.members = _payers(cooperative)
        write_life(writer, today, closing=False)  # what the workbooks left open must be answered first
    return writer


def _accept_what_is_left(cooperative: Cooperative, by: int) -> None:
    """Savings of years whose cash nobody wrote down: the supervisors have seen the amount and signed for it."""
    if left := reports.clearing_left(cooperative.id):
        accept_difference(
            cooperative_id=cooperative.id, amount=left, on=date(YEAR, 12, 31), by=by,
            request_id=ids.from_fact(f"demo:{cooperative.slug}:clearing"),
        )  # fmt: skip


def _found(profile: Profile) -> Cooperative:
    cooperative = cooperatives.create_cooperative(
        slug=profile.slug, name=profile.name, kind=profile.kind, village_code=profile.village,
        books_from=date(YEAR - 1, 12, 31), address="Kelurahan Karangbesuki, Kota Malang", founded_on=date(2018, 4, 21),
    )  # fmt: skip
    with acting_for(cooperative.id):
        for key, amount in (("wajib_amount", profile.wajib[0]), ("pokok_amount", profile.pokok)):
            cooperatives.set_bylaw(
                cooperative_id=cooperative.id, key=key, value=str(amount), valid_from=cooperative.books_from,
                basis="Anggaran dasar",
            )  # fmt: skip
    return cooperative


def _payers(cooperative: Cooperative) -> list[Member]:
    """Members who can pay dues, by number."""
    here = Member.objects.filter(cooperative_id=cooperative.id, status=Member.Status.ACTIVE, joined_on__lt=TAKEN_ON)
    return list(here.order_by("number"))


def _life(profile: Profile, cooperative: Cooperative, today: date) -> Life:
    """Dues and bills from the January after the workbooks."""
    random = Random(f"{SEED} {profile.slug}")
    start, end = date(YEAR + 1, 1, 1), last_day(today)
    members = _payers(cooperative)
    everyone = [_joiner(random, member, start) for member in members]
    money = {KAS: balance(Writer(cooperative, Life(start, [], [], {}), 0).places[KAS])}
    wishes = [
        *membership.payments(random, profile, everyone, start, end),
        *office.office(random, profile, start, end),
    ]
    later = [wish for wish in wishes if wish.on > TAKEN_ON and wish.event not in NOT_HERE]
    return Life(start, everyone, settle(later, money, start, today), money)


def _joiner(random: Random, member: Member, start: date) -> Joiner:
    villager = Villager(member.full_name, member.gender, member.born_on, {})
    habit = random.choices(list(membership.HABITS), membership.HABITS.values())[0]
    return Joiner(villager, member.joined_on, habit, 1, months_back(start, 1))
