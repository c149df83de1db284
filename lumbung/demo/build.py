"""Build the pilot: people, cooperatives, their openings, their lives, and what still waits for somebody."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import partial

from lumbung import clock
from lumbung.cash import actions as cash
from lumbung.cooperatives import actions as cooperatives
from lumbung.cooperatives.models import Cooperative
from lumbung.cooperatives.tenant import acting_for
from lumbung.demo import (
    beside,
    consenting,
    gathering,
    handing,
    membership,
    opening,
    practising,
    thrift,
    without_line,
)
from lumbung.demo.control import ask_the_chair
from lumbung.demo.deeds import BANK, TILL
from lumbung.demo.doors import use_the_doors
from lumbung.demo.evenings import evening
from lumbung.demo.life import Life, live
from lumbung.demo.models import Pilot
from lumbung.demo.pilot import FIFTEEN, SEED, Profile
from lumbung.demo.secretariat import write_secretariat
from lumbung.demo.signins import SignIn, sign_ins
from lumbung.demo.trade import COMMISSION, PRODUCERS
from lumbung.demo.witnesses import witness_one_another
from lumbung.demo.workbooks import TREASURER, build_from_workbooks
from lumbung.demo.writer import Writer
from lumbung.demo.writing import EVENING, register, write_life
from lumbung.help.actions import put_tour_away
from lumbung.ledger.actions import open_book
from lumbung.places.models import Area
from lumbung.security import actions as security
from lumbung.security.models import Person
from lumbung.sql import writes

NEW_AT_THE_DESK = "sekretaris"  # meets the tour of the first day


def _silent(line: str) -> None:
    pass


@writes
def build(*, today: date, profiles: tuple[Profile, ...] = FIFTEEN, say: Callable[[str], None] = _silent) -> None:
    """All of it or nothing, in one transaction; `say` is told what is being built."""
    lives = {profile.slug: live(profile, today) for profile in profiles if "workbooks" not in profile.deeds}
    people = {sign_in.login_name: _person(sign_in, lives) for sign_in in sign_ins(profiles)}
    acting = {}
    for profile in profiles:
        say(f"  {profile.name}")
        desk = {one: people[one.login_name] for one in sign_ins(profiles) if one.slug == profile.slug}
        by = acting[profile.slug] = next(person.id for one, person in desk.items() if one.role == "bendahara")
        if profile.slug in lives:
            writer = build_one(profile, lives[profile.slug], by, today)
        else:
            writer = build_from_workbooks(profile, by, today)
        _appoint(writer, desk)
        write_secretariat(profile, writer, today)
        practising.practise(writer, desk, today)
        if profile is profiles[0]:
            with acting_for(writer.id), clock.frozen(datetime.combine(today, EVENING)):
                ask_the_chair(writer, people["ketua"].id, today)
        if profile.slug == FIFTEEN[0].slug:
            beside.live_on(writer, desk, today)
            consenting.consent_and_drill(writer, desk, today)
            use_the_doors(writer, people, today)
    for sign_in in sign_ins(profiles):
        if not sign_in.slug:
            security.appoint_to_programme(person_id=people[sign_in.login_name].id, role=sign_in.role, since=today)
    witness_one_another(acting, datetime.combine(today, EVENING))
    put_tour_away(person.id for name, person in people.items() if name != NEW_AT_THE_DESK)
    Pilot.objects.create(seed=SEED, lived_until=today, built_at=clock.now())


def _person(sign_in: SignIn, lives: dict[str, Life]) -> Person:
    """The account of a member who has an office, or of somebody of the programme."""
    facts = {"full_name": {"petugas": "Dimas Arya", "pelatih": "Laras Wening"}.get(sign_in.role, TREASURER)}
    if sign_in.slug in lives:
        who = lives[sign_in.slug].everyone[sign_in.member].person
        facts = {"full_name": who.full_name, "honorific": "Bu" if who.gender == "P" else "Pak"}
    return security.create_person(login_name=sign_in.login_name, passphrase=sign_in.passphrase, **facts)


def build_one(profile: Profile, life: Life, by: int, today: date) -> Writer:
    """One cooperative, from its founding or its opening balances to this day."""
    with clock.frozen(datetime.combine(life.start, EVENING)):
        cooperative = _found(profile, life)
    with acting_for(cooperative.id):
        with clock.frozen(datetime.combine(life.start, EVENING)):
            open_book(cooperative_id=cooperative.id)
        _set_bylaws(profile, cooperative, life, today)
        writer = Writer(cooperative, life, by)
        _open_places(profile, writer)
        with clock.frozen(datetime.combine(life.start, EVENING)):
            old = [joiner for joiner in life.everyone if joiner.is_old]
            if old:
                register(writer, old, source="Buku lama")
                opening.bring_in(writer, profile)
        write_life(writer, today, evening=partial(evening, profile, writer, today))
        _leave_questions(profile, writer)
        if profile.slug == FIFTEEN[0].slug:
            gathering.collect_some(writer, today)
            handing.hand_out(writer, today)
            without_line.bring(writer, today)
    return writer


def _found(profile: Profile, life: Life) -> Cooperative:
    """An older cooperative's books begin with the day of its opening balances."""
    village = Area.objects.filter(code=profile.village).first()
    return cooperatives.create_cooperative(
        slug=profile.slug, name=profile.name, kind=profile.kind, village_code=profile.village,
        books_from=life.start if profile.is_new else life.start - timedelta(days=1),
        founded_on=life.start if profile.is_new else date(2012, 3, 1) + timedelta(days=97 * (profile.members % 11)),
        address=f"Kelurahan {village.name}, Kota Malang" if village else "",
    )  # fmt: skip


