"""Who may be forgotten, from which day, and what still stands in the way."""

from datetime import date
from typing import NamedTuple

from django.apps import apps

from lumbung.cooperatives.reports import book_year, bylaws
from lumbung.ledger import reports as books
from lumbung.ledger.chart import ACCOUNTS
from lumbung.members.models import Member
from lumbung.privacy.models import Erasure
from lumbung.privacy.rules.forgetting import forgotten_from

GONE = (Member.Status.LEFT, Member.Status.DECEASED)
CONSENT, IDENTITY = Erasure.Stage.CONSENT, Erasure.Stage.IDENTITY


class Parted(NamedTuple):
    """A former member: what is still hers or owed by her (name of the account, sen), from when she may be forgotten."""

    member: Member
    open: tuple[tuple[str, int], ...]
    due: date
    stages: frozenset[str]

    def may_release(self) -> bool:
        """What is kept by consent only, and the telephone, can go now."""
        return not self.open and not self.stages

    def may_forget(self, today: date) -> bool:
        return not self.open and today >= self.due and IDENTITY not in self.stages


def parted(cooperative_id: int, today: date) -> list[Parted]:
    """Everybody who has left or died, soonest to be forgotten first; those who are forgotten already are left out,
    and so are rows that were somebody else's row too: they go with her."""
    twice = apps.get_model("membership.Merge").objects.filter(cooperative_id=cooperative_id).values("gone_id")
    members = list(Member.objects.filter(cooperative_id=cooperative_id, status__in=GONE).exclude(id__in=twice))
    done: dict[int, set[str]] = {}
    for member_id, stage in Erasure.objects.filter(cooperative_id=cooperative_id).values_list("member_id", "stage"):
        done.setdefault(member_id, set()).add(stage)
    held, last = _held(cooperative_id), books.last_months_of_holders(cooperative_id)
    years, ends = bylaws(cooperative_id, today).retention_years, {}
    found = []
    for member in members:
        day = max(filter(None, (member.left_on, last.get(member.id))), default=today)
        month = day.replace(day=1)
        ends[month] = ends.get(month) or book_year(cooperative_id, day)[1]
        stages = frozenset(done.get(member.id, ()))
        found.append(Parted(member, tuple(held.get(member.id, ())), forgotten_from(ends[month], years), stages))
    found = [one for one in found if IDENTITY not in one.stages]
    return sorted(found, key=lambda one: (one.due, one.member.number))


def of(member: Member, today: date) -> Parted | None:
    """One of them; None for somebody who is here, or is forgotten already."""
    return next((one for one in parted(member.cooperative_id, today) if one.member.id == member.id), None)


def _held(cooperative_id: int) -> dict[int, list[tuple[str, int]]]:
    found: dict[int, list[tuple[str, int]]] = {}
    for code, account in ACCOUNTS.items():
        if account.holder_kind == "member":
            for holder, amount in books.holder_balances(cooperative_id, code).items():
                if amount:
                    found.setdefault(holder, []).append((account.name, amount))
    return found
