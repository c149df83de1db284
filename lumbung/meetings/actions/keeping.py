"""The one door through which the secretary's rows are written, and corrected."""

from uuid import UUID

from django.db import models
from django.utils.translation import gettext as _

from lumbung import clock
from lumbung.cooperatives.models import Cooperative
from lumbung.meetings.models import Kept
from lumbung.security.actions import record
from lumbung.sql import writes
from lumbung.web.words import Refused

OWN = {"cooperative_id", "id", "pk", "at", "by", "request_id", "why", "replaces_id"}


@writes
def keep(model: type[Kept], *, cooperative_id: int, by: int, request_id: UUID, **facts) -> Kept:
    """Write one row. A second tap of the same form answers with the first row."""
    take_turns(cooperative_id)
    known = model.objects.filter(cooperative_id=cooperative_id, request_id=request_id).first()
    if known:
        return known
    row = model(cooperative_id=cooperative_id, by=by, at=clock.now(), request_id=request_id, **tidy(model, facts))
    row.save(force_insert=True)
    record(cooperative_id=cooperative_id, person_id=by, deed=f"{model._meta.model_name}.kept", subject=str(row.id))
    return row


@writes
def keep_many(model: type[Kept], *, cooperative_id: int, by: int, rows: list[dict]) -> list[Kept]:
    """Write many rows in one statement; each has its `request_id`, and those that are known are left out."""
    known = set(model.objects.filter(cooperative_id=cooperative_id).values_list("request_id", flat=True))
    facts = {"cooperative_id": cooperative_id, "by": by, "at": clock.now()}
    new = [model(**{**facts, **tidy(model, row)}) for row in rows if row["request_id"] not in known]
    return model.objects.bulk_create(new, batch_size=500)


@writes
def correct(row: Kept, *, by: int, why: str, request_id: UUID, **changes) -> Kept:
    """Say a row anew: a new row stands in its place and names it; the old one stays readable.

    changes  the facts that were wrong; the others are taken over
    Raises   Refused: no reason, nothing changed, or the row has been corrected already
    """
    model = type(row)
    take_turns(row.cooperative_id)
    known = model.objects.filter(cooperative_id=row.cooperative_id, request_id=request_id).first()
    if known:
        return known
    if not why.strip():
        raise Refused(_("Tulis sebab ralat, misalnya “salah nama”."))
    if model.objects.filter(cooperative_id=row.cooperative_id, replaces_id=row.id).exists():
        raise Refused(_("Catatan ini sudah pernah diralat. Buka ralatnya, lalu ralat yang itu."))
    facts = {name: getattr(row, name) for name in facts_of(model)}
    changed = tidy(model, changes)
    if all(facts[name] == value for name, value in changed.items()):
        raise Refused(_("Tidak ada yang berubah. Ubah dulu bagian yang salah, atau kembali."))
    return keep(model, cooperative_id=row.cooperative_id, by=by, request_id=request_id, **{**facts, **changed},
                why=why.strip()[:160], replaces_id=row.id)  # fmt: skip


def take_turns(cooperative_id: int) -> None:
    """Two taps at once: what is asked from here on sees what the first of them wrote."""
    Cooperative.objects.select_for_update(no_key=True).get(id=cooperative_id)


def facts_of(model: type[Kept]) -> list[str]:
    """The columns that tell something, without those that every kept row has."""
    return [field.attname for field in model._meta.local_concrete_fields if field.column and field.attname not in OWN]


def tidy(model: type[Kept], facts: dict) -> dict:
    """Text without blanks around it, cut where the column ends."""
    lengths = {field.attname: field.max_length for field in model._meta.local_concrete_fields
               if isinstance(field, models.CharField)}  # fmt: skip
    return {
        name: value.strip()[: lengths.get(name) or None] if isinstance(value, str) else value
        for name, value in facts.items()
    }
