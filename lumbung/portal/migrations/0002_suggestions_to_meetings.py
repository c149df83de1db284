"""Carry the suggestions of members and their answers into the one book that `meetings` keeps."""

from django.db import migrations

from lumbung import clock, ids

TIME_SHIFT = 22  # of `ids`: the milliseconds stand above it, so a row keeps its place among those of its time
LAST = (1 << TIME_SHIFT) - 1


def _id_of(at, position: int) -> int:
    """An id as one made at this time would be."""
    return (int(at.timestamp() * 1000) - ids.EPOCH_MS << TIME_SHIFT) + position % LAST


def _writers(apps) -> dict:
    """{(cooperative, number of the suggestion): who wrote it}, as the audit trail knows."""
    trail = apps.get_model("security", "Event").objects.filter(deed="suggestion.made")
    return {(coop, number): person for coop, number, person in trail.values_list("cooperative_id", "subject", "person_id")}


def carry(apps, _editor):
    """Rows keep their words, days, requests and writers; the books' numbers are counted by whoever prints."""
    told, kept = apps.get_model("portal", "Suggestion"), apps.get_model("meetings", "Suggestion")
    called = apps.get_model("members", "Member").objects.values_list("cooperative_id", "id", "full_name")
    names, writers, ids_of = {(coop, one): name for coop, one, name in called}, _writers(apps), {}
    for row in told.objects.order_by("cooperative_id", "number"):
        key = row.cooperative_id, row.number
        ids_of[key] = _id_of(row.at, row.number)
        kept.objects.create(
            cooperative_id=row.cooperative_id, id=ids_of[key], at=row.at, by=writers.get((key[0], str(key[1]))) or 0,
            request_id=row.request_id, why="", kind="member", on=clock.local(row.at).date(), member_id=row.member_id,
            name=names[row.cooperative_id, row.member_id], office="", text=row.text, replaces_id=None,
        )  # fmt: skip
    _carry_answers(apps, ids_of)


def _carry_answers(apps, ids_of: dict) -> None:
    kept = apps.get_model("meetings", "Answer").objects
    people = dict(apps.get_model("security", "Person").objects.values_list("id", "full_name"))
    for row in apps.get_model("portal", "Reply").objects.order_by("id"):
        kept.create(
            cooperative_id=row.cooperative_id, id=row.id, at=row.at, by=row.by, request_id=row.request_id, why="",
            suggestion_id=ids_of[row.cooperative_id, row.number], on=clock.local(row.at).date(),
            name=people.get(row.by, ""), text=row.text, replaces_id=None,
        )  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [
        ("portal", "0001_initial"),
        ("meetings", "0001_initial"),
        ("security", "0001_initial"),
    ]

    operations = [migrations.RunPython(carry, migrations.RunPython.noop)]
