"""Writing down what a workbook became: the batch, its rows, their entries, and the questions as tasks."""

import json

from lumbung import clock
from lumbung.cooperatives.actions import close_task, open_many_tasks
from lumbung.cooperatives.models import Task
from lumbung.intake.models import Batch
from lumbung.intake.reading.contract import plain
from lumbung.intake.rules.plan import Plan, Step
from lumbung.members import nik
from lumbung.sql import bulk

ROW = (
    "cooperative_id", "batch_id", "position", "sheet", "row", "status", "deed", "member_id", "category", "confidence",
    "amount", "mark", "asks", "said",
)  # fmt: skip
ENTRY = ("cooperative_id", "number", "batch_id", "position")
LONGEST = 300  # letters of a task


def open_batch(plan: Plan, by: int) -> Batch:
    """The row that everything of this workbook points to."""
    reading = plan.reading
    years = [sheet.year for sheet in reading.sheets if sheet.year]
    whole = reading.as_json()
    return Batch.objects.create(
        cooperative_id=plan.cooperative_id, kind=reading.kind, file_name=reading.file[:200], sha256=reading.sha256,
        content=plan.content, attempt=plan.attempt, year=max(years, default=None), cutover=plan.cutover,
        place_id=plan.place.id if plan.place else None, made_by=by, at=clock.now(), totals=whole["totals"],
        understood={"sheets": whole["sheets"], "notes": whole["notes"]}, summary=plan.summary,
    )  # fmt: skip


def keep(plan: Plan, batch: Batch, entries: list[tuple[int, int]], by: int) -> None:
    """Rows, entries and tasks of a batch.

    entries  (position of the row, number of the entry)
    """
    bulk.insert("intake_batchrow", ROW, [_row(batch, step) for step in plan.steps])
    rows = [(batch.cooperative_id, number, batch.id, position) for position, number in entries]
    bulk.insert("intake_batchentry", ENTRY, rows)
    days = [step.row.values["date"] for step in plan.steps if step.amount and step.row.values.get("date")]
    batch.through = max(days, default=plan.cutover or plan.opening_on)
    batch.save(update_fields=["through", "place_id"])
    open_many_tasks(cooperative_id=batch.cooperative_id, by=by, tasks=list(_tasks(plan, batch)))


def _row(batch: Batch, step: Step) -> tuple:
    row, percent = step.row, None if step.confidence is None else round(step.confidence * 100)
    values = plain(row.values)
    if values.get("nik"):
        values["nik"] = nik.masked(values["nik"])
    return (
        batch.cooperative_id, batch.id, step.position, row.sheet[:120], row.row, row.status, step.deed,
        step.member.id if step.member else None, step.category, percent, step.amount, step.mark,
        _json([ask.message for ask in step.asks]), _json(values),
    )  # fmt: skip


def _json(value) -> str:
    return json.dumps(value, ensure_ascii=False, default=str)


def _tasks(plan: Plan, batch: Batch):
    """Each open question as a task, on the member or the receipt it concerns."""
    for step in plan.steps:
        for ask in step.asks:
            kind, subject = _subject(step, batch)
            yield {
                "kind": f"{kind if kind == 'member' else plan.reading.kind}.{ask.field}"[:40],
                "message": _message(plan, step, ask.message)[:LONGEST],
                "subject_kind": kind, "subject_id": subject,
                "detail": {"batch": batch.id, "sheet": step.row.sheet, "row": step.row.row},
            }  # fmt: skip
    for ask in plan.asks:
        yield {
            "kind": f"{plan.reading.kind}.{ask.field}"[:40], "message": ask.message[:LONGEST],
            "subject_kind": "batch", "subject_id": batch.id, "detail": {"batch": batch.id},
        }  # fmt: skip


def _subject(step: Step, batch: Batch) -> tuple[str, int]:
    if receipt := step.facts.get("receipt"):
        return "receipt", receipt
    return ("member", step.member.id) if step.member else ("batch", batch.id)


def _message(plan: Plan, step: Step, words: str) -> str:
    """A member's question speaks for itself; any other says which row it is."""
    if plan.reading.kind == "members":
        return words
    said = step.row.values.get("description") or step.row.values.get("name") or ""
    return f"{plan.reading.file}, {step.row.sheet} {step.row.row}: {said[:80]}. {words}" if said else words


def close_tasks(batch: Batch, by: int) -> None:
    """The questions of a batch that are still open are no longer asked."""
    tasks = Task.objects.filter(cooperative_id=batch.cooperative_id, done_at=None, detail__batch=batch.id)
    for task_id in tasks.values_list("id", flat=True):
        close_task(cooperative_id=batch.cooperative_id, task_id=task_id, by=by)
