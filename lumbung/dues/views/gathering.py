"""A collection in figures: the rows that are asked for, what each may bring, and how much is in hand."""

from typing import NamedTuple
from uuid import UUID

from django.core.paginator import Paginator

from lumbung.cooperatives.models import Cooperative
from lumbung.dues import actions, reports, rules
from lumbung.dues.models import Collection
from lumbung.dues.reports.collections import Taken
from lumbung.dues.views.drawing import A_PAGE, Asked, months_words
from lumbung.members import reports as register
from lumbung.members.models import Member
from lumbung.security.reports import names

COUNTS = (1, 2, 3, 6, 12)  # months that people bring at once


class Row(NamedTuple):
    """A member at a collection: what she owes, what is filled in, what she brought; sen.

    owed      up to and with this month; `months` in words
    offered   filled in: all of it, or the next month when nothing is owed
    choices   (how many months, sen), the oldest unpaid first
    taken     what came in from her, the newest first
    """

    member: Member
    owed: int
    months: str
    offered: int
    choices: tuple[tuple[int, int], ...]
    request_id: UUID
    taken: tuple[tuple[Taken, str], ...] = ()
    typed: str = ""
    mistake: str = ""
    again: bool = False

    @property
    def is_paid(self) -> bool:
        return not self.again and not self.mistake and any(not one.paid.undone for one, _months in self.taken)


def row_of(one: Collection, member: Member, card: rules.Card, taken: list[Taken]) -> Row:
    """One member's row from her card and what she brought."""
    now = rules.period_of(one.day)
    unpaid, ahead = card.unpaid(now), rules.later(now, rules.AHEAD)
    owed = sum(part.amount for part in unpaid)
    choices = rules.first_months(card, ahead, COUNTS)
    offered = owed or next((amount for _count, amount in choices), 0)
    return Row(
        member, owed, months_words([part.period for part in unpaid]), offered,
        tuple(choice for choice in choices if choice[1] != offered),
        actions.request_of(one, member.id, len(taken)),
        tuple((each, months_words([part.period for part in each.paid.months])) for each in taken),
    )  # fmt: skip


def fresh_row(one: Collection, member: Member) -> Row:
    """A row again, as it stands now."""
    return row_of(
        one, member, reports.card(member), [each for each in reports.taken(one) if each.member_id == member.id]
    )


def whole(cooperative: Cooperative, one: Collection, asked: Asked) -> dict:
    """Everything the page shows: the rows of this page by RT, the sums, who took how much."""
    members = list(register.everyone(cooperative.id, status="here"))
    known, found = reports.cards(cooperative.id, members), reports.taken(one)
    now, came = rules.period_of(one.day), _by_member(found)
    paying = [member for member in members if known[member.id].owes(now) or member.id in came]
    wanted = [m for m in paying if asked.wants(m, known[m.id], now) and (asked.only != "sudah" or m.id in came)]
    shown = Paginator(sorted(wanted, key=lambda m: (m.rw, m.rt, m.number)), A_PAGE).get_page(asked.page)
    return {
        "collection": one, "asked": asked, "page_of": shown, "all_of": len(paying),
        "rows": [row_of(one, m, known[m.id], came.get(m.id, [])) for m in shown.object_list],
        "waiting": sum(1 for member in paying if known[member.id].left(now)), "came": len(came),
        "quarters": register.neighbourhoods(cooperative.id), **in_hand(found),
    }  # fmt: skip


def in_hand(found: list[Taken]) -> dict:
    """The running sums, with the names of those who collect."""
    tally = reports.tally_of(found)
    called = names(hand.by for hand in tally.hands)
    return {"tally": tally, "hands": [(called.get(hand.by, ""), hand) for hand in tally.hands]}


def listed(one: Collection) -> list[tuple[Taken, Member, str, str]]:
    """(payment, member, months, who took it) of everything that came in, the first one first."""
    found = reports.taken(one)
    called = names({each.by for each in found})
    wanted = {each.member_id for each in found}
    people = {m.id: m for m in register.everyone(one.cooperative_id).filter(id__in=wanted)}
    return [
        (
            each,
            people[each.member_id],
            months_words([part.period for part in each.paid.months]),
            called.get(each.by, ""),
        )
        for each in reversed(found)
    ]


def _by_member(found: list[Taken]) -> dict[int, list[Taken]]:
    came: dict[int, list[Taken]] = {}
    for each in found:
        came.setdefault(each.member_id, []).append(each)
    return came
