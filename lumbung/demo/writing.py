"""From the plan of a life to a cooperative in the books, by the same deeds that people do on the pages.

The treasurer of the pilot sits down at the end of a month, of late of each week: what happened since is
posted in a few calls, in the order of days.
"""

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, time
from itertools import groupby

from lumbung import clock
from lumbung.demo import control, journal
from lumbung.demo.deeds import Deed, last_day, months_back
from lumbung.demo.membership import Joiner
from lumbung.demo.pilot import FIFTEEN
from lumbung.demo.single import SINGLE
from lumbung.demo.writer import Writer
from lumbung.dues import actions as dues
from lumbung.ledger import actions as ledger
from lumbung.ledger.actions import Posted
from lumbung.members.actions import register_many
from lumbung.members.models import Member

LAST_WEEK = 21  # the last week of a month ends with it
EVENING = time(12, tzinfo=UTC)  # seven o'clock in Malang
Evening = Callable[[date], None]


def write_life(writer: Writer, today: date, *, closing: bool = True, evening: Evening = lambda day: None) -> None:
    """Post everything that happened, and close all months but this and the last; `evening` ends each sitting."""
    life, open_from = writer.life, months_back(today, 1)
    waiting = [joiner for joiner in life.everyone if not joiner.is_old]
    for day, batch in groupby(life.deeds, key=lambda deed: sitting(deed.on, open_from)):
        with clock.frozen(datetime.combine(min(day, today), EVENING)):
            waiting = _register_those_of(writer, waiting, day)
            write_batch(writer, list(batch))
            evening(day)
            control.count_tills(writer, day, today)
            if writer.cooperative.slug == FIFTEEN[0].slug:
                control.compare_bank(writer, day, today)
            if closing and day < open_from:
                ledger.close_month(cooperative_id=writer.id, month=day, by=writer.by, request_id=writer.request())


def _register_those_of(writer: Writer, waiting: list[Joiner], day: date) -> list[Joiner]:
    """Put those who have come by this day into the register; the others are still to come."""
    joining = [joiner for joiner in waiting if joiner.joined_on <= day]
    if joining:
        register(writer, joining)
    return waiting[len(joining) :]


def sitting(day: date, open_from: date) -> date:
    """The day on which the treasurer writes down what happened: the last of the month, of late each week."""
    return control.weekly(day) if day >= open_from and day.day <= LAST_WEEK else last_day(day)


def register(writer: Writer, joiners: Iterable[Joiner], source: str = "") -> None:
    """Put people into the register; whoever pays the pokok in parts, or has not paid yet, is an applicant."""
    rows = [_row(joiner) for joiner in joiners]
    writer.members += register_many(cooperative_id=writer.id, rows=rows, by=writer.by, source=source)


def _row(joiner: Joiner) -> dict:
    at_once = joiner.is_old or joiner.instalments == 1
    joined = {"joined_on": joiner.joined_on} if at_once else {}
    return {
        "full_name": joiner.person.full_name, "born_on": joiner.person.born_on, "applied_on": joiner.joined_on,
        **joiner.person.facts, **joined,
    }  # fmt: skip


def write_batch(writer: Writer, batch: list[Deed]) -> None:
    """Bills first, then who joined, who paid, what came in and went out, and last what needs an earlier entry."""
    kinds = {name: [deed for deed in batch if _kind(deed) == name] for name in ("bill", "principal", "dues", "plain")}
    for deed in kinds["bill"]:
        dues.bill_month(cooperative_id=writer.id, period=deed.on.isoformat()[:7], by=writer.by)
    for deed in kinds["principal"]:
        _pay_principal(writer, deed)
    if kinds["dues"]:
        _pay_dues(writer, kinds["dues"])
    if kinds["plain"]:
        _post(writer, kinds["plain"])
    for deed in batch:
        if deed.event in SINGLE:
            SINGLE[deed.event](writer, deed)


def _kind(deed: Deed) -> str:
    if deed.event in ("bill", "principal", "dues"):
        return deed.event
    return "single" if deed.event in SINGLE else "plain"


def _pay_principal(writer: Writer, deed: Deed) -> None:
    member = writer.members[deed.who]
    paid = dues.pay_principal(
        member=member, amount=deed.amount, paid_on=deed.on, by=writer.by, request_id=writer.request(),
        cash=writer.spot(deed.place),
    )  # fmt: skip
    if paid.activated:
        writer.members[deed.who] = Member.objects.get(cooperative_id=writer.id, id=member.id)


def _pay_dues(writer: Writer, deeds: list[Deed]) -> None:
    batch = [
        dues.Due(writer.members[deed.who], deed.amount, deed.on, writer.request(), writer.spot(deed.place))
        for deed in deeds
    ]
    dues.pay_many(cooperative_id=writer.id, dues=batch, by=writer.by)


def _post(writer: Writer, deeds: list[Deed]) -> list[Posted]:
    posted = ledger.post(writer.id, [journal.draft(writer, deed) for deed in deeds])
    writer.numbers |= {deed.key: entry.number for deed, entry in zip(deeds, posted, strict=True) if deed.key}
    return posted