def _set_bylaws(profile: Profile, cooperative: Cooperative, life: Life, today: date) -> None:
    def decide(key, value, since, basis):
        cooperatives.set_bylaw(
            cooperative_id=cooperative.id, key=key, value=str(value), valid_from=since, basis=basis
        )  # fmt: skip

    first, new_year = cooperative.books_from, date(today.year, 1, 1)
    decide("pokok_amount", profile.pokok, first, "Anggaran dasar")
    decide("wajib_amount", profile.wajib[0], first, "Keputusan rapat anggota")
    if profile.wajib[1] != profile.wajib[0] and new_year > first:
        decide("wajib_amount", profile.wajib[1], new_year, f"Keputusan RAT {today.year - 1}")
    if "savings" in profile.deeds:
        for key, value in thrift.RULES.items():
            decide(key, value, first, "Keputusan rapat anggota")
    if "billed" in profile.deeds:
        decide("dues_accrual", 1, first, "Keputusan rapat pengurus")


def _open_places(profile: Profile, writer: Writer) -> None:
    facts = {"cooperative_id": writer.id, "opened_on": writer.cooperative.books_from}
    if "bank" in profile.deeds:
        name = "BRI" if len(profile.slug) % 2 else "Bank Jatim"
        number = f"0051-01-{sum(map(ord, profile.slug)):06}-53-1"
        writer.places[BANK] = cash.open_place(
            kind="bank", name=f"Rekening {name}", bank_name=name, bank_number=number, **facts
        )
    if "snacks" in profile.deeds:
        unit = cooperatives.open_unit(name="Pojok UMKM", kind="toko", **facts)
        writer.places[TILL] = cash.open_place(kind="till", name="Laci Pojok UMKM", unit_id=unit.id, **facts)
    if "consigned" in profile.deeds:
        for index, product in enumerate(PRODUCERS):
            maker = writer.life.everyone[6 + index].person.full_name
            writer.suppliers[product] = cash.add_supplier(
                cooperative_id=writer.id, name=f"{maker}, {product}", commission=COMMISSION
            )


def _appoint(writer: Writer, desk: dict[SignIn, Person]) -> None:
    with acting_for(writer.id):
        for sign_in, person in desk.items():
            security.appoint(
                cooperative_id=writer.id, person_id=person.id, role=sign_in.role, since=writer.life.start,
                member_id=writer.members[sign_in.member].id, by=writer.by,
            )  # fmt: skip


def _leave_questions(profile: Profile, writer: Writer) -> None:
    """What waits on the first page: members whose NIK nobody has seen yet."""
    for index in membership.WITHOUT_NIK if profile.slug == FIFTEEN[0].slug else ():
        member = writer.members[index]
        assert member.nik_sealed is None
        cooperatives.open_task(
            cooperative_id=writer.id, kind="member.nik", by=writer.by, subject_kind="member", subject_id=member.id,
            message=f"NIK {member.full_name} ({member.number}) belum tercatat. Minta foto KTP, lalu isi di halamannya.",
        )  # fmt: skip
