"""What members allow, and which withdrawals still wait for somebody's hand."""

from collections.abc import Collection
from datetime import datetime
from typing import NamedTuple

from lumbung.members import reports as register
from lumbung.members.models import Member
from lumbung.privacy.models import Consent, Stopped
from lumbung.privacy.rules.deadlines import Clock, clock_of
from lumbung.privacy.rules.purposes import PURPOSES, Purpose, Text, holds, newest, text
from lumbung.security.reports import names

GONE = (Member.Status.LEFT, Member.Status.DECEASED)
FEW = 500


class Standing(NamedTuple):
    """One purpose of one member: what holds now, what she said last, and the text she would be shown today."""

    purpose: Purpose
    allowed: bool
    last: Consent | None
    shown: Text

    @property
    def old(self) -> bool:
        """She said yes to a text that has been replaced since."""
        return bool(self.last and self.last.given and self.last.version != self.shown.version)


class Withdrawal(NamedTuple):
    """A use that a member has ended, and by when nothing of it may be left."""

    consent: Consent
    member: Member
    purpose: Purpose
    clock: Clock


def refusing(cooperative_id: int, purpose: str, members: Collection[Member]) -> set[int]:
    """The ids of those whose data may not be used so; what `members.wishes` asks. Who has left allows nothing more
    than what is still to be settled with her."""
    asked, last = PURPOSES[purpose], _last(cooperative_id, purpose, [member.id for member in members])
    gone = set() if asked.silence else {member.id for member in members if member.status in GONE}
    return gone | {member.id for member in members if not holds(asked, *last.get(member.id, (None, 0)))}


def _last(cooperative_id: int, purpose: str, ids: list[int]) -> dict[int, tuple[bool, int]]:
    """{member: (what she said last, about which version)}; of many members the whole purpose is read at once."""
    rows = Consent.objects.filter(cooperative_id=cooperative_id, purpose=purpose).order_by("id")
    rows = rows.filter(member_id__in=ids) if len(ids) <= FEW else rows
    return {member_id: (given, version)
            for member_id, given, version in rows.values_list("member_id", "given", "version")}  # fmt: skip


def of_member(member: Member, language: str) -> list[Standing]:
    """Every purpose, in its order, as this member stands to it."""
    rows = Consent.objects.filter(cooperative_id=member.cooperative_id, member_id=member.id).order_by("id")
    last = {row.purpose: row for row in rows}
    return [_standing(purpose, last.get(word), language) for word, purpose in PURPOSES.items()]


def _standing(purpose: Purpose, last: Consent | None, language: str) -> Standing:
    said = (last.given, last.version) if last else (None, 0)
    return Standing(purpose, holds(purpose, *said), last, text(purpose.word, language))


def history(member: Member) -> list[tuple[Consent, str, str]]:
    """(consent, the purpose in words, who wrote it down) of one member, newest first."""
    rows = list(Consent.objects.filter(cooperative_id=member.cooperative_id, member_id=member.id).order_by("-id"))
    people = names(row.by for row in rows)
    return [(row, str(PURPOSES[row.purpose].label), people.get(row.by, "")) for row in rows]


def withdrawals(cooperative_id: int, now: datetime) -> list[Withdrawal]:
    """The uses that must still end, the most urgent first."""
    rows = Consent.objects.filter(cooperative_id=cooperative_id, given=False)
    done = Stopped.objects.filter(cooperative_id=cooperative_id).values("consent_id")
    waiting = list(rows.exclude(id__in=done).order_by("at", "id"))
    found = register.everyone(cooperative_id).filter(id__in={row.member_id for row in waiting})
    people = {member.id: member for member in found}
    return [Withdrawal(row, people[row.member_id], PURPOSES[row.purpose], clock_of(row.at, now)) for row in waiting]


def counts(cooperative_id: int) -> dict[str, tuple[int, int]]:
    """By purpose: how many members said yes to the text of today, and how many said no."""
    rows = Consent.objects.filter(cooperative_id=cooperative_id).order_by("id")
    last = {(row.purpose, row.member_id): row for row in rows}
    said = {word: [row for (purpose, _member), row in last.items() if purpose == word] for word in PURPOSES}
    return {word: (sum(1 for row in rows if row.given and row.version == newest(word)),
                   sum(1 for row in rows if not row.given)) for word, rows in said.items()}  # fmt: skip
