"""What waits, and what became of it."""

from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.db.models import Exists, OuterRef

from lumbung.approvals.models import Decision, Draft, Endorsement
from lumbung.security.reports import names

FEW = 60


class Case(NamedTuple):
    """The newest version of a draft, with its decision (None while it waits) and the names of its people."""

    draft: Draft
    decision: Decision | None
    maker: str
    decider: str

    @property
    def waits(self) -> bool:
        return self.decision is None


def newest(cooperative_id: int, draft_id: int) -> Draft | None:
    """The newest version of a draft; None outside this cooperative."""
    return Draft.objects.filter(cooperative_id=cooperative_id, id=draft_id).order_by("-version").first()


def asked_before(cooperative_id: int, request_id: UUID) -> Draft | None:
    """What this request has asked for already, as it stands now."""
    earlier = Draft.objects.filter(cooperative_id=cooperative_id, request_id=request_id).first()
    return newest(cooperative_id, earlier.id) if earlier else None


def decision(cooperative_id: int, draft_id: int) -> Decision | None:
    return Decision.objects.filter(cooperative_id=cooperative_id, draft_id=draft_id).first()


def endorsements(draft: Draft) -> list[Endorsement]:
    """Who vouched for this very version."""
    rows = Endorsement.objects.filter(cooperative_id=draft.cooperative_id, draft_id=draft.id, version=draft.version)
    return list(rows.order_by("at"))


def case(cooperative_id: int, draft_id: int) -> Case | None:
    """One draft; None outside this cooperative."""
    draft = newest(cooperative_id, draft_id)
    return _cases(cooperative_id, [draft])[0] if draft else None


def versions(cooperative_id: int, draft_id: int) -> list[Draft]:
    """Every version of a draft, the newest first."""
    return list(Draft.objects.filter(cooperative_id=cooperative_id, id=draft_id).order_by("-version"))


def waiting(cooperative_id: int) -> list[Case]:
    """What waits for a decision, the oldest first."""
    return _cases(cooperative_id, list(_waiting(cooperative_id).order_by("id")))


def waiting_count(cooperative_id: int, *, not_by: int | None = None, by: int | None = None) -> int:
    """How many wait: all, those that a person may decide because others made them, or her own."""
    rows = _waiting(cooperative_id)
    rows = rows.exclude(made_by=not_by) if not_by is not None else rows
    return (rows.filter(made_by=by) if by is not None else rows).count()


def to_endorse(cooperative_id: int, person: int) -> int:
    """How many wait until somebody like this person has vouched for them."""
    vouched = Endorsement.objects.filter(
        cooperative_id=cooperative_id, draft_id=OuterRef("id"), version=OuterRef("version")
    )
    return _waiting(cooperative_id).filter(~Exists(vouched), needs__gt=1).exclude(made_by=person).count()


def waiting_until(cooperative_id: int, day: date) -> int:
    """How many wait that are dated on this day or before."""
    return _waiting(cooperative_id).filter(booked_on__lte=day).count()


def decided(cooperative_id: int, most: int = FEW) -> list[Case]:
    """What was decided, the latest first."""
    rows = Decision.objects.filter(cooperative_id=cooperative_id).order_by("-decided_at", "-draft_id")[:most]
    known = {row.draft_id: row.version for row in rows}
    drafts = {row.id: row for row in Draft.objects.filter(cooperative_id=cooperative_id, id__in=list(known))
              if row.version == known[row.id]}  # fmt: skip
    return _cases(cooperative_id, [drafts[draft_id] for draft_id in known])


def _waiting(cooperative_id: int):
    """The newest version of every draft that nobody has decided."""
    ended = Decision.objects.filter(cooperative_id=cooperative_id).values("draft_id")
    later = Draft.objects.filter(cooperative_id=cooperative_id, id=OuterRef("id"), version__gt=OuterRef("version"))
    return Draft.objects.filter(~Exists(later), cooperative_id=cooperative_id).exclude(id__in=ended)


def _cases(cooperative_id: int, drafts: list[Draft]) -> list[Case]:
    made = Decision.objects.filter(cooperative_id=cooperative_id, draft_id__in=[draft.id for draft in drafts])
    ended = {row.draft_id: row for row in made.select_related("entry")}
    called = names([*(draft.made_by for draft in drafts), *(row.by for row in ended.values())])
    return [
        Case(draft, ended.get(draft.id), called.get(draft.made_by, ""),
             called.get(ended[draft.id].by, "") if draft.id in ended else "")
        for draft in drafts
    ]  # fmt: skip
