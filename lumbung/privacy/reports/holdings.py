"""Everything that is held of one member, found by the register: for her copy, and for her erasure."""

from collections.abc import Collection
from functools import reduce
from operator import or_
from typing import NamedTuple

from django.apps import apps
from django.db.models import Q, QuerySet

from lumbung.ledger import reports as books
from lumbung.members import nik
from lumbung.members.models import Member
from lumbung.privacy.register import HOLDINGS, Holding
from lumbung.privacy.register.erasing import NAMED
from lumbung.security.reports import person_of
from lumbung.vault.keeping import Locked

HIDDEN = {
    "password",
    "code_hash",
    "search_text",
    "request_id",
    "session_data",
    "cooperative_id",
    "nik_sealed",
    "nik_index",
}


class Held(NamedTuple):
    """The rows of one table that are about a member: the line of the register, and {column: value} of each."""

    holding: Holding
    rows: list[dict]


def own_ids(member: Member) -> list[int]:
    """Her row of the register, and those that turned out to be her too."""
    merges = apps.get_model("membership.Merge").objects.filter(cooperative_id=member.cooperative_id)
    return [member.id, *merges.filter(kept_id=member.id).values_list("gone_id", flat=True)]


def owner_of(model: str) -> str:
    """How the rows of a table find their member; "" when they know none."""
    return next((one.owner for one in HOLDINGS if one.model == model and one.owner), "")


def rows_of(model: str, cooperative_id: int, ids: Collection[int]) -> QuerySet:
    """The rows of a table that are about these rows of the register."""
    table = apps.get_model(model).objects.filter(cooperative_id=cooperative_id)
    return table.filter(_belongs(owner_of(model), ids))


def _belongs(owner: str, ids: Collection[int]) -> Q:
    if owner == "subject":
        return Q(subject_kind="member", subject_id__in=ids)
    if owner in ("body", "facts"):
        said = [Q(**{f"{owner}__{key}__in": [*ids, *map(str, ids)]}) for key in NAMED]
        return reduce(or_, said)
    if owner in ("settlement", "suggestion", "consent", "correction"):
        return Q(**{f"{owner}__member_id__in": ids})
    return Q(**{f"{owner}__in": ids})


def held(member: Member) -> list[Held]:
    """All of it, in the order of the register; tables with nothing about her are left out."""
    found = [Held(one, _rows(one, member)) for one in _first_of_each()]
    return [one for one in found if one.rows]


def _first_of_each() -> list[Holding]:
    """One line for each table that knows its member."""
    return list({one.model: one for one in reversed(HOLDINGS) if one.owner}.values())[::-1]


def _rows(one: Holding, member: Member) -> list[dict]:
    if one.owner == "ledger":
        return [_entry(entry, member) for entry in books.holder_entries(member.cooperative_id, member.id)]
    if one.owner == "person":
        person = person_of(member.cooperative_id, member.id)
        return [_plain(person)] if person else []
    rows = [_plain(row) for row in rows_of(one.model, member.cooperative_id, own_ids(member)).order_by("pk")]
    return [row | {"nik": _nik(member)} for row in rows] if one.model == "members.Member" else rows


def _nik(member: Member) -> str:
    """In full where the keys are at hand: it is her own copy."""
    try:
        return nik.of(member)
    except Locked:
        return nik.shown(member)


def _entry(entry, member: Member) -> dict:
    """An entry of the books as far as it is hers: what it moved for her, sen."""
    mine = [line for line in entry.lines if line.holder == member.id]
    alone = all(line.holder in (member.id, 0) for line in entry.lines)
    return {
        "document": entry.document, "booked_on": entry.booked_on, "label": str(entry.label),
        "memo": entry.memo if alone else "", "amount": sum(line.credit - line.debit for line in mine),
    }  # fmt: skip


def _plain(row) -> dict:
    fields = row._meta.local_concrete_fields
    return {field.attname: getattr(row, field.attname) for field in fields
            if field.column and field.attname not in HIDDEN}  # fmt: skip
