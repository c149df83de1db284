"""The secretary's rows. Each is kept as it was written; what was wrong is said anew in a row that replaces it."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_noop as _

from lumbung import ids
from lumbung.cooperatives.tenant import TenantModel, belongs_to


class Kept(TenantModel):
    """What all of these rows have: who wrote it when, by which form, and why it corrects another.

    `replaces` is the row that this one corrects; nothing is corrected twice, its correction is.
    """

    id = models.BigIntegerField(default=ids.new)
    pk = models.CompositePrimaryKey("cooperative_id", "id")
    at = models.DateTimeField()
    by = models.BigIntegerField(help_text="the person's id")
    request_id = models.UUIDField(help_text="of the form; twice changes nothing")
    why = models.CharField(max_length=160, blank=True, help_text="why it corrects the row it replaces")

    class Meta:
        abstract = True


def _once(name: str, **known: list[str]) -> list[models.BaseConstraint]:
    """One row a request, one correction a row, a reason for every correction; choices as the database knows them."""
    return [
        models.UniqueConstraint(name=f"{name}_request_once", fields=["cooperative_id", "request_id"]),
        models.UniqueConstraint(name=f"{name}_corrected_once", fields=["cooperative_id", "replaces_id"]),
        models.CheckConstraint(name=f"{name}_says_why", condition=Q(replaces_id=None) | ~Q(why="")),
        *(
            models.CheckConstraint(name=f"{name}_{field}_known", condition=Q(**{f"{field}__in": values}))
            for field, values in known.items()
        ),
    ]


class Term(Kept):
    """Somebody serves in an office from a day: on the board, among the supervisors, or hired."""

    class Body(models.TextChoices):
        BOARD = "board", "Pengurus"
        SUPERVISORS = "supervisors", "Pengawas"
        STAFF = "staff", "Karyawan"

    body = models.CharField(max_length=11, choices=Body)
    member = belongs_to("members.Member", null=True)
    name = models.CharField(max_length=120)
    position = models.CharField(max_length=60)
    on = models.DateField(db_column="day", help_text="the first day in office")
    until = models.DateField(null=True, blank=True, help_text="the last day of the term as decided")
    gender = models.CharField(max_length=1, blank=True)
    birth_place = models.CharField(max_length=60, blank=True)
    born_on = models.DateField(null=True, blank=True)
    occupation = models.CharField(max_length=60, blank=True)
    address = models.CharField(max_length=200, blank=True)
    approval = models.CharField(max_length=120, blank=True, help_text="the decision behind it")
    replaces = belongs_to("meetings.Term", null=True)

    class Meta:
        constraints = [
            *_once("term", body=["board", "supervisors", "staff"]),
            models.CheckConstraint(name="term_runs_forward", condition=Q(until=None) | Q(until__gte=F("on"))),
            models.CheckConstraint(name="term_of_somebody", condition=~Q(name="") & ~Q(position="")),
        ]


class TermEnd(Kept):
    """An officer or employee leaves the office."""

    term = belongs_to("meetings.Term")
    on = models.DateField(db_column="day")
    reason = models.CharField(max_length=160)
    replaces = belongs_to("meetings.TermEnd", null=True)

    class Meta:
        constraints = [
            *_once("term_end"),
            models.UniqueConstraint(
                name="term_ends_once", fields=["cooperative_id", "term_id"], condition=Q(replaces_id=None)
            ),
        ]


class Visit(Kept):
    """A guest came."""

    on = models.DateField(db_column="day")
    name = models.CharField(max_length=120)
    origin = models.CharField(max_length=160, blank=True)
    met = models.CharField(max_length=120, blank=True)
    purpose = models.CharField(max_length=300)
    impression = models.CharField(max_length=300, blank=True)
    replaces = belongs_to("meetings.Visit", null=True)

    class Meta:
        constraints = [*_once("visit"), models.CheckConstraint(name="visit_of_somebody", condition=~Q(name=""))]
        indexes = [models.Index(name="visit_by_day", fields=["cooperative_id", "on"])]


class Suggestion(Kept):
    """What a member, an official or a supervisor puts before the board."""

    class Kind(models.TextChoices):
        MEMBER = "member", "Saran anggota"
        OFFICIAL = "official", "Anjuran pejabat koperasi"
        AGENCY = "agency", "Anjuran pejabat instansi lain"
        SUPERVISOR = "supervisor", "Saran pengawas"

    kind = models.CharField(max_length=10, choices=Kind)
    on = models.DateField(db_column="day")
    member = belongs_to("members.Member", null=True)
    name = models.CharField(max_length=120)
    office = models.CharField(max_length=160, blank=True)
    text = models.CharField(max_length=2000)
    replaces = belongs_to("meetings.Suggestion", null=True)

    class Meta:
        constraints = [
            *_once("suggestion", kind=["member", "official", "agency", "supervisor"]),
            models.CheckConstraint(name="suggestion_says_something", condition=~Q(name="") & ~Q(text="")),
        ]
        indexes = [
            models.Index(name="suggestion_by_day", fields=["cooperative_id", "kind", "on"]),
            models.Index(name="suggestion_of_member", fields=["cooperative_id", "member_id"]),
        ]


class Answer(Kept):
    """What the board says to a suggestion, or did about it."""

    suggestion = belongs_to("meetings.Suggestion", index=True)
    on = models.DateField(db_column="day")
    name = models.CharField(max_length=120, help_text="who answers for the board")
    text = models.CharField(max_length=2000)
    replaces = belongs_to("meetings.Answer", null=True)

    class Meta:
        constraints = [
            *_once("answer"),
            models.CheckConstraint(name="answer_says_something", condition=~Q(text="")),
        ]


class Meeting(Kept):
    """Minutes: who met, how many were there, what was said and decided."""

    class Body(models.TextChoices):
        SUPERVISORS = "supervisors", "Rapat pengawas"
        BOARD = "board", "Rapat pengurus"
        MEMBERS = "members", "Rapat anggota"

    class Kind(models.TextChoices):
        REGULAR = "regular", _("Rapat rutin")
        SPECIAL = "special", _("Rapat khusus")
        ANNUAL = "annual", _("Rapat anggota tahunan (RAT)")
        EXTRAORDINARY = "extraordinary", _("Rapat anggota luar biasa (RALB)")

    body = models.CharField(max_length=11, choices=Body)
    kind = models.CharField(max_length=13, choices=Kind)
    on = models.DateField(db_column="day")
    hour = models.CharField(max_length=20, blank=True)
    place = models.CharField(max_length=120)
    invited = models.PositiveIntegerField()
    present = models.PositiveIntegerField()
    second_call = models.BooleanField(default=False)
    leader = models.CharField(max_length=120)
    recorder = models.CharField(max_length=120, blank=True)
    agenda = models.CharField(max_length=600)
    course = models.CharField(max_length=6000, blank=True)
    decisions = models.CharField(max_length=6000)
    votes = models.CharField(max_length=300, blank=True)
    replaces = belongs_to("meetings.Meeting", null=True)

    class Meta:
        constraints = [
            *_once(
                "meeting", body=["supervisors", "board", "members"],
                kind=["regular", "special", "annual", "extraordinary"],
            ),
            models.CheckConstraint(name="meeting_no_more_than_invited", condition=Q(present__lte=F("invited"))),
        ]  # fmt: skip
        indexes = [models.Index(name="meeting_by_day", fields=["cooperative_id", "body", "on"])]


class Incident(Kept):
    """Something that has to be remembered: a theft, a flood, a laptop that came."""

    on = models.DateField(db_column="day")
    hour = models.CharField(max_length=20, blank=True)
    what = models.CharField(max_length=1000)
    settled = models.CharField(max_length=1000, blank=True)
    cause = models.CharField(max_length=600, blank=True)
    recorder = models.CharField(max_length=120)
    replaces = belongs_to("meetings.Incident", null=True)

    class Meta:
        constraints = _once("incident")
        indexes = [models.Index(name="incident_by_day", fields=["cooperative_id", "on"])]


class Letter(Kept):
    """A letter came in or went out."""

    class Way(models.TextChoices):
        IN = "in", _("Surat masuk")
        OUT = "out", _("Surat keluar")

    way = models.CharField(max_length=3, choices=Way)
    on = models.DateField(db_column="day", help_text="the day it came, or went")
    number = models.CharField(max_length=60, blank=True)
    dated = models.DateField(null=True, blank=True)
    party = models.CharField(max_length=160)
    subject = models.CharField(max_length=300)
    attachments = models.CharField(max_length=120, blank=True)
    replaces = belongs_to("meetings.Letter", null=True)

    class Meta:
        constraints = _once("letter", way=["in", "out"])
        indexes = [models.Index(name="letter_by_day", fields=["cooperative_id", "on"])]
