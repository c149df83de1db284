"""What is kept of a draft: its versions, who vouched for it, and the one decision that ends it; and who stands near
whom. No row is ever changed.
"""

from django.db import models
from django.db.models import Q

from lumbung import ids
from lumbung.cooperatives.tenant import TenantModel, belongs_to
from lumbung.sql.keys import ROOT, BelongsTo


class Draft(TenantModel):
    """One version of something that waits; the newest is what may be approved."""

    id = models.BigIntegerField(default=ids.new)
    version = models.PositiveSmallIntegerField()
    pk = models.CompositePrimaryKey("cooperative_id", "id", "version")
    deed = models.CharField(max_length=40)
    title = models.CharField(max_length=200)
    facts = models.JSONField(help_text="what the deed is told beside the columns here")
    amount = models.BigIntegerField(help_text="sen")
    booked_on = models.DateField()
    memo = models.CharField(max_length=300, blank=True)
    digest = models.CharField(max_length=64, help_text="of all of this; an approval names it")
    needs = models.PositiveSmallIntegerField(default=1, help_text="how many others must agree: one, or two")
    made_by = models.BigIntegerField()
    made_at = models.DateTimeField()
    request_id = models.UUIDField()

    class Meta:
        constraints = [
            models.UniqueConstraint(name="draft_request_once", fields=["cooperative_id", "request_id"]),
            models.CheckConstraint(name="draft_amount_positive", condition=Q(amount__gt=0)),
            models.CheckConstraint(name="draft_needs_one_or_two", condition=Q(needs__in=[1, 2])),
        ]


class Decision(TenantModel):
    """How a draft ended: approved and posted, refused, or taken back by its maker."""

    class Verdict(models.TextChoices):
        APPROVED = "approved", "Disetujui"
        REFUSED = "refused", "Ditolak"
        WITHDRAWN = "withdrawn", "Ditarik kembali"

    draft_id = models.BigIntegerField()
    pk = models.CompositePrimaryKey("cooperative_id", "draft_id")
    version = models.PositiveSmallIntegerField()
    draft = BelongsTo("approvals.Draft", from_fields=[ROOT, "draft_id", "version"], to_fields=[ROOT, "id", "version"])
    verdict = models.CharField(max_length=10, choices=Verdict)
    digest = models.CharField(max_length=64, help_text="of the version that was seen")
    by = models.BigIntegerField()
    decided_at = models.DateTimeField()
    reason = models.CharField(max_length=200, blank=True)
    number = models.BigIntegerField(null=True)
    entry = BelongsTo("ledger.Entry", from_fields=[ROOT, "number"], to_fields=[ROOT, "number"], null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(name="decision_entry_once", fields=["cooperative_id", "number"]),
            models.CheckConstraint(
                name="decision_posts_what_it_approves",
                condition=Q(verdict="approved", number__isnull=False) | (~Q(verdict="approved") & Q(number=None)),
            ),
            models.CheckConstraint(
                name="decision_verdict_known", condition=Q(verdict__in=["approved", "refused", "withdrawn"])
            ),
            models.CheckConstraint(name="decision_refused_with_reason", condition=~Q(verdict="refused", reason="")),
        ]


class Endorsement(TenantModel):
    """Where two must agree: somebody who is neither the maker nor who decides has looked, and vouches for it."""

    draft_id = models.BigIntegerField()
    version = models.PositiveSmallIntegerField()
    endorser = models.BigIntegerField(help_text="the person's id")
    pk = models.CompositePrimaryKey("cooperative_id", "draft_id", "version", "endorser")
    draft = BelongsTo("approvals.Draft", from_fields=[ROOT, "draft_id", "version"], to_fields=[ROOT, "id", "version"])
    digest = models.CharField(max_length=64, help_text="of the version that was seen")
    at = models.DateTimeField()


class Tie(TenantModel):
    """A payee (member, supplier, person with an account) stands near an officer; `holds` false ends an earlier one."""

    id = models.BigIntegerField(default=ids.new)
    pk = models.CompositePrimaryKey("cooperative_id", "id")
    payee = models.BigIntegerField(help_text="as the ledger knows the holder")
    officer = models.BigIntegerField(help_text="the person's id")
    relation = models.CharField(max_length=60)
    holds = models.BooleanField(default=True)
    by = models.BigIntegerField()
    at = models.DateTimeField()
    request_id = models.UUIDField()

    class Meta:
        constraints = [
            models.UniqueConstraint(name="tie_request_once", fields=["cooperative_id", "request_id"]),
            models.CheckConstraint(name="tie_says_how", condition=~Q(relation="")),
        ]


class HeirContact(TenantModel):
    """Whom a member wants told when somebody asks for her savings; the newest counts."""

    id = models.BigIntegerField(default=ids.new)
    pk = models.CompositePrimaryKey("cooperative_id", "id")
    member = belongs_to("members.Member")
    name = models.CharField(max_length=120)
    relation = models.CharField(max_length=60)
    phone = models.CharField(max_length=20, blank=True)
    by = models.BigIntegerField()
    at = models.DateTimeField()
    request_id = models.UUIDField()

    class Meta:
        constraints = [
            models.UniqueConstraint(name="heir_contact_request_once", fields=["cooperative_id", "request_id"]),
            models.CheckConstraint(name="heir_contact_of_somebody", condition=~Q(name="")),
        ]
        indexes = [models.Index(name="heir_contact_of_member", fields=["cooperative_id", "member_id", "-id"])]
