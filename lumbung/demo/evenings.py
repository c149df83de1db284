"""What the treasurer of the pilot does at the end of a sitting: interest, goods for the book, what they wear off."""

from datetime import date

from lumbung import ids
from lumbung.assets import actions as assets
from lumbung.assets.actions import Thing
from lumbung.demo import day_ends, goods, thrift
from lumbung.demo.deeds import Deed, last_day, months_back
from lumbung.demo.pilot import FIFTEEN, Profile
from lumbung.demo.writer import Writer
from lumbung.members.models import Member
from lumbung.savings import actions as savings


def evening(profile: Profile, writer: Writer, today: date, day: date) -> None:
    """After what happened up to `day` is written down."""
    _interest(writer, profile, day, today)
    _goods(writer, day, today)
    day_ends.close(writer, day, today)


def place_term(writer: Writer, deed: Deed) -> None:
    """As the treasurer does it on the page; whoever is no member yet waits."""
    term, member = thrift.TERMS[deed.key], Member.objects.get(id=writer.members[deed.who].id)
    savings.place_term(
        member=member, amount=deed.amount, months=term.months, rate=thrift.RATE, on=deed.on, by=writer.by,
        request_id=writer.request(), rollover=term.rollover, cash=writer.spot(deed.place),
    )  # fmt: skip


def _interest(writer: Writer, profile: Profile, day: date, today: date) -> None:
    """The month's interest on its last evening. The first cooperative has last month's still to look at."""
    waits = profile.slug == FIFTEEN[0].slug and day >= months_back(today, 1)
    if "savings" in profile.deeds and day == last_day(day) and day <= today and not waits:
        savings.credit_interest(cooperative_id=writer.id, period=day.isoformat()[:7], on=day, by=writer.by)


def _goods(writer: Writer, day: date, today: date) -> None:
    """What came this month enters the book; on the last evening of the month everything wears off a little."""
    known = {"laptop": goods.LAPTOP, **{key: plan.thing for key, plan in goods.THINGS.items()}}
    new = [key for key in known if key in writer.numbers and key not in writer.things]
    for key in new:
        _register(writer, key, known[key], min(day, today))
    if writer.things and day == last_day(day) and day <= today:
        assets.depreciate(cooperative_id=writer.id, period=day.isoformat()[:7], on=day, by=writer.by)
        _look(writer, day)


def _register(writer: Writer, key: str, thing: Thing, on: date) -> None:
    item = assets.register(
        cooperative_id=writer.id, thing=thing, number=writer.numbers[key], on=on, by=writer.by,
        request_id=ids.from_fact(f"demo:{writer.cooperative.slug}:barang:{key}"),
    )  # fmt: skip
    writer.things[key] = item
    if thing.source != "bought":
        _hand_over(writer, key, item)


def _hand_over(writer: Writer, key: str, item) -> None:
    """The paper that came with it."""
    chair, laptop = writer.officer("ketua"), item.source == "granted"
    assets.hand_over(
        cooperative_id=writer.id, items=[item.id], on=item.acquired_on, by=writer.by,
        request_id=ids.from_fact(f"demo:{writer.cooperative.slug}:bast:{key}"),
        giver="Rina Puspita" if laptop else "Agus Salim", giver_post="Pejabat pelaksana" if laptop else "Lurah",
        giver_party=item.party, taker=chair.full_name, taker_post="Ketua", taker_party=writer.cooperative.name,
        purpose="hibah menjadi milik koperasi" if laptop else "pinjam pakai selama dipakai koperasi",
        basis="surat hibah kementerian" if laptop else "",
    )  # fmt: skip


def _look(writer: Writer, day: date) -> None:
    """Once in a while somebody looks."""
    for key, (months, condition, note) in goods.LOOKED_AT.items():
        item = writer.things.get(key)
        if item and (day.year - item.acquired_on.year) * 12 + day.month - item.acquired_on.month == months:
            where = goods.THINGS[key].thing
            assets.look(
                cooperative_id=writer.id, item_id=item.id, on=day, by=writer.by, condition=condition,
                location=where.location, keeper=where.keeper, note=note,
            )  # fmt: skip
