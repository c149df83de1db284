"""What the supervisors write: draws, findings, remarks, reports. Rows are only ever added (see guards)."""

from django.db import models
from django.db.models import F, Q

from lumbung import ids
from lumbung.cooperatives.tenant import TenantModel, belongs_to


class Draw(TenantModel):
    """The sample of a week, and what it follows from: the book's root and size at the turn of the week."""

    week = models.CharField(max_length=8, help_text="2026-W12")
    pk = models.CompositePrimaryKey("cooperative_id", "week")
    size = models.BigIntegerField(help_text="entries in the book when the week began")
    root = models.CharField(max_length=64)
    by = models.BigIntegerField(help_text="the person's id")
    at = models.DateTimeField()


class Drawn(TenantModel):
    """One entry of a week's sample."""

    week = models.CharField(max_length=8)
    number = models.BigIntegerField()
    pk = models.CompositePrimaryKey("cooperative_id", "week", "number")
    draw = belongs_to("supervision.Draw", columns=["week"])
    entry = belongs_to("ledger.Entry", columns=["number"])


class Finding(TenantModel):
    """What a supervisor says of an entry: of a week's sample, or, without a week, of any that looked unusual."""

    class Verdict(models.TextChoices):
        OK = "ok", "Cocok"
        WRONG = "wrong", "Tidak cocok"
        ASK = "ask", "Tanya"

    id = models.BigIntegerField(default=ids.new)
    pk = models.CompositePrimaryKey("cooperative_id", "id")
    week = models.CharField(max_length=8, null=True, blank=True)
    number = models.BigIntegerField()
    drawn = belongs_to("supervision.Drawn", columns=["week", "number"])
    entry = belongs_to("ledger.Entry", columns=["number"])
    verdict = models.CharField(max_length=5, choices=Verdict)
    note = models.CharField(max_length=400, blank=True)
    by = models.BigIntegerField(help_text="the person's id")
    at = models.DateTimeField()
    request_id = models.UUIDField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="supervision_finding_once_a_week",
                fields=["cooperative_id", "week", "number"],
                condition=Q(week__isnull=False),
            ),
            models.UniqueConstraint(name="supervision_finding_request_once", fields=["cooperative_id", "request_id"]),
            models.CheckConstraint(
                name="supervision_finding_verdict_known", condition=Q(verdict__in=["ok", "wrong", "ask"])
            ),
            models.CheckConstraint(name="supervision_finding_says_what", condition=Q(verdict="ok") | ~Q(note="")),
        ]
        indexes = [models.Index(name="supervision_finding_by_verdict", fields=["cooperative_id", "verdict", "id"])]


class Remark(TenantModel):
    """A word in the follow-up of a finding: an officer answers, a supervisor asks again or closes."""

    class Kind(models.TextChoices):
        ANSWER = "answer", "Jawaban pengurus"
        ASK = "ask", "Pertanyaan pengawas"
        CLOSE = "close", "Ditutup pengawas"

    id = models.BigIntegerField(default=ids.new)
    pk = models.CompositePrimaryKey("cooperative_id", "id")
    finding = belongs_to("supervision.Finding")
    kind = models.CharField(max_length=6, choices=Kind)
    text = models.CharField(max_length=400)
    by = models.BigIntegerField(help_text="the person's id")
    at = models.DateTimeField()
    request_id = models.UUIDField()

    class Meta:
        constraints = [
            models.UniqueConstraint(name="supervision_remark_request_once", fields=["cooperative_id", "request_id"]),
            models.CheckConstraint(
                name="supervision_remark_kind_known", condition=Q(kind__in=["answer", "ask", "close"])
            ),
            models.CheckConstraint(name="supervision_remark_says_something", condition=~Q(text="")),
        ]
        indexes = [models.Index(name="supervision_remark_of_finding", fields=["cooperative_id", "finding_id", "id"])]


class Report(TenantModel):
    """What the supervisors found in a period, as it stood when it was signed; `digest` is of `body`."""

    number = models.PositiveIntegerField(help_text="1, 2, 3 … within the cooperative")
    pk = models.CompositePrimaryKey("cooperative_id", "number")
    starts_on = models.DateField()
    ends_on = models.DateField()
    body = models.JSONField()
    digest = models.CharField(max_length=64)
    signed_by = models.BigIntegerField(help_text="the person's id")
    signed_at = models.DateTimeField()
    request_id = models.UUIDField()

    class Meta:
        constraints = [
            models.UniqueConstraint(name="supervision_report_request_once", fields=["cooperative_id", "request_id"]),
            models.CheckConstraint(name="supervision_report_runs_forward", condition=Q(ends_on__gte=F("starts_on"))),
        ]


class WeekRead(TenantModel):
    """A supervisor has read what was done in a week, by whom: what one person alone does is approved so."""

    week = models.CharField(max_length=8)
    pk = models.CompositePrimaryKey("cooperative_id", "week")
    entries = models.PositiveIntegerField()
    people = models.PositiveSmallIntegerField(help_text="how many wrote into the books")
    by = models.BigIntegerField(help_text="the person's id")
    at = models.DateTimeField()
